import type { EmergencyForm } from '@accord/consent';
import type { BasisId, CaseId, GrantId, StaffActor, YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../support/browser.ts';
import { giveAccount, PASSWORD, Server } from '../support/http.ts';
import { inDays, Network, SIGNATURE } from '../support/network.ts';

/** A month of an administrator, over HTTP: each test goes on where the one before ended. */

interface Young {
  caseId: CaseId;
  young: YouthActor;
}

let network: Network;
let server: Server;
let recipients: StaffActor[];
let pete: StaffActor;
let cases: Young[];
/** Robin renews, Kim calls, Sam comes of age. */
let robin: Young;
let kim: Young;
let sam: Young;
const pages = new Map<string, Browser>();
const page = (name: string): Browser => pages.get(name) as Browser;
const alma = () => page('alma').staff;

const NAMES = ['Robin', 'Kim', 'Sam', 'Jay', 'Lou', 'Ash', 'Max', 'Bo'];

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  const staff = {
    dana: await network.addStaff(welfare, 'Dana'),
    alma: await network.addStaff(welfare, 'Alma'),
    hana: await network.addStaff(welfare, 'Hana'),
  };
  const police = await network.addAgency('Town Police', 'law-enforcement');
  pete = await network.addStaff(police, 'Pete');
  const clinic = await network.addAgency('River Clinic', 'mental-health');
  const school = await network.addAgency('North School', 'education');
  recipients = await Promise.all([
    network.addStaff(police, 'Ortiz'),
    network.addStaff(clinic, 'Sosa'),
    network.addStaff(clinic, 'Tam'),
    network.addStaff(school, 'Bell'),
    network.addStaff(school, 'Nair'),
    network.addStaff(school, 'Wu'),
  ]);
  cases = [];
  for (const name of NAMES) {
    const opened = await network.openCase(staff.dana, name);
    await network.assign(opened.caseId, staff.alma, 'supervision');
    await network.assign(opened.caseId, staff.alma, 'cover');
    await network.assign(opened.caseId, staff.hana, 'cover');
    await network.as(staff.dana).cases.addGoal({ caseId: opened.caseId, ownWords: 'Learn to swim' });
    cases.push(opened);
  }
  [robin, kim, sam] = cases as [Young, Young, Young];
  await network.owner((sql) => sql`update agency set emergency_needs_two = (id = ${welfare})`);
  server = await Server.start(network);
  const people = { ...staff, pete, ortiz: recipients[0] as StaffActor, kim: kim.young };
  for (const [name, actor] of Object.entries(people)) {
    await giveAccount(network, actor, `${name}@month.example`);
    const host = actor.kind === 'youth' ? 'youth' : 'staff';
    const browser = server.browser(host);
    await browser[host].session.signIn.mutate({ email: `${name}@month.example`, password: PASSWORD });
    pages.set(name, browser);
  }
});
afterAll(async () => {
  await server.close();
  await network.close();
});

const opensTo = async (name: string, { caseId }: Young) =>
  (await page(name).call('cases.open', { caseId })).status;
const ending = async () => (await alma().consent.inbox.query()).waiting.filter(({ is }) => is === 'ending');

type Prepare = Parameters<Browser['staff']['consent']['prepare']['mutate']>[0];
async function permit({ caseId }: Young, to: StaffActor, change: Partial<Prepare>): Promise<GrantId> {
  const { grantId } = await alma().consent.prepare.mutate({
    caseId,
    recipient: { kind: 'staff', staffId: to.staffId },
    categories: ['case-plan'],
    purpose: 'care-plan-coordination',
    endsOn: inDays(60),
    need: 'To plan together.',
    withoutSharing: 'No.',
    mayWrite: false,
    ...change,
  });
  await alma().consent.sign.mutate({ caseId, grantId, ...SIGNATURE, initials: [] });
  return grantId;
}

test('forty permissions for eight young people: each recipient reads what theirs opens, and nobody else does', async () => {
  let signed = 0;
  for (const [index, each] of cases.entries()) {
    const those = recipients.slice(0, index === 0 ? 6 : index === NAMES.length - 1 ? 4 : 5);
    for (const to of those) await permit(each, to, { endsOn: inDays(index === 0 ? 10 : 60) });
    signed += those.length;
  }
  expect(signed).toBe(40);
  const { cases: list } = await page('ortiz').staff.cases.list.query();
  expect(list).toHaveLength(NAMES.length);
  expect(await opensTo('pete', robin)).toBe(404);
  expect(await ending()).toHaveLength(6);
});

test('six of them are renewed in one sitting, to one day, and nothing of theirs ends soon any more', async () => {
  const { same, changed } = await alma().renewal.open.query({ caseId: robin.caseId });
  expect([same.length, changed]).toEqual([6, []]);
  const yes = same.map(({ permission }) => ({ grantId: permission.grantId, initials: [] }));
  const { permissions } = await alma().renewal.sign.mutate({
    caseId: robin.caseId,
    endsOn: inDays(90),
    yes,
    ...SIGNATURE,
  });
  expect(permissions.map(({ state, endsOn }) => [state, endsOn])).toEqual(
    yes.map(() => ['active', inDays(90)]),
  );
  expect(await ending()).toEqual([]);
  expect(await opensTo('ortiz', robin)).toBe(200);
});

test('Kim calls and stops everything: it is closed before the call is over, and the answer says what was', async () => {
  expect(await opensTo('ortiz', kim)).toBe(200);
  const said = await alma().consent.recordStop.mutate({
    caseId: kim.caseId,
    cameBy: 'phone',
    what: { is: 'everything' },
  });
  expect(said.stopped).toHaveLength(5);
  expect([said.goesOn, said.byLaw]).toEqual([[], []]);
  expect(said.out).toMatchObject([{ name: 'Ortiz' }]);
  expect(await opensTo('ortiz', kim)).toBe(404);
  const { looks } = await page('kim').youth.mine.looks.query();
  expect(looks.filter(({ action }) => action === 'stopped')).not.toHaveLength(0);
});

test('an emergency opens for an hour by two people, is on Kim’s page, and a third looks at it', async () => {
  const form: EmergencyForm = {
    caseId: kim.caseId,
    kind: 'emergency',
    recipient: { kind: 'staff', staffId: (recipients[0] as StaffActor).staffId },
    categories: ['case-plan'],
    purposes: ['care-plan-coordination'],
    nature: 'in-danger',
    minutes: 60,
    told: 'not-reached',
  };
  const { basisId } = await page('dana').staff.emergencies.ask.mutate(form);
  expect(await opensTo('ortiz', kim)).toBe(404);
  await page('hana').staff.emergencies.answer.mutate({ basisId, agrees: true });
  expect(await opensTo('ortiz', kim)).toBe(200);
  const { bases } = await page('kim').youth.mine.bases.query();
  expect(bases).toMatchObject([{ kind: 'emergency', recipient: { name: 'Ortiz' }, secondedBy: 'Hana' }]);
  const waiting = async () => (await alma().emergencies.list.query()).emergencies.map(({ is }) => is);
  expect(await waiting()).toEqual(['review']);
  await alma().emergencies.review.mutate({ basisId, outcome: 'right' });
  expect(await waiting()).toEqual([]);
  await alma().bases.end.mutate({ caseId: kim.caseId, basisId: basisId as BasisId, reason: 'done' });
  expect(await opensTo('ortiz', kim)).toBe(404);
});

test('a subpoena is written down with its clock, opens nothing, and is closed by what became of it', async () => {
  const { caseId } = robin;
  await alma().register.record.mutate({
    caseId,
    kind: 'subpoena',
    number: 'SUB-26-0412',
    receivedAt: new Date(Date.now() - 3_600_000).toISOString(),
    answerBy: inDays(9),
  });
  expect(await opensTo('pete', robin)).toBe(404);
  const { entries } = await alma().register.due.query();
  expect(entries).toMatchObject([{ kind: 'subpoena', number: 'SUB-26-0412', standing: 'on-time' }]);
  const [entry] = entries;
  if (!entry) throw new Error('no entry');
  await alma().register.close.mutate({ caseId, entryId: entry.entryId, outcome: 'objected' });
  expect((await alma().register.due.query()).entries).toEqual([]);
  expect(await opensTo('pete', robin)).toBe(404);
});

test('a court orders records: a package holds what the order names, two people send it out, and a hold keeps the rest', async () => {
  const { caseId } = robin;
  await page('dana').staff.cases.addNote.mutate({ caseId, category: 'cw-record', facts: 'A visit at home' });
  const { basisId } = await alma().bases.record.mutate({
    caseId,
    kind: 'court_order',
    recipient: { kind: 'staff', staffId: pete.staffId },
    categories: ['cw-record'],
    purposes: ['investigation'],
    number: 'JV-26-0412',
    issuedOn: inDays(0),
    endsOn: inDays(30),
    told: 'in-person',
  });
  const { packageId } = await page('dana').staff.packages.prepare.mutate({
    caseId,
    demand: 'court-order',
    basisId,
    number: 'REQ-26-31',
    receivedOn: inDays(-1),
    dueOn: inDays(9),
    kinds: ['cw-record', 'case-plan'],
    firstDay: inDays(-60),
    lastDay: inDays(1),
  });
  expect((await page('dana').call('packages.handOut', { caseId, packageId })).status).toBe(409);
  await alma().packages.answer.mutate({ caseId, packageId, approve: true });
  const out = await page('dana').staff.packages.handOut.mutate({ caseId, packageId });
  expect(out).toMatchObject({ is: 'handed-out', file: { contents: [{ kinds: ['cw-record'] }] } });

  const { holdId } = await page('hana').staff.keeping.placeHold.mutate({ caseId, reason: 'records-request' });
  expect((await alma().packages.open.query({ caseId })).isHeld).toBe(true);
  const erase = () => network.owner((sql) => sql`delete from case_item where case_id = ${caseId}`);
  await expect(erase()).rejects.toThrow('a legal hold stands');
  expect((await page('hana').call('keeping.liftHold', { caseId, holdId })).status).toBe(409);
  await alma().keeping.liftHold.mutate({ caseId, holdId });
});

test('Sam comes of age in a month: it waits in the inbox, and what Sam signs for the time after opens nothing before', async () => {
  const born = new Date(inDays(30));
  born.setUTCFullYear(born.getUTCFullYear() - 18);
  const bornOn = born.toISOString().slice(0, 10);
  await page('dana').staff.cases.editProfile.mutate({
    caseId: sam.caseId,
    name: 'Sam',
    bornOn,
    revision: 1,
  });
  const { comingOfAge } = await alma().consent.inbox.query();
  expect(comingOfAge).toEqual([{ caseId: sam.caseId, codeName: expect.any(String), on: inDays(30) }]);
  expect(await opensTo('pete', sam)).toBe(404);
  await permit(sam, pete, { endsOn: inDays(200), fromMajority: true });
  expect(await opensTo('pete', sam)).toBe(404);
});

test('and at the end of the month the list of who read what names each reading, with the reason for it', async () => {
  const { lines } = await alma().answers.accounting.query({ caseId: kim.caseId, list: 'all' });
  const read = lines.map(({ recipient, bases }) => [recipient.name, ...bases.map(({ kind }) => kind)]);
  expect(read).toEqual([
    ['Ortiz', 'emergency'],
    ['Ortiz', 'consent'],
  ]);
});
