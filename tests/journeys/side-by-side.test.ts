import type { CaseId, GrantId } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Sent } from '../support/browser.ts';
import { giveAccount, Server } from '../support/http.ts';
import { Network } from '../support/network.ts';
import { within } from '../support/stream.ts';

/** The demo's page with two panes: two people in one browser, told apart by a seat. */

const LEFT: Sent = { method: 'POST', headers: { 'x-accord-seat': 'left' } };
const RIGHT: Sent = { method: 'POST', headers: { 'x-accord-seat': 'right' } };

let network: Network;
let server: Server;
let page: Browser;
let caseId: CaseId;
let grantId: GrantId;

beforeAll(async () => {
  network = await Network.start();
  const dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  const ortiz = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
  const opened = await network.openCase(dana, 'Jordan');
  ({ caseId } = opened);
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Get back to art class' });
  grantId = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  await giveAccount(network, ortiz, 'ortiz@police.example');
  await giveAccount(network, opened.young, 'jordan@plans.example');
  server = await Server.start(network, { demo: true });
  page = server.browser('staff');
});
afterAll(async () => {
  await server.close();
  await network.close();
});

const left = (procedure: string, input: object = {}) =>
  page.send(`/api/youth/${procedure}`, { ...LEFT, body: JSON.stringify(input) });
const right = (procedure: string, input: object = {}) =>
  page.send(`/api/staff/${procedure}`, { ...RIGHT, body: JSON.stringify(input) });

test('two people sit in one browser, each in a seat of their own', async () => {
  expect((await left('demo.signIn', { key: 'jordan' })).body).toContain('"kind":"youth"');
  expect((await right('demo.signIn', { key: 'ortiz' })).body).toContain('"kind":"staff"');
  expect([...page.cookies.keys()].toSorted()).toEqual(['__Host-accord-left', '__Host-accord-right']);
  expect(await page.staff.session.me.query()).toBeNull();
  expect((await right('cases.open', { caseId })).body).toContain('Get back to art class');
});

test('a card opens its own app alone', async () => {
  expect((await left('demo.signIn', { key: 'ortiz' })).status).toBe(404);
  expect((await right('demo.signIn', { key: 'jordan' })).status).toBe(404);
  expect((await right('demo.signIn', { key: 'nobody' })).status).toBe(404);
});

test('what is stopped on the left is gone on the right within two seconds', async () => {
  const stream = await page.listen([caseId], RIGHT);
  await stream.heard('ready');
  expect((await left('mine.stop', { grantId })).status).toBe(200);
  await within(2_000, stream.pinged(1));
  const after = await right('cases.open', { caseId });
  expect(after.status).toBe(404);
  expect(after.body).toContain("Nothing here, or it isn't shared with you.");
});

test('signing out on one side leaves the other', async () => {
  await right('session.signOut');
  expect((await right('cases.list')).status).toBe(401);
  expect((await left('mine.open')).status).toBe(200);
});
