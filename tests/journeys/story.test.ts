import { importDirectory } from '@accord/directory/server';
import { writeSampleDirectory } from '@accord/directory/testing';
import type { CaseId, GrantId, StaffActor } from '@accord/kernel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer, Browser } from '../support/browser.ts';
import { giveAccount, PASSWORD, Server } from '../support/http.ts';
import { inDays, Network, SIGNATURE } from '../support/network.ts';
import { addPeople, PEOPLE } from '../support/people.ts';
import { within } from '../support/stream.ts';

/** The main job over HTTP, in the order in which it happens: each test goes on where the one before ended. */

const NAMES = ['dana', 'ortiz', 'nair', 'sosa', 'bell'] as const;
type Name = (typeof NAMES)[number];

let network: Network;
let server: Server;
let people: Record<Name, StaffActor>;
const pages = new Map<Name | 'robin', Browser>();
let caseId: CaseId;
let goalId: string;
let grantId: GrantId;

const page = (name: Name | 'robin'): Browser => pages.get(name) as Browser;
const actor = (name: Name): StaffActor => people[name];

beforeAll(async () => {
  network = await Network.start();
  people = await addPeople(network, ...NAMES);
  for (const name of NAMES) await giveAccount(network, people[name], `${name}@story.example`);
  const folder = await mkdtemp(join(tmpdir(), 'accord-directory-'));
  await writeSampleDirectory(folder);
  await network.database.withActor(
    { kind: 'system', job: 'directory' },
    { purpose: 'service-referral' },
    (tx) => importDirectory(tx, folder),
  );
  await rm(folder, { recursive: true });
  server = await Server.start(network);
});
afterAll(async () => {
  await server.close();
  await network.close();
});

/** What a reader's page shows, kind by kind, newest last; null for what it only names. */
async function seenBy(name: Name): Promise<[string, unknown][]> {
  const { items } = await page(name).staff.cases.open.query({ caseId });
  return items
    .map((item) => [item.kind, item.content.is === 'open' ? item.content.body : null] as [string, unknown])
    .reverse();
}

/** An answer without what is random in it, and without the time. */
function bytesOf({ status, headers, body }: Answer): string {
  const { date: _, ...rest } = headers;
  return JSON.stringify({ status, headers: rest, body: body.replace(/"reference":"[0-9a-f]{10}"/, '') });
}

test('five people sign in with their passwords, and none of them has a case', async () => {
  for (const name of NAMES) {
    const browser = server.browser('staff');
    const me = await browser.staff.session.signIn.mutate({
      email: `${name}@story.example`,
      password: PASSWORD,
    });
    expect(me).toMatchObject({ kind: 'staff', name, agency: { name: PEOPLE[name].agency }, demo: false });
    expect(await browser.staff.cases.list.query()).toEqual({ cases: [], more: false });
    pages.set(name, browser);
  }
});

test('the worker opens a case: a goal in the young person’s own words, a step, a note', async () => {
  const dana = page('dana').staff;
  ({ caseId } = await dana.cases.create.mutate({ name: 'Marlow', pronouns: 'they' }));
  const goal = { caseId, ownWords: 'Get back to art class', adultWords: 'Rejoin the studio group' };
  ({ itemId: goalId } = await dana.cases.addGoal.mutate(goal));
  const { itemId: stepId } = await dana.cases.addStep.mutate({
    caseId,
    goalId,
    text: 'Ask when the studio is open',
  });
  expect(await dana.cases.setStep.mutate({ caseId, stepId, done: true, revision: 1 })).toEqual({
    revision: 2,
  });
  await dana.cases.addNote.mutate({ caseId, category: 'cw-record', facts: 'Visited on Thursday' });
  expect(await seenBy('dana')).toEqual([
    ['profile', { name: 'Marlow', pronouns: 'they' }],
    ['goal', { ownWords: 'Get back to art class', adultWords: 'Rejoin the studio group' }],
    ['step', { text: 'Ask when the studio is open' }],
    ['note', { facts: 'Visited on Thursday' }],
  ]);
});

test('the worker refers to a service of the imported directory', async () => {
  const dana = page('dana').staff;
  const { services } = await dana.directory.search.query({ text: 'rides to appointments' });
  const [service] = services;
  expect(service?.name).toBe('Rides to appointments');
  const input = { caseId, serviceId: service?.serviceId ?? '', reason: 'A bus pass for Tuesdays' };
  expect(await dana.referrals.refer.mutate(input)).toMatchObject({ status: 'requested' });
  const seen = await seenBy('dana');
  expect(seen.at(-1)).toEqual([
    'referral',
    {
      service: 'Rides to appointments',
      organization: service?.organization.name,
      reason: 'A bus pass for Tuesdays',
    },
  ]);
});

test('to everybody else the case is not there, in the words for one that never was', async () => {
  for (const name of ['ortiz', 'nair', 'sosa', 'bell'] as const) {
    const hidden = await page(name).call('cases.open', { caseId });
    const unknown = await page(name).call('cases.open', { caseId: '0190a000-0000-7000-8000-000000000000' });
    expect(hidden.status).toBe(404);
    expect(hidden.body).toContain("Nothing here, or it isn't shared with you.");
    expect(bytesOf(hidden)).toBe(bytesOf(unknown));
    expect((await page(name).staff.cases.list.query()).cases).toEqual([]);
  }
});

test('a permission is prepared with a preview, and opens nothing before it is signed', async () => {
  const dana = page('dana').staff;
  const prepared = await dana.consent.prepare.mutate({
    caseId,
    recipient: { kind: 'staff', staffId: actor('ortiz').staffId },
    categories: ['case-plan', 'service-linkage'],
    purpose: 'care-plan-coordination',
    endsOn: inDays(90),
    need: 'So that a patrol knows the studio evenings are planned.',
    withoutSharing: 'No.',
  });
  grantId = prepared.grantId;
  expect(prepared.preview.map((item) => item.kind).toSorted()).toEqual(['goal', 'referral', 'step']);
  expect((await page('ortiz').call('cases.open', { caseId })).status).toBe(404);
});

test('without a witness, or with a box unmarked, it is not signed', async () => {
  for (const missing of [{ witnessName: '' }, { understood: false }, { notACondition: false }]) {
    const answer = await page('dana').call('consent.sign', { caseId, grantId, ...SIGNATURE, ...missing });
    const [field] = Object.keys(missing);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({
      error: { data: { code: 'BAD_INPUT', fields: [{ field }] } },
    });
  }
  expect((await page('ortiz').call('cases.open', { caseId })).status).toBe(404);
});

test('a witness is somebody else than whoever records it, and than whoever signs', async () => {
  for (const witnessName of ['dana', ' D A N A ', SIGNATURE.signedName.toUpperCase()]) {
    const answer = await page('dana').call('consent.sign', { caseId, grantId, ...SIGNATURE, witnessName });
    const message = 'A witness is somebody else. Type their name.';
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({
      error: { data: { code: 'BAD_INPUT', fields: [{ field: 'witnessName', message }] } },
    });
  }
  expect((await page('ortiz').call('cases.open', { caseId })).status).toBe(404);
});

test('signed with a witness, it opens exactly its kinds to exactly its recipient', async () => {
  const signed = await page('dana').staff.consent.sign.mutate({ caseId, grantId, ...SIGNATURE });
  expect(signed).toMatchObject({ state: 'active', recipient: { name: 'ortiz', agency: 'Town Police' } });
  const { cases } = await page('ortiz').staff.cases.list.query();
  expect(cases).toMatchObject([{ caseId, name: null }]);
  const seen = (await seenBy('ortiz')).filter(([, body]) => body !== null);
  expect(seen.map(([kind]) => kind)).toEqual(['goal', 'step', 'referral']);
  expect(seen[0]).toEqual([
    'goal',
    { ownWords: 'Get back to art class', adultWords: 'Rejoin the studio group' },
  ]);
  const { body } = await page('ortiz').call('cases.open', { caseId });
  for (const kept of ['Marlow', 'Visited on Thursday']) expect(body).not.toContain(kept);
  for (const name of ['nair', 'sosa', 'bell'] as const) {
    expect((await page(name).call('cases.open', { caseId })).status).toBe(404);
  }
});

test('the school, the therapist and probation each see what is open to them, and nothing of each other', async () => {
  const dana = actor('dana');
  await network.share(dana, caseId, { as: actor('sosa'), mayWrite: true }, ['case-plan']);
  await network.share(dana, caseId, { as: actor('nair') }, ['service-linkage']);
  const forBell = await network.share(dana, caseId, { as: actor('bell') }, ['case-plan']);
  await network.as(dana).consent.stop({ caseId, grantId: forBell });
  const note = { caseId, category: 'mh-record' as const, facts: 'Chose the room by the window' };
  await page('sosa').staff.cases.addNote.mutate(note);

  const open = async (name: Name) => (await seenBy(name)).flatMap(([kind, body]) => (body ? [kind] : []));
  expect(await open('sosa')).toEqual(['goal', 'step', 'note']);
  expect(await open('nair')).toEqual(['referral']);
  expect((await page('bell').call('cases.open', { caseId })).status).toBe(404);
  for (const name of ['dana', 'ortiz', 'nair'] as const) {
    expect((await page(name).call('cases.open', { caseId })).body).not.toContain('by the window');
  }
});

test('nobody but the worker writes into the case without being asked to', async () => {
  for (const name of ['ortiz', 'nair', 'bell'] as const) {
    expect((await page(name).call('cases.addGoal', { caseId, ownWords: 'x' })).status).toBe(404);
  }
  const other = await page('sosa').call('cases.addNote', { caseId, category: 'cw-record', facts: 'x' });
  expect(other.status).not.toBe(200);
});

test('the young person signs in on their own host and sees what is theirs', async () => {
  const [row] = await network.owner(
    (sql) => sql`select young_person_id as id from case_file where id = ${caseId}`,
  );
  await giveAccount(network, { kind: 'youth', youngPersonId: row?.['id'] }, 'robin@story.example');
  const browser = server.browser('youth');
  pages.set('robin', browser);
  const me = await browser.youth.session.signIn.mutate({ email: 'robin@story.example', password: PASSWORD });
  expect(me).toMatchObject({ kind: 'youth' });
  const { items } = await browser.youth.mine.open.query();
  const goal = items.find((item) => item.itemId === goalId);
  expect(goal?.content).toMatchObject({ is: 'open', body: { ownWords: 'Get back to art class' } });
});

test('the young person sees who may see what, and who looked', async () => {
  const { permissions } = await page('robin').youth.mine.permissions.query();
  const stands = permissions.map(({ recipient, categories, state }) => [
    recipient.name,
    state,
    categories.join(),
  ]);
  expect(stands.toSorted()).toEqual([
    ['bell', 'stopped', ''],
    ['nair', 'active', 'service-linkage'],
    ['ortiz', 'active', 'case-plan,service-linkage'],
    ['sosa', 'active', 'case-plan'],
  ]);
  const { looks } = await page('robin').youth.mine.looks.query();
  const opened = looks
    .filter((look) => look.action === 'opened')
    .map((look) => `${look.who}, ${look.agency}`);
  expect(opened).toEqual(
    expect.arrayContaining(['ortiz, Town Police', 'sosa, River Clinic', 'nair, Unified Schools']),
  );
  expect(opened.join()).not.toContain('bell');
});

test('one kind is stopped: the open page of the detective hears of it and shows the rest', async () => {
  const stream = await page('ortiz').listen(caseId);
  await stream.heard('ready');
  const stopped = await page('robin').youth.mine.stop.mutate({ grantId, categories: ['case-plan'] });
  expect(stopped).toMatchObject({
    stillShared: ['service-linkage'],
    recipient: 'ortiz',
    alsoFrom: [],
    // and Ortiz has read it today
    out: [{ kind: 'case-plan' }],
  });
  await within(2_000, stream.pinged(1));
  const { body } = await page('ortiz').call('cases.open', { caseId });
  expect(body).toContain('A bus pass for Tuesdays');
  for (const gone of ['Get back to art class', 'Ask when the studio is open'])
    expect(body).not.toContain(gone);
  expect(stream.bytes).not.toMatch(/art|studio|bus/);
  stream.close();
});

test('what was narrowed looks to the byte like what was never shared', async () => {
  const narrowed = await page('ortiz').staff.cases.open.query({ caseId });
  const never = await page('nair').staff.cases.open.query({ caseId });
  // Two people's pages of the same kind: the end of their permissions, which the mark holds, is all that may differ.
  const withoutEnd = ({ sharedBy, ...rest }: typeof never) =>
    JSON.stringify({
      ...rest,
      accessEndsAt: null,
      lookedAt: null,
      mark: '',
      sharedBy: sharedBy.map(({ owner }) => owner),
    });
  expect(withoutEnd(narrowed)).toBe(withoutEnd(never));
});

test('all of it is stopped: within two seconds the open page is the neutral answer, and the stream is over', async () => {
  const stream = await page('ortiz').listen(caseId);
  await stream.heard('ready');
  await page('robin').youth.mine.stop.mutate({ grantId });
  await within(2_000, Promise.all([stream.pinged(1), stream.ended]));
  const after = await page('ortiz').call('cases.open', { caseId });
  expect(after.status).toBe(404);
  expect(after.body).toContain("Nothing here, or it isn't shared with you.");
});

test('stopped, never shared, and never there: the same bytes in every call', async () => {
  const stranger = await network.addStaff(actor('ortiz').agencyId, 'stranger');
  await giveAccount(network, stranger, 'stranger@story.example');
  const never = server.browser('staff', '127.0.3.1');
  await never.staff.session.signIn.mutate({ email: 'stranger@story.example', password: PASSWORD });
  const calls: [string, object][] = [
    ['cases.open', {}],
    ['cases.addGoal', { ownWords: 'x' }],
    ['cases.addStep', { goalId, text: 'x' }],
    ['cases.addNote', { category: 'le-investigative', facts: 'x' }],
    ['consent.list', {}],
    ['consent.stop', { grantId }],
    ['consent.discard', { grantId }],
  ];
  for (const [procedure, input] of calls) {
    const stopped = await page('ortiz').call(procedure, { caseId, ...input });
    const neverShared = await never.call(procedure, { caseId, ...input });
    const neverThere = await page('ortiz').call(procedure, {
      caseId: '0190a000-0000-7000-8000-000000000000',
      ...input,
    });
    expect(bytesOf(neverShared), procedure).toBe(bytesOf(stopped));
    expect(bytesOf(neverThere), procedure).toBe(bytesOf(stopped));
  }
  expect((await page('ortiz').call('cases.list')).body).toBe((await never.call('cases.list')).body);
  expect(bytesOf(await page('ortiz').call('live', { cases: [caseId] }))).toBe(
    bytesOf(await never.call('live', { cases: [caseId] })),
  );
});
