import type { AgencyId, CaseId, GrantId, ItemId, ServiceId, StaffActor, YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../support/browser.ts';
import { addService } from '../support/directory.ts';
import { giveAccount, PASSWORD, Server } from '../support/http.ts';
import { Network } from '../support/network.ts';

/** From a need to a yes, and back: each test goes on where the one before ended. */

const NEUTRAL = "Nothing here, or it isn't shared with you.";

let network: Network;
let server: Server;
let dana: StaffActor;
let noor: StaffActor;
let young: YouthActor;
let worker: Browser;
let intake: Browser;
let robin: Browser;
let caseId: CaseId;
let rooms: ServiceId;
let quiet: ServiceId;
let first: ItemId;
let second: ItemId;
let grantId: GrantId;

beforeAll(async () => {
  network = await Network.start();
  dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  const harbor: AgencyId = await network.addAgency('Harbor House', 'runaway-homeless-youth');
  noor = await network.addStaff(harbor, 'Noor');
  rooms = await addService(network, 'Rooms', harbor);
  quiet = await addService(network, 'Quiet house');
  ({ caseId, young } = await network.openCase(dana, 'Robin A.'));
  for (const [actor, email] of [
    [dana, 'dana'],
    [noor, 'noor'],
    [young, 'robin'],
  ] as const)
    await giveAccount(network, actor, `${email}@referral.example`);
  server = await Server.start(network);
  worker = await signedIn('staff', 'dana');
  intake = await signedIn('staff', 'noor');
  robin = await signedIn('youth', 'robin');
});
afterAll(async () => {
  await server.close();
  await network.close();
});

async function signedIn(host: 'staff' | 'youth', name: string): Promise<Browser> {
  const browser = server.browser(host);
  const input = { email: `${name}@referral.example`, password: PASSWORD };
  await browser[host].session.signIn.mutate(input);
  return browser;
}

/** How a referral stands on the page of a reader; undefined where it is not there for them. */
async function standing(of: ItemId, reader: 'worker' | 'intake' | 'robin') {
  const page =
    reader === 'robin'
      ? await robin.youth.mine.open.query()
      : await (reader === 'worker' ? worker : intake).staff.cases.open.query({ caseId });
  const item = page.items.find((each) => each.itemId === of);
  return item?.kind === 'referral' ? item.standing : undefined;
}

const lists = async (who: Browser, show: 'to-answer' | 'waiting' | 'answered') =>
  (await who.staff.referrals.list.query({ show })).referrals;

test('before it is sent, the worker is told the truth: nobody at the service would see it', async () => {
  const prepared = await worker.staff.referrals.prepare.query({ caseId, serviceId: rooms });
  expect(prepared).toMatchObject({ agency: { name: 'Harbor House' }, readers: [], preview: [] });
  expect(await worker.staff.referrals.prepare.query({ caseId, serviceId: quiet })).toEqual({
    agency: null,
    readers: [],
    preview: [],
    askedAt: null,
  });
  expect((await intake.call('referrals.prepare', { caseId, serviceId: rooms })).body).toContain(NEUTRAL);
});

test('it is sent, and goes on the plan alone', async () => {
  const input = { caseId, serviceId: rooms, reason: 'A room for two weeks' };
  ({ itemId: first } = await worker.staff.referrals.refer.mutate(input));
  expect(await standing(first, 'worker')).toMatchObject({
    status: 'requested',
    part: 'owner',
    next: ['accept', 'decline', 'cancel'],
    reached: false,
    unansweredDays: 0,
  });
  expect(await standing(first, 'robin')).toMatchObject({
    status: 'requested',
    part: 'young-person',
    next: [],
  });
  expect(await lists(intake, 'to-answer')).toEqual([]);
  expect((await intake.call('cases.open', { caseId })).status).toBe(404);
});

test('with a permission the house has it to answer, by a code name, and sees nothing else', async () => {
  grantId = await network.share(dana, caseId, { as: noor }, ['service-linkage']);
  const prepared = await worker.staff.referrals.prepare.query({ caseId, serviceId: rooms });
  expect(prepared.readers).toMatchObject([{ name: 'Noor' }]);
  // Nobody is asked twice by mistake.
  expect(prepared.askedAt).not.toBeNull();
  const looks = (await robin.youth.mine.looks.query()).looks.length;
  expect(await intake.staff.referrals.waiting.query()).toEqual({ toAnswer: 1, waiting: 0 });
  expect(await worker.staff.referrals.waiting.query()).toEqual({ toAnswer: 0, waiting: 1 });
  // Figures are no look.
  expect((await robin.youth.mine.looks.query()).looks).toHaveLength(looks);
  const page = await intake.staff.cases.open.query({ caseId });
  const open = page.items.filter(({ content }) => content.is === 'open');
  expect(prepared.preview.map(({ itemId }) => itemId)).toEqual(open.map(({ itemId }) => itemId));
  expect(await standing(first, 'worker')).toMatchObject({ reached: true });
  const [row] = await lists(intake, 'to-answer');
  expect(row).toMatchObject({
    itemId: first,
    name: null,
    service: 'Rooms',
    standing: { part: 'receiver', next: ['accept', 'decline'] },
  });
  expect((await intake.call('referrals.list', { show: 'to-answer' })).body).not.toContain('Robin');
});

test('they decline with a reason by its code, and no words of theirs travel', async () => {
  const move = { caseId, itemId: first, move: 'decline', revision: 1 } as const;
  const without = await intake.call('referrals.move', move);
  expect(without.status).toBe(400);
  expect(without.body).toContain('Choose the reason that they gave.');
  const withWords = await intake.call('referrals.move', { ...move, reason: 'full', note: 'No room' });
  expect(withWords.status).toBe(400);
  await intake.staff.referrals.move.mutate({ ...move, reason: 'full' });
  expect(await standing(first, 'worker')).toMatchObject({
    status: 'rejected',
    reason: 'full',
    by: { is: 'receiver', name: 'Noor', agency: 'Harbor House' },
    next: [],
    unansweredDays: null,
  });
  expect(await lists(worker, 'waiting')).toEqual([]);
  expect(await lists(worker, 'answered')).toMatchObject([{ itemId: first, name: 'Robin A.' }]);
});

test('another one is sent, and what the worker heard by phone is said by the service', async () => {
  const input = { caseId, serviceId: rooms, reason: 'A room from the first of the month' };
  ({ itemId: second } = await worker.staff.referrals.refer.mutate(input));
  const accept = { caseId, itemId: second, move: 'accept', revision: 1 } as const;
  expect(await worker.staff.referrals.move.mutate(accept)).toEqual({ revision: 2, status: 'accepted' });
  const late = await intake.call('referrals.move', accept);
  expect(late.status).toBe(409);
  expect(await standing(second, 'intake')).toMatchObject({
    status: 'accepted',
    by: { is: 'owner', name: 'Dana' },
  });
});

test('a stop takes the right to answer at once, and with it the whole list', async () => {
  await robin.youth.mine.stop.mutate({ grantId });
  const move = { caseId, itemId: second, move: 'start', revision: 2 } as const;
  const hidden = await intake.call('referrals.move', move);
  const unknown = await intake.call('referrals.move', { ...move, itemId: rooms });
  expect(hidden.status).toBe(404);
  expect(hidden.body.replace(/[0-9a-f]{10}/, '')).toBe(unknown.body.replace(/[0-9a-f]{10}/, ''));
  for (const show of ['to-answer', 'waiting', 'answered'] as const)
    expect(await lists(intake, show)).toEqual([]);
  expect(await intake.staff.referrals.waiting.query()).toEqual({ toAnswer: 0, waiting: 0 });
  expect(await standing(second, 'worker')).toMatchObject({ status: 'accepted', reached: null });
});

test('shared again, the house starts, and says that it is done', async () => {
  await network.share(dana, caseId, { as: noor }, ['service-linkage']);
  const at = { caseId, itemId: second };
  await intake.staff.referrals.move.mutate({ ...at, move: 'start', revision: 2 });
  await intake.staff.referrals.move.mutate({ ...at, move: 'pause', revision: 3 });
  await intake.staff.referrals.move.mutate({ ...at, move: 'start', revision: 4 });
  await intake.staff.referrals.move.mutate({ ...at, move: 'complete', revision: 5 });
  expect(await standing(second, 'worker')).toMatchObject({ status: 'completed', helped: null, next: [] });
});

test('only the young person says that it helped', async () => {
  await robin.youth.mine.referralHelped.mutate({ itemId: second, helped: true, revision: 6 });
  for (const reader of ['worker', 'intake', 'robin'] as const)
    expect(await standing(second, reader)).toMatchObject({ status: 'completed', helped: true });
  expect(await standing(second, 'worker')).toMatchObject({ by: { is: 'young-person' } });
});

test('every look and every answer is in the ledger, and the young person reads it', async () => {
  const { looks } = await robin.youth.mine.looks.query();
  const byNoor = looks.filter(({ who }) => who === 'Noor');
  expect(byNoor.filter(({ action }) => action === 'wrote')).toHaveLength(5);
  expect(byNoor.filter(({ action }) => action === 'opened').length).toBeGreaterThan(0);
  expect(new Set(byNoor.flatMap(({ what }) => what))).toEqual(new Set(['service-linkage']));
});
