import type { CaseId, StaffActor, YouthActor } from '@accord/kernel';
import { createHash } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Browser } from '../support/browser.ts';
import { giveAccount, PASSWORD, Server } from '../support/http.ts';
import { Network } from '../support/network.ts';
import { within } from '../support/stream.ts';

/** What a page promises: a change shows, and an end is an end, within two seconds. */
const SOON = 2_000;
const READY = 'event: ready\ndata: \n\n';
const PING = 'event: changed\ndata: \n\n';

let network: Network;
let server: Server;
let dana: StaffActor;
let ortiz: StaffActor;
let sosa: StaffActor;
let young: YouthActor;
let caseId: CaseId;
const pages = new Map<string, Browser>();
const page = (name: 'dana' | 'ortiz' | 'sosa' | 'robin') => pages.get(name) as Browser;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  const clinic = await network.addAgency('River Clinic', 'mental-health');
  const police = await network.addAgency('Town Police', 'law-enforcement');
  dana = await network.addStaff(welfare, 'Dana');
  sosa = await network.addStaff(clinic, 'Sosa');
  ortiz = await network.addStaff(police, 'Ortiz');
  ({ caseId, young } = await network.openCase(dana, 'Marlow'));
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
  for (const [name, actor] of Object.entries({ dana, ortiz, sosa, robin: young })) {
    await giveAccount(network, actor, `${name}@live.example`);
  }
});
afterAll(() => network.close());

beforeEach(async () => {
  server = await Server.start(network);
  for (const name of ['dana', 'ortiz', 'sosa', 'robin'] as const) {
    const browser = server.browser(name === 'robin' ? 'youth' : 'staff', '127.0.2.1');
    const account = { email: `${name}@live.example`, password: PASSWORD };
    await (name === 'robin' ? browser.youth : browser.staff).session.signIn.mutate(account);
    pages.set(name, browser);
  }
});
afterEach(() => server.close());

const goalsForOrtiz = () => network.share(dana, caseId, { as: ortiz }, ['case-plan']);
const addGoal = (ownWords: string) => network.as(dana).cases.addGoal({ caseId, ownWords });

/** What a stream said, without the mark of the page that it was ready for: that differs from run to run. */
function said({ bytes }: { bytes: string }): string {
  return bytes.replace(/^(event: ready\ndata: )[0-9a-f]{64}\n/, '$1\n');
}

async function listening(name: Parameters<typeof page>[0]) {
  const stream = await page(name).listen(caseId);
  expect(stream.status).toBe(200);
  await stream.heard('ready');
  return stream;
}

test('a change makes a ping within two seconds, and the ping says nothing', async () => {
  const grantId = await goalsForOrtiz();
  const [detective, youth] = [await listening('ortiz'), await listening('robin')];
  await addGoal('Join the choir');
  await within(SOON, Promise.all([detective.pinged(1), youth.pinged(1)]));
  expect([said(detective), said(youth)]).toEqual([READY + PING, READY + PING]);
  await network.as(dana).consent.stop({ caseId, grantId });
});

test.each([
  ['nothing', ''],
  ['no case', '{}'],
])('a young person who names %s watches their own case', async (_, body) => {
  const stream = await page('robin').listen(undefined, { body });
  await stream.heard('ready');
  await addGoal('Own a dog');
  await within(SOON, stream.pinged(1));
  expect(said(stream)).toBe(READY + PING);
});

test('a permission that staff sign, and one that they stop, ping the young person', async () => {
  const before = await page('robin').listen();
  await before.heard('ready');
  const grantId = await goalsForOrtiz();
  await within(SOON, before.pinged(1));
  const after = await page('robin').listen();
  await after.heard('ready');
  await network.as(dana).consent.stop({ caseId, grantId });
  await within(SOON, after.pinged(1));
});

test('nobody else’s case is a young person’s own, nor is one there for who has none', async () => {
  const ash = await network.openCase(dana, 'Ash');
  expect((await page('robin').listen(ash.caseId)).status).toBe(404);
  await giveAccount(network, ash.young, 'ash@live.example');
  const browser = server.browser('youth', '127.0.2.1');
  await browser.youth.session.signIn.mutate({ email: 'ash@live.example', password: PASSWORD });
  await network.owner(
    (sql) =>
      sql`delete from effective_access where case_id = ${ash.caseId} and grantee_kind = 'young_person'`,
  );
  expect((await browser.listen()).status).toBe(404);
});

test('of two permissions that say the same, the end of one pings too', async () => {
  const [first, second] = [await goalsForOrtiz(), await goalsForOrtiz()];
  const [youth, worker] = [await page('robin').listen(), await listening('dana')];
  await youth.heard('ready');
  await page('robin').youth.mine.stop.mutate({ grantId: first });
  await within(SOON, Promise.all([youth.pinged(1), worker.pinged(1)]));
  await network.as(dana).consent.stop({ caseId, grantId: second });
});

test('what the young person stops pings the worker’s page, and it names who sees it no more', async () => {
  const grantId = await goalsForOrtiz();
  const audience = async () => {
    const { items } = await page('dana').staff.cases.open.query({ caseId });
    return JSON.stringify(items.map((item) => item.audience));
  };
  expect(await audience()).toContain('Ortiz');
  const stream = await listening('dana');
  await page('robin').youth.mine.stop.mutate({ grantId });
  await within(SOON, stream.pinged(1));
  expect(await audience()).not.toContain('Ortiz');
});

test('nobody gets a ping for what they may not know', async () => {
  const grantId = await goalsForOrtiz();
  const [detective, therapist] = [await listening('ortiz'), await listening('sosa')];
  await network.as(sosa).cases.addNote({ caseId, category: 'mh-record', facts: 'Second meeting' });
  await therapist.pinged(1);
  await addGoal('Bake bread');
  await detective.pinged(1);
  await therapist.pinged(2);
  await addGoal('Plant beans');
  await detective.pinged(2);
  // A ping for the note would have come before the other two.
  expect(said(detective)).toBe(READY + PING + PING);
  await network.as(dana).consent.stop({ caseId, grantId });
});

test('a burst of changes makes few pings', async () => {
  const stream = await listening('dana');
  const burst = Array.from({ length: 12 }, (_, index) => addGoal(`Goal number ${index}`));
  const { itemId } = (await Promise.all(burst)).at(-1) ?? { itemId: '' };
  await stream.pinged(1);
  expect((await page('dana').staff.cases.open.query({ caseId })).items.map((item) => item.itemId)).toContain(
    itemId,
  );
  const before = stream.pings;
  await addGoal('One more');
  await stream.pinged(before + 1);
  expect(stream.pings).toBeLessThan(6);
});

test('what is stopped closes the stream within two seconds, and what follows never shows in it', async () => {
  const grantId = await goalsForOrtiz();
  const stream = await listening('ortiz');
  await page('robin').youth.mine.stop.mutate({ grantId });
  await within(SOON, stream.ended);
  await addGoal('Only for the plan');
  expect(stream.pings).toBeGreaterThan(0);
  expect(said(stream).replaceAll(PING, '')).toBe(READY);
  expect((await page('ortiz').listen(caseId)).status).toBe(404);
  expect(server.hub.size).toBe(0);
});

test('signing out closes the stream within two seconds', async () => {
  const stream = await listening('dana');
  await page('dana').staff.session.signOut.mutate();
  await within(SOON, stream.ended);
  expect(server.hub.size).toBe(0);
});

test('the exit of the young person’s app closes the stream within two seconds', async () => {
  const stream = await listening('robin');
  await page('robin').send('/leave');
  await within(SOON, stream.ended);
});

test('a session that runs out closes the stream within two seconds', async () => {
  await network.owner(
    (sql) =>
      sql`update session set idle_until = now() + interval '1 second' where id_hash = ${hashOf('dana')}`,
  );
  const stream = await listening('dana');
  await within(1_000 + SOON, stream.ended);
  expect(said(stream)).toBe(READY + PING);
});

test('a stream does not keep its session alive', async () => {
  const stream = await listening('dana');
  const before = await idleUntil('dana');
  await addGoal('Nobody is at the desk');
  await stream.pinged(1);
  expect(await idleUntil('dana')).toEqual(before);
});

const untilIdle = (name: Parameters<typeof page>[0], minutes: number) =>
  network.owner(
    (sql) => sql`update session set idle_until = now() + ${minutes} * interval '1 minute'
      where id_hash = ${hashOf(name)}`,
  );

test('what a page asks by itself does not keep its session alive, and what its person asks does', async () => {
  for (const [name, call] of [
    ['dana', 'cases.list'],
    ['robin', 'mine.permissions'],
  ] as const) {
    await untilIdle(name, 2);
    const near = await idleUntil(name);
    const background = { headers: { 'x-accord-background': '1' } };
    expect((await page(name).call(call, undefined, background)).status).toBe(200);
    expect(await idleUntil(name)).toEqual(near);
    expect((await page(name).call(call)).status).toBe(200);
    expect(await idleUntil(name)).not.toEqual(near);
  }
});

test.each(['0', 'true', '', '01', '1, 1', '1;'])(
  'a background header of “%s” is use like none',
  async (value) => {
    await untilIdle('dana', 2);
    const near = await idleUntil('dana');
    await page('dana').call('cases.list', undefined, { headers: { 'x-accord-background': value } });
    expect(await idleUntil('dana')).not.toEqual(near);
  },
);

test('a page that asks by itself is signed out when its time is over, and has no more rights than before', async () => {
  const background = { headers: { 'x-accord-background': '1' } };
  expect((await page('ortiz').call('cases.open', { caseId }, background)).status).toBe(404);
  expect((await server.browser('staff').call('cases.list', undefined, background)).status).toBe(401);
  await untilIdle('dana', 0);
  expect((await page('dana').call('cases.list', undefined, background)).status).toBe(401);
});

test('whoever leaves their agency loses the stream within two seconds', async () => {
  const stream = await listening('sosa');
  await network.owner((sql) => sql`update staff set ended_at = now() where id = ${sosa.staffId}`);
  await within(SOON, stream.ended);
  await network.owner((sql) => sql`update staff set ended_at = null where id = ${sosa.staffId}`);
});

test('another purpose is another right: the stream looks again', async () => {
  const grantId = await network.share(dana, caseId, { as: ortiz, purpose: 'investigation' }, ['case-plan']);
  await page('ortiz').staff.session.choosePurpose.mutate({ purpose: 'investigation' });
  const stream = await listening('ortiz');
  await page('ortiz').staff.session.choosePurpose.mutate({ purpose: 'care-plan-coordination' });
  await within(SOON, stream.ended);
  await network.as(dana).consent.stop({ caseId, grantId });
});

test('an unknown case and a hidden one get the same answer', async () => {
  const hidden = await page('ortiz').call('live', { cases: [caseId] });
  const unknown = await page('ortiz').call('live', { cases: ['0190a000-0000-7000-8000-000000000000'] });
  const malformed = await page('ortiz').call('live', { cases: 'all' });
  const body = (answer: { body: string }) => answer.body.replace(/"reference":"\w+"/, '');
  expect(hidden.status).toBe(404);
  expect([unknown.status, body(unknown)]).toEqual([404, body(hidden)]);
  expect([malformed.status, body(malformed)]).toEqual([404, body(hidden)]);
  for (const unnamed of [undefined, {}, { cases: [] }, { cases: null }]) {
    const answer = await page('dana').call('live', unnamed);
    expect([answer.status, body(answer)]).toEqual([404, body(hidden)]);
  }
  expect((await server.browser('staff').call('live', { cases: [caseId] })).status).toBe(401);
  expect(server.hub.size).toBe(0);
});

test('one stream watches several cases, and one of them hidden refuses it whole', async () => {
  const other = await network.openCase(dana, 'Ash');
  const stream = await page('dana').listen([caseId, other.caseId]);
  await stream.heard('ready');
  await network.as(dana).cases.addGoal({ caseId: other.caseId, ownWords: 'Ride a bike' });
  await within(SOON, stream.pinged(1));
  await addGoal('Ride a horse');
  await within(SOON, stream.pinged(2));
  expect(server.hub.size).toBe(1);
  const grantId = await goalsForOrtiz();
  expect((await page('ortiz').listen([caseId, other.caseId])).status).toBe(404);
  await network.as(dana).consent.stop({ caseId, grantId });
});

test('a client that vanishes leaves nothing behind', async () => {
  const streams = await Promise.all([1, 2, 3].map(() => listening('dana')));
  expect(server.hub.size).toBe(3);
  for (const stream of streams) stream.close();
  await within(
    SOON,
    until(() => server.hub.size === 0),
  );
});

test('one session opens twenty streams and no more', async () => {
  await Promise.all(Array.from({ length: 20 }, () => listening('dana')));
  expect((await page('dana').listen(caseId)).status).toBe(429);
  expect((await page('robin').listen(caseId)).status).toBe(200);
});

test('when changes are not heard any more, all streams close, and open again when they are', async () => {
  const [stream, other] = [await listening('dana'), await listening('robin')];
  const [row] = await network.owner(
    (sql) => sql`select count(pg_terminate_backend(pid))::int as ended from pg_stat_activity
      where application_name = 'accord-listen' and datname = current_database()`,
  );
  expect(row?.['ended']).toBe(1);
  await within(SOON, Promise.all([stream.ended, other.ended]));
  await within(
    SOON,
    until(() => server.hub.isHearing),
  );
  const again = await listening('dana');
  await addGoal('Heard again');
  await within(SOON, again.pinged(1));
});

test('while changes are not heard, no stream opens', async () => {
  server.hub.lost();
  expect((await page('dana').listen(caseId)).status).toBe(503);
  server.hub.back();
  expect((await page('dana').listen(caseId)).status).toBe(200);
});

test('what the database tells its listeners are keyed digests', async () => {
  const heard: string[] = [];
  const listener = postgres(network.storage.listenUrl, { max: 1, onnotice: () => {} });
  await listener.listen('accord', (topic) => heard.push(topic));
  const stream = await listening('dana');
  await addGoal('Nothing of this is told');
  await page('dana').staff.session.signOut.mutate();
  await stream.ended;
  await within(
    SOON,
    until(() => new Set(heard).size >= 2),
  );
  await listener.end();
  for (const topic of heard) expect(topic).toMatch(/^[0-9a-f]{64}$/);
  const guesses = [caseId, hashOf('dana').toString('hex')].map((id) =>
    createHash('sha256').update(id).digest('hex'),
  );
  expect(heard.some((topic) => guesses.includes(topic))).toBe(false);
});

/** Settles when it is so; looks again at each turn of the event loop. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}

const tokens = new WeakMap<Browser, string>();
function hashOf(name: Parameters<typeof page>[0]): Buffer {
  const browser = page(name);
  const token = browser.cookies.get('__Host-accord') ?? tokens.get(browser) ?? '';
  tokens.set(browser, token);
  return createHash('sha256').update(token).digest();
}

async function idleUntil(name: Parameters<typeof page>[0]) {
  const [row] = await network.owner(
    (sql) => sql`select idle_until::text as at from session where id_hash = ${hashOf(name)}`,
  );
  return row?.['at'];
}
