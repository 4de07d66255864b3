import { openProbes } from '@accord/matches/server';
import type { CaseId } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../support/browser.ts';
import { giveAccount, PASSWORD, Server } from '../support/http.ts';
import { Network } from '../support/network.ts';

/** "Is anyone else working with them?", over HTTP, from one agency to another: each test goes on where the last ended. */

let network: Network;
let server: Server;
let here: CaseId;
let there: CaseId;
const pages = new Map<string, Browser>();
const page = (name: string): Browser => pages.get(name) as Browser;
const staff = (name: string) => page(name).staff.matches;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  const school = await network.addAgency('Hill School', 'education');
  const dana = await network.addStaff(welfare, 'Dana');
  const alma = await network.addStaff(welfare, 'Alma');
  const teo = await network.addStaff(school, 'Teo');
  const sally = await network.addStaff(school, 'Sally');
  ({ caseId: here } = await network.as(dana).cases.create({ name: 'Robin Soto', bornOn: '2010-03-14' }));
  ({ caseId: there } = await network.as(teo).cases.create({ name: 'Soto, Robin', bornOn: '2010-03-14' }));
  await network.assign(here, alma, 'supervision');
  await network.assign(there, sally, 'supervision');
  server = await Server.start(network);
  for (const [name, actor] of Object.entries({ dana, alma, teo, sally })) {
    await giveAccount(network, actor, `${name}@journey.example`);
    const browser = server.browser('staff');
    await browser.staff.session.signIn.mutate({ email: `${name}@journey.example`, password: PASSWORD });
    pages.set(name, browser);
  }
});
afterAll(async () => {
  await server.close();
  await network.close();
});

test('a worker asks, and gets the same empty answer as for somebody whom nobody knows', async () => {
  const { caseId: alone } = await page('dana').staff.cases.create.mutate({
    name: 'Uma Lee',
    bornOn: '2011-01-02',
  });
  const about = (caseId: CaseId) =>
    page('dana').call('matches.ask', { caseId, reason: 'plan-together', agreed: true });
  const [known, unknown] = [await about(here), await about(alone)];
  expect([known.status, known.body]).toEqual([200, unknown.body]);
  expect((await about(here)).status).toBe(429);
  for (const name of ['dana', 'teo', 'sally'])
    expect((await staff(name).waiting.query()).matches).toEqual([]);
});

test('their administrator lets it out, the school’s says yes, and each knows whom to speak to', async () => {
  const [ask] = (await staff('alma').waiting.query()).matches;
  if (ask?.is !== 'ask') throw new Error('no question waits for Alma');
  await staff('alma').decide.mutate({ caseId: here, askId: ask.askId, goOn: true });
  while ((await openProbes(network.database, network.vault)) > 0);
  expect((await staff('alma').waiting.query()).matches).toEqual([]);

  const [found] = (await staff('sally').waiting.query()).matches;
  if (found?.is !== 'found') throw new Error('nothing waits for Sally');
  await staff('sally').answer.mutate({ caseId: there, matchId: found.matchId, agrees: true, mayTell: true });
  expect((await staff('alma').waiting.query()).matches).toMatchObject([
    { is: 'linked', caseId: here, agency: 'Hill School', name: 'Sally' },
  ]);
  expect((await staff('sally').waiting.query()).matches).toMatchObject([
    { is: 'linked', caseId: there, agency: 'County Welfare', name: 'Alma' },
  ]);
  for (const name of ['dana', 'teo']) expect((await staff(name).waiting.query()).matches).toEqual([]);
});

test('nothing opened by it, and no name stands in the log', async () => {
  const open = (name: string, caseId: CaseId) => page(name).call('cases.open', { caseId });
  expect([(await open('alma', there)).status, (await open('sally', here)).status]).toEqual([404, 404]);
  expect([(await open('dana', here)).status, (await open('teo', there)).status]).toEqual([200, 200]);
  expect(server.log.join('\n')).not.toMatch(/Robin|Soto|2010-03-14/);
});
