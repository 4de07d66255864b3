import type { CasePage } from '@accord/cases';
import type { CaseId, GrantId, ItemId, StaffActor } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../support/browser.ts';
import { giveAccount, PASSWORD, Server } from '../support/http.ts';
import { inDays, Network } from '../support/network.ts';
import { addPeople } from '../support/people.ts';
import { within } from '../support/stream.ts';

/** One plan of three agencies over HTTP: each test goes on where the one before ended. */

const NAMES = ['dana', 'ortiz', 'sosa'] as const;
type Name = (typeof NAMES)[number];

let network: Network;
let server: Server;
let people: Record<Name, StaffActor>;
const pages = new Map<Name | 'robin', Browser>();
let caseId: CaseId;
let goalId: ItemId;
let stepId: ItemId;
let forOrtiz: GrantId;

const page = (name: Name | 'robin'): Browser => pages.get(name) as Browser;
const actor = (name: Name): StaffActor => people[name];
const open = (name: Name) => page(name).staff.cases.open.query({ caseId });
const stepsOf = ({ items }: CasePage) => items.flatMap((item) => (item.kind === 'step' ? [item] : []));
const stepFor = async (name: Name) => stepsOf(await open(name)).find((step) => step.itemId === stepId);

beforeAll(async () => {
  network = await Network.start();
  people = await addPeople(network, ...NAMES);
  for (const name of NAMES) await giveAccount(network, people[name], `${name}@plan.example`);
  const opened = await network.openCase(actor('dana'), 'Marlow');
  ({ caseId } = opened);
  await giveAccount(network, opened.young, 'robin@plan.example');
  server = await Server.start(network);
  for (const name of [...NAMES, 'robin'] as const) {
    const browser = server.browser(name === 'robin' ? 'youth' : 'staff');
    const signIn = { email: `${name}@plan.example`, password: PASSWORD };
    await (name === 'robin' ? browser.youth : browser.staff).session.signIn.mutate(signIn);
    pages.set(name, browser);
  }
  forOrtiz = await network.share(actor('dana'), caseId, { as: actor('ortiz') }, ['case-plan']);
  await network.share(actor('dana'), caseId, { as: actor('sosa'), mayWrite: true }, ['case-plan']);
});
afterAll(async () => {
  await server.close();
  await network.close();
});

test('a worker gives a step to a detective, who finds it as theirs', async () => {
  const { cases } = page('dana').staff;
  ({ itemId: goalId } = await cases.addGoal.mutate({ caseId, ownWords: 'Get back to art class' }));
  const { doers } = await cases.doers.query({ caseId });
  expect(doers.map(({ name }) => name)).toEqual(['dana', 'ortiz', 'sosa']);
  const doer = actor('ortiz').staffId;
  const step = { caseId, goalId, text: 'Ask which door is open', doer, dueOn: inDays(3) };
  ({ itemId: stepId } = await cases.addStep.mutate(step));
  expect(await stepFor('ortiz')).toMatchObject({ isMine: true, mayTick: true, mayPlan: false });
  expect(await stepFor('dana')).toMatchObject({
    isMine: false,
    doer: { name: 'ortiz', agency: 'Town Police' },
  });
  expect(await stepFor('sosa')).toMatchObject({ doer: null, isMine: false, mayTick: false });
});

test('somebody without a permission is named as a field to look at again, and nothing is written', async () => {
  const stranger = await network.addStaff(actor('ortiz').agencyId, 'stranger');
  const before = stepsOf(await open('dana')).length;
  const answer = await page('dana').call('cases.addStep', {
    caseId,
    goalId,
    text: 'x',
    doer: stranger.staffId,
  });
  expect(answer.status).toBe(400);
  expect(JSON.parse(answer.body)).toMatchObject({
    error: {
      data: {
        code: 'BAD_INPUT',
        fields: [{ field: 'doer', message: "They can't see this step yet. Ask for permission first." }],
      },
    },
  });
  expect(stepsOf(await open('dana'))).toHaveLength(before);
});

test('the detective ticks it, and the worker’s open page hears of it within two seconds', async () => {
  const stream = await page('dana').listen(caseId);
  await stream.heard('ready');
  await page('ortiz').staff.cases.setStep.mutate({ caseId, stepId, done: true, revision: 1 });
  await within(2_000, stream.pinged(1));
  expect(await stepFor('dana')).toMatchObject({ state: 'done', changed: { by: 'ortiz', isMine: false } });
});

test('who plans on what they saw before is told, and reads who changed it and when', async () => {
  const plan = { caseId, stepId, doer: null, dueOn: null, revision: 1 };
  expect((await page('dana').call('cases.planStep', plan)).status).toBe(409);
  const step = await stepFor('dana');
  expect(step?.changed?.by).toBe('ortiz');
  expect(Date.now() - Date.parse(step?.changed?.at ?? '')).toBeLessThan(60_000);
});

test('the therapist adds a step of the own agency and a date; the young person has the whole plan', async () => {
  const { cases } = page('sosa').staff;
  await cases.addStep.mutate({ caseId, goalId, text: 'Draw ten minutes', doer: 'young-person' });
  const startsAt = `${inDays(5)}T15:00:00.000Z`;
  await cases.addAppointment.mutate({ caseId, what: 'Session', place: 'Room 2', startsAt });
  const mine = await page('robin').youth.mine.open.query();
  expect(stepsOf(mine).map(({ owner, isMine }) => [owner, isMine])).toEqual([
    ['River Clinic', true],
    ['County Welfare', false],
  ]);
  const dates = mine.items.flatMap(({ kind, content }) =>
    kind === 'appointment' && content.is === 'open' ? [content.body] : [],
  );
  expect(dates).toEqual([{ what: 'Session', place: 'Room 2', startsAt }]);
  expect((await page('dana').call('cases.open', { caseId })).body).not.toMatch(/Draw ten|Session/);
});

test('a stop takes the right to tick with the sight of it, and every line of it is in the ledger', async () => {
  await page('robin').youth.mine.stop.mutate({ grantId: forOrtiz });
  const tick = { caseId, stepId, done: false, revision: 2 };
  expect((await page('ortiz').call('cases.setStep', tick)).status).toBe(404);
  const left = { state: 'done', doer: { name: 'ortiz' }, doerSees: false };
  expect(await stepFor('dana')).toMatchObject(left);
  const { looks } = await page('robin').youth.mine.looks.query();
  const wrote = looks.filter(({ action }) => action === 'wrote').map(({ who }) => who);
  expect(new Set(wrote)).toEqual(new Set(['dana', 'ortiz', 'sosa']));
});

test('what helps Robin is Robin’s to write and to share, and a stop takes it back at once', async () => {
  const { mine } = page('robin').youth;
  const card = async (name: Name) => (await open(name)).items.filter((item) => item.kind === 'card');
  await mine.writeSheet.mutate({ seen: null, sheet: { kind: 'card', card: { helps: 'A walk' } } });
  expect(await card('dana')).toMatchObject([{ content: { body: { helps: 'A walk' } }, mayEdit: false }]);
  expect(await card('sosa')).toEqual([]);
  const grantId = await network.share(actor('dana'), caseId, { as: actor('sosa') }, ['about-me']);
  expect(await card('sosa')).toMatchObject([{ content: { body: { helps: 'A walk' } }, mayEdit: false }]);
  await mine.stop.mutate({ grantId });
  expect(await card('sosa')).toEqual([]);
});
