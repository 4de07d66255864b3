import type { Waiting } from '@accord/consent';
import type { CaseId, GrantId, RequestId, StaffActor } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../support/browser.ts';
import { giveAccount, PASSWORD, Server } from '../support/http.ts';
import { inDays, Network, SIGNATURE } from '../support/network.ts';

/** An administrator manages consent, over HTTP: each test goes on where the one before ended. */

let network: Network;
let server: Server;
let caseId: CaseId;
let grantId: GrantId;
let requestId: RequestId;
let ortiz: StaffActor;
const pages = new Map<string, Browser>();
const page = (name: string): Browser => pages.get(name) as Browser;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  const police = await network.addAgency('Town Police', 'law-enforcement');
  const dana = await network.addStaff(welfare, 'Dana');
  const alma = await network.addStaff(welfare, 'Alma');
  ortiz = await network.addStaff(police, 'Ortiz');
  const pete = await network.addStaff(police, 'Pete');
  const { caseId: opened, young } = await network.openCase(dana, 'Robin');
  caseId = opened;
  await network.assign(caseId, alma, 'supervision');
  await network.assign(caseId, alma, 'cover');
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await network.as(dana).cases.addNote({ caseId, category: 'appointments', facts: 'Dentist on Monday' });
  await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  server = await Server.start(network);
  for (const [name, actor] of Object.entries({ dana, alma, ortiz, pete, robin: young })) {
    await giveAccount(network, actor, `${name}@journey.example`);
    const host = actor.kind === 'youth' ? 'youth' : 'staff';
    const browser = server.browser(host);
    const credentials = { email: `${name}@journey.example`, password: PASSWORD };
    await browser[host].session.signIn.mutate(credentials);
    pages.set(name, browser);
  }
});
afterAll(async () => {
  await server.close();
  await network.close();
});

/** The kinds that the detective's page opens now; null where there is no page. */
async function read(): Promise<string[] | null> {
  const answer = await page('ortiz').call('cases.open', { caseId });
  if (answer.status === 404) return null;
  const { items } = await page('ortiz').staff.cases.open.query({ caseId });
  return items.flatMap(({ categories, content }) => (content.is === 'open' ? categories : [])).toSorted();
}

async function waiting<Is extends Waiting['is']>(is: Is) {
  const inbox = await page('alma').staff.consent.inbox.query();
  return inbox.waiting.filter((each): each is Extract<Waiting, { is: Is }> => each.is === is);
}

test('the detective asks for appointments, twice; both are answered alike, and nothing is shared', async () => {
  const ask = { caseId, kind: 'appointments', need: 'timing' };
  const first = await page('ortiz').call('consent.ask', ask);
  const second = await page('ortiz').call('consent.ask', ask);
  expect([first.status, second.status, second.body]).toEqual([200, 200, first.body]);
  expect(await read()).toEqual(['case-plan']);
  const { looks } = await page('robin').youth.mine.looks.query();
  expect(looks.filter(({ action }) => action === 'asked')).toMatchObject([
    { who: 'Ortiz', what: ['appointments'] },
  ]);
});

test('it waits in the administrator’s inbox, once, and says that an ask from police goes to the lead first', async () => {
  const requests = await waiting('request');
  expect(requests).toMatchObject([
    { name: 'Ortiz', categories: ['appointments'], need: 'timing', leadFirst: true },
  ]);
  // Dana is assigned: with her it is where it should be.
  const { waiting: forDana } = await page('dana').staff.consent.inbox.query();
  expect(forDana).toMatchObject([{ is: 'request', leadFirst: false }]);
  requestId = requests[0]?.requestId as RequestId;
  for (const name of ['ortiz', 'pete']) {
    expect(await page(name).staff.consent.inbox.query()).toEqual({
      waiting: [],
      orders: [],
      conflicts: [],
      posts: [],
      cases: [],
      comingOfAge: [],
    });
  }
});

test('not now, and back again: the detective reads the same before, between and after', async () => {
  const said = async () =>
    (await page('ortiz').call('consent.ask', { caseId, kind: 'appointments', need: 'timing' })).body;
  const before = await said();
  await page('alma').staff.consent.setAside.mutate({ caseId, requestId, reason: 'not-now' });
  expect(await waiting('request')).toEqual([]);
  expect(await said()).toBe(before);
  await page('alma').staff.consent.takeUp.mutate({ caseId, requestId });
  expect(await waiting('request')).toHaveLength(1);
  expect(await said()).toBe(before);
  expect(await read()).toEqual(['case-plan']);
});

test('the administrator prepares what was asked for; it waits as a draft that can be gone on with', async () => {
  const [request] = await waiting('request');
  if (!request) throw new Error('no request');
  const { recipient, categories, purpose } = request;
  ({ grantId } = await page('alma').staff.consent.prepare.mutate({
    caseId,
    recipient,
    categories: [...categories, 'case-plan'],
    purpose,
    endsOn: inDays(10),
    need: 'So that visits and lessons do not clash.',
    withoutSharing: 'No.',
  }));
  expect(await waiting('request')).toEqual([]);
  expect(await waiting('draft')).toMatchObject([{ grantId, name: 'Ortiz' }]);
  const draft = await page('alma').staff.consent.draft.query({ caseId, grantId });
  expect(draft.permission).toMatchObject({
    state: 'draft',
    need: 'So that visits and lessons do not clash.',
  });
  expect(draft.preview.map(({ kind }) => kind).toSorted()).toEqual(['goal', 'note']);
  expect(await read()).toEqual(['case-plan']);
});

test('signed with a witness, it opens, and says who was there and who wrote it down', async () => {
  const signed = await page('alma').staff.consent.sign.mutate({ caseId, grantId, ...SIGNATURE });
  expect(signed.signed).toMatchObject({ method: 'typed', witness: 'A. Witness', recordedBy: 'Alma' });
  expect(await read()).toEqual(['appointments', 'case-plan']);
  expect(await waiting('draft')).toEqual([]);
  expect(await waiting('ending')).toMatchObject([{ grantId, endsOn: inDays(10) }]);
  const { sharedBy } = await page('ortiz').staff.cases.open.query({ caseId });
  expect(sharedBy).toEqual([{ owner: 'County Welfare', endsOn: inDays(10) }]);
});

test('narrowed to appointments: the older permission still opens the plan, and only that', async () => {
  const { permissions } = await page('alma').staff.consent.list.query({ caseId });
  const older = permissions.find((each) => each.grantId !== grantId && each.state === 'active');
  await page('alma').staff.consent.stop.mutate({ caseId, grantId: older?.grantId as GrantId });
  expect(await read()).toEqual(['appointments', 'case-plan']);
  const narrowed = await page('alma').staff.consent.stop.mutate({
    caseId,
    grantId,
    categories: ['case-plan'],
  });
  expect(narrowed.stillShared).toEqual(['appointments']);
  expect(await read()).toEqual(['appointments']);
});

test('paused: the open page hears of it, and is not there, as for whoever was never shared with', async () => {
  const stream = await page('ortiz').listen(caseId);
  await stream.heard('ready');
  await page('alma').staff.consent.pause.mutate({ caseId, grantId });
  await stream.ended;
  expect(await read()).toBeNull();
  const blank = (body: string) => body.replace(/"reference":"[0-9a-f]{10}"/, '');
  for (const path of ['cases.open', 'consent.list', 'consent.whoSeesWhat']) {
    const paused = await page('ortiz').call(path, { caseId });
    const never = await page('pete').call(path, { caseId });
    expect([paused.status, blank(paused.body)], path).toEqual([never.status, blank(never.body)]);
  }
  expect(await waiting('paused')).toMatchObject([
    { grantId, pausedBy: 'staff', pausedByName: 'Alma', pausedOn: inDays(0), endsOn: inDays(10) },
  ]);
  const { permissions } = await page('dana').staff.consent.list.query({ caseId });
  expect(permissions.find((each) => each.grantId === grantId)).toMatchObject({
    pausedBy: 'staff',
    pausedByName: 'Alma',
    pausedAt: expect.any(String) as string,
  });
  expect(await waiting('ending')).toEqual([]);
});

test('started again: the same kinds until the same day', async () => {
  const again = await page('alma').staff.consent.resume.mutate({ caseId, grantId });
  expect(again).toMatchObject({ state: 'active', categories: ['appointments'], endsOn: inDays(10) });
  expect(await read()).toEqual(['appointments']);
});

test('paused by the young person, nobody of the agency starts it; the young person does', async () => {
  await page('robin').youth.mine.pause.mutate({ grantId });
  expect(await read()).toBeNull();
  expect((await page('alma').call('consent.resume', { caseId, grantId })).status).toBe(409);
  expect(await waiting('paused')).toMatchObject([{ pausedBy: 'young_person', pausedByName: null }]);
  expect(await read()).toBeNull();
  await page('robin').youth.mine.resume.mutate({ grantId });
  expect(await read()).toEqual(['appointments']);
});

test('could the detective see it on a day? The table of that day says it, with its reason', async () => {
  const cellOn = async (asOf?: string) => {
    const { columns, rows } = await page('alma').staff.consent.whoSeesWhat.query({
      caseId,
      ...(asOf ? { asOf } : {}),
    });
    const at = columns.findIndex(({ name }) => name === 'Ortiz');
    return rows.find(({ kind }) => kind === 'appointments')?.cells[at];
  };
  expect(await cellOn()).toMatchObject({ state: 'all', reason: 'permission' });
  expect(await cellOn(inDays(12))).toMatchObject({ state: 'none', reason: 'ended' });
  const { rows } = await page('alma').staff.consent.whoSeesWhat.query({ caseId, asOf: inDays(-9) });
  expect(new Set(rows.flatMap(({ cells }) => cells.map(({ reason }) => reason)))).toEqual(
    new Set(['not-open']),
  );
});

test('renewed in one sitting: the same again with a signature and a last day of its own', async () => {
  const { same } = await page('alma').staff.renewal.open.query({ caseId });
  expect(same.map(({ permission }) => permission.grantId)).toContain(grantId);
  const yes = [{ grantId, initials: [] }];
  const { permissions } = await page('alma').staff.renewal.sign.mutate({
    caseId,
    endsOn: inDays(60),
    yes,
    ...SIGNATURE,
  });
  expect(permissions).toMatchObject([{ state: 'active', categories: ['appointments'], endsOn: inDays(60) }]);
  grantId = permissions[0]?.grantId as GrantId;
  expect(await read()).toEqual(['appointments']);
});

test('stopped for good by phone: nothing is there, and neither pause nor start brings it back', async () => {
  const { stopped, out } = await page('alma').staff.consent.recordStop.mutate({
    caseId,
    cameBy: 'phone',
    what: { is: 'permission', grantId },
  });
  expect(stopped).toMatchObject([{ name: 'Ortiz', categories: ['appointments'] }]);
  expect(out.flatMap(({ read: kinds }) => kinds.map(({ kind }) => kind))).toEqual(['appointments']);
  expect(await read()).toBeNull();
  for (const call of ['consent.pause', 'consent.resume']) {
    expect((await page('alma').call(call, { caseId, grantId })).status).toBe(409);
  }
  expect(await read()).toBeNull();
  const { permissions } = await page('robin').youth.mine.permissions.query();
  expect(permissions.find((each) => each.grantId === grantId)).toMatchObject({
    state: 'stopped',
    stoppedByName: 'Alma',
    stoppedHow: 'phone',
    stoppedAt: expect.any(String) as string,
  });
});

test('the log says nothing of any of it', () => {
  expect(server.log.join('\n')).not.toMatch(/Robin|swim|Dentist|clash/);
});
