import { Category, type CategoryCode, maskOf, type RecordAgreementInput } from '@accord/consent';
import { type AgencyId, type CaseId, type GrantId, PURPOSES, type StaffActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inDays, Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// What each agency signed with others caps what a permission opens: what the one gives, and what the other receives.

let network: Network;
let welfare: AgencyId;
let school: AgencyId;
let dana: StaffActor;
let amara: StaffActor;
let mateo: StaffActor;
let head: StaffActor;
let caseId: CaseId;

const KINDS: CategoryCode[] = ['case-plan', 'appointments'];

beforeAll(async () => {
  network = await Network.start();
  welfare = await network.addAgency('County Child Welfare', 'child-welfare');
  school = await network.addAgency('Riverbend Schools', 'education');
  dana = await network.addStaff(welfare, 'Dana');
  amara = await network.addStaff(welfare, 'Amara');
  mateo = await network.addStaff(school, 'Mateo');
  head = await network.addStaff(school, 'Head');
  const other = await network.openCase(mateo, 'Somebody else');
  await network.assign(other.caseId, head, 'supervision');
  ({ caseId } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, amara, 'supervision');
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Finish school' });
  await network.as(dana).cases.addAppointment({
    caseId,
    what: 'Court date',
    startsAt: `${inDays(5)}T15:00:00Z`,
  });
});
afterAll(() => network.close());

/** The only papers of both agencies, as the owner puts them there: on every kind, use and time. */
beforeEach(async () => {
  for (const grantId of await live()) await network.as(dana).consent.stop({ caseId, grantId });
  await network.owner(async (sql) => {
    await sql`update agreement set replaces = null`;
    await sql`delete from agreement where number <> 'MOU 1'`;
    await sql`update agreement set over_at = 'infinity', ended_by = null, ended_at = null, valid_from = '2020-01-01'`;
  });
});

const live = async (): Promise<GrantId[]> => {
  const { permissions } = await network.as(dana).consent.list({ caseId });
  return permissions.flatMap(({ grantId, state }) => (state === 'active' ? [grantId] : []));
};
const paper = (change: Partial<RecordAgreementInput> = {}): RecordAgreementInput => ({
  sort: 'mou',
  parties: 'Riverbend Schools',
  number: 'MOU 2026-7',
  digest: null,
  signedBy: 'A. Director',
  signedOn: inDays(-3),
  startsOn: inDays(-2),
  endsOn: null,
  gives: KINDS,
  receives: KINDS,
  purposes: ['care-plan-coordination'],
  replaces: null,
  ...change,
});
const share = (kinds: CategoryCode[] = KINDS) => network.share(dana, caseId, { as: mateo }, kinds);
const seen = async () =>
  (
    await network
      .as(mateo)
      .cases.open({ caseId })
      .catch(() => ({ items: [] }))
  ).items
    .flatMap(({ categories }) => categories)
    .toSorted();
const idOf = async (by: StaffActor, number: string) => {
  const found = (await network.as(by).agreements.list()).agreements.find((each) => each.number === number);
  if (!found) throw new Error(`no agreement ${number}`);
  return found.agreementId;
};
/** In place of the paper on everything. */
const sign = async (by: StaffActor, change: Partial<RecordAgreementInput>) =>
  network.as(by).agreements.record(paper({ replaces: await idOf(by, 'MOU 1'), ...change }));
const wraps = (grantId: GrantId) =>
  network.owner(
    (sql) => sql<{ mask: string; ends: Date }[]>`
    select category_mask::text as mask, ends_at as ends from key_wrap where basis_id = ${grantId}`,
  );

describe('what neither or only one of them signed', () => {
  test('is not offered, with whose signature lacks, and cannot be prepared', async () => {
    await sign(amara, { gives: ['case-plan', 'id-core'] });
    await sign(head, { receives: ['case-plan', 'appointments'] });
    const recipient = { kind: 'staff', staffId: mateo.staffId } as const;
    const offer = await network.as(dana).agreements.offer({ recipient, purpose: 'care-plan-coordination' });
    expect(offer.kinds).toEqual(['case-plan']);
    expect(offer.held).toContainEqual({ kind: 'appointments', by: 'own' });
    expect(offer.held).toContainEqual({ kind: 'id-core', by: 'theirs' });
    for (const kind of ['appointments', 'id-core'] as const) {
      await expect(share([kind])).rejects.toMatchObject({ cause: { fields: [{ field: 'categories' }] } });
    }
    await expect(
      network.share(dana, caseId, { as: mateo, purpose: 'education-support' }, ['case-plan']),
    ).rejects.toMatchObject({ cause: { fields: [{ field: 'categories' }] } });
  });

  test('nothing goes from or to an agency of which no agreement is known', async () => {
    await network.as(head).agreements.end({ agreementId: await idOf(head, 'MOU 1') });
    await expect(share()).rejects.toMatchObject({ cause: { fields: [{ field: 'categories' }] } });
  });

  test('is told to the recipient as their own agency’s, and only where it is', async () => {
    await network.owner(
      (sql) => sql`insert into effective_access (case_id, owner_agency, grantee_kind, grantee_id,
        purpose, basis_kind, basis_id, see_mask, know_mask, valid_from, valid_to, opened_at)
      values (${caseId}, ${welfare}, 'staff', ${mateo.staffId}, ${PURPOSES['care-plan-coordination']}, 'court_order',
        ${crypto.randomUUID()}, 0, ${maskOf(['case-plan']).toString()}, now(), now() + interval '1 day', now())`,
    );
    const [stub] = (await network.as(mateo).cases.open({ caseId })).items;
    if (!stub) throw new Error('an order that lets one know lets nobody know');
    const why = () => network.as(mateo).consent.why({ caseId, itemId: stub.itemId });
    expect(await why()).toMatchObject({ is: 'closed', reason: 'no-permission', ask: 'case-plan' });
    await sign(head, { receives: ['appointments'] });
    expect(await why()).toMatchObject({ is: 'closed', reason: 'own-agreement', ask: null });
    await network.owner((sql) => sql`delete from effective_access where basis_kind = 'court_order'`);
  });

  test('is turned away by the floor, in kinds and in time, though it was signed', async () => {
    const grantId = await share();
    const project = (kinds: CategoryCode[], ends: string) =>
      network.database.withActor(
        dana,
        { purpose: 'care-plan-coordination', cases: [caseId] },
        (tx) =>
          tx`select project_grant(${grantId}, ${tx.json([
            {
              owner_agency: welfare,
              grantee_kind: 'staff',
              grantee_id: mateo.staffId,
              purpose: PURPOSES['care-plan-coordination'],
              see_mask: maskOf(kinds).toString(),
              know_mask: maskOf(kinds).toString(),
              valid_to: ends,
            },
          ])})`,
      );
    const far = `${inDays(20)}T00:00:00Z`;
    expect(await refusalOf(project(KINDS, far))).toBe('ALLOWED');
    await network.owner(
      (sql) => sql`update agreement set receives = ${maskOf(['case-plan']).toString()}
      where agency_id = ${school}`,
    );
    expect(await refusalOf(project(KINDS, far))).toBe('INTERNAL');
    expect(await refusalOf(project(['case-plan'], far))).toBe('ALLOWED');
    await network.owner(
      (sql) => sql`update agreement set over_at = now() + interval '10 days', ended_by = ${head.staffId},
      ended_at = now() where agency_id = ${school}`,
    );
    expect(await refusalOf(project(['case-plan'], far))).toBe('INTERNAL');
    await network.owner((sql) => sql`update agreement set receives = ${maskOf(Category.options).toString()}`);
  });
});

describe('a change of what an agency signed', () => {
  test('closes at once what is no longer covered, with its keys; a wider one opens nothing', async () => {
    const grantId = await share();
    expect(await seen()).toEqual(['appointments', 'case-plan']);
    const { agreementId } = await sign(amara, { gives: ['case-plan'] });
    expect(await seen()).toEqual(['case-plan']);
    expect((await wraps(grantId)).every(({ mask }) => mask === maskOf(['case-plan']).toString())).toBe(true);
    await network.as(amara).agreements.record(paper({ number: 'MOU 2026-8', replaces: agreementId }));
    expect(await seen()).toEqual(['case-plan']);
    const shown = async () =>
      (await network.as(dana).consent.list({ caseId })).permissions.find((each) => each.grantId === grantId)
        ?.categories;
    expect(await shown()).toEqual(['case-plan']);
    await network.as(dana).consent.pause({ caseId, grantId });
    await network.as(dana).consent.resume({ caseId, grantId });
    expect(await seen()).toEqual(['appointments', 'case-plan']);
    expect(await shown()).toEqual(KINDS);
  });

  test('by the agency that receives closes it as well, and ending one closes all that it alone covered', async () => {
    await share();
    await sign(head, { receives: ['appointments'] });
    expect(await seen()).toEqual(['appointments']);
    await network.as(head).agreements.end({ agreementId: await idOf(head, 'MOU 2026-7') });
    expect(await seen()).toEqual([]);
    const { permissions } = await network.as(dana).consent.list({ caseId });
    const held = permissions.find(({ state }) => state === 'active');
    expect(held).toMatchObject({ categories: [], law: [{ needs: 'agreement' }, { needs: 'agreement' }] });
  });

  test('that continues it carries on what is open, to the end that was signed and no further', async () => {
    await sign(amara, { endsOn: inDays(10) });
    const grantId = await share();
    const ends = () =>
      network.owner(async (sql) => {
        const [row] = await sql<{ days: number }[]>`
          select max(extract(day from valid_to - now()))::int as days from effective_access where basis_id = ${grantId}`;
        return row?.days;
      });
    expect(await ends()).toBeLessThan(12);
    const before = await wraps(grantId);
    await network
      .as(amara)
      .agreements.record(paper({ number: 'MOU 2026-9', startsOn: inDays(9), endsOn: inDays(400) }));
    expect(await ends()).toBeGreaterThan(28);
    expect(await ends()).toBeLessThan(32);
    const after = await wraps(grantId);
    expect(after.map(({ mask }) => mask)).toEqual(before.map(({ mask }) => mask));
    expect(after.every(({ ends: until }) => until > new Date(Date.now() + 28 * 86_400_000))).toBe(true);
  });

  test('kinds that are covered for different times end each with its own, and the rest goes on', async () => {
    await sign(amara, { gives: ['case-plan'], endsOn: inDays(5) });
    await network
      .as(amara)
      .agreements.record(paper({ number: 'DSA 4', gives: ['appointments'], endsOn: inDays(15) }));
    const grantId = await share();
    const rows = await network.owner(
      (sql) => sql<{ mask: string }[]>`
      select see_mask::text as mask from effective_access where basis_id = ${grantId} order by valid_to`,
    );
    expect(rows.map(({ mask }) => mask)).toEqual([maskOf(KINDS), maskOf(['appointments'])].map(String));
    // The first of them is over: time is moved for the row as it would pass.
    await network.owner(
      (sql) => sql`update effective_access set valid_from = now() - interval '2 days',
      valid_to = now() - interval '1 day' where basis_id = ${grantId} and part = 0`,
    );
    expect(await seen()).toEqual(['appointments']);
  });

  test('waits for nobody’s order, duty or emergency: those ask for no agreement', async () => {
    await network.as(head).agreements.end({ agreementId: await idOf(head, 'MOU 1') });
    const { basisId } = await network.as(dana).bases.record({
      caseId,
      kind: 'court_order',
      recipient: { kind: 'staff', staffId: mateo.staffId },
      categories: ['case-plan'],
      purposes: ['care-plan-coordination'],
      issuedOn: inDays(0),
      endsOn: inDays(20),
      number: 'Order 12-3456',
      told: 'in-person',
    });
    expect(await seen()).toEqual(['case-plan']);
    await network.as(dana).bases.end({ caseId, basisId, reason: 'lifted' });
  });
});

describe('the library', () => {
  test('is recorded and ended by whoever supervises for the agency, and read by its own people alone', async () => {
    for (const nobody of [dana, mateo]) {
      expect(await refusalOf(network.as(nobody).agreements.record(paper()))).toBe('NOT_FOUND');
    }
    const { agreementId } = await network.as(amara).agreements.record(paper({ digest: 'ab'.repeat(32) }));
    expect(await refusalOf(network.as(head).agreements.end({ agreementId }))).toBe('NOT_FOUND');
    expect(await refusalOf(network.as(dana).agreements.end({ agreementId }))).toBe('NOT_FOUND');
    const mine = await network.as(dana).agreements.list();
    expect(mine).toMatchObject({ agency: 'County Child Welfare', mayRecord: false });
    expect(mine.agreements.find((each) => each.agreementId === agreementId)).toMatchObject({
      number: 'MOU 2026-7',
      digest: 'ab'.repeat(32),
      standing: 'in-force',
      endsSoon: false,
      recordedBy: 'Amara',
      gives: KINDS,
    });
    const theirs = await network.as(head).agreements.list();
    expect(theirs).toMatchObject({ mayRecord: true });
    expect(theirs.agreements.map(({ number }) => number)).toEqual(['MOU 1']);
  });

  test('keeps what was replaced and what was ended, and neither is touched twice', async () => {
    const first = await idOf(amara, 'MOU 1');
    await sign(amara, { endsOn: inDays(30) });
    const { agreements } = await network.as(amara).agreements.list();
    expect(agreements.find(({ agreementId }) => agreementId === first)).toMatchObject({
      standing: 'over',
      endedBy: 'Amara',
    });
    expect(agreements.find(({ number }) => number === 'MOU 2026-7')).toMatchObject({
      replacesNumber: 'MOU 1',
      endsSoon: true,
    });
    expect(await refusalOf(network.as(amara).agreements.end({ agreementId: first }))).toBe('CONFLICT');
    expect(await refusalOf(network.as(amara).agreements.record(paper({ replaces: first })))).toBe('CONFLICT');
    expect(agreements).toHaveLength((await network.as(amara).agreements.list()).agreements.length);
  });
});
