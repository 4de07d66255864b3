import type { EmergencyForm } from '@accord/consent';
import type { AgencyId, BasisId, CaseId, StaffActor, YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inDays, Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// Two people open an emergency where the agency wants two, a third looks at it, and who leaves it unseen opens no other.

let network: Network;
let welfare: AgencyId;
let dana: StaffActor;
let cora: StaffActor;
let stan: StaffActor;
let olga: StaffActor;
let nell: StaffActor;
let ortiz: StaffActor;
let young: YouthActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  welfare = await network.addAgency('County Welfare', 'child-welfare');
  dana = await network.addStaff(welfare, 'Dana');
  cora = await network.addStaff(welfare, 'Cora');
  stan = await network.addStaff(welfare, 'Stan');
  olga = await network.addStaff(welfare, 'Olga');
  nell = await network.addStaff(welfare, 'Nell');
  ortiz = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
});
afterAll(() => network.close());

beforeEach(async () => {
  await network.owner(async (sql) => {
    await sql`delete from emergency_ask`;
    await sql`delete from law_basis where kind = 'emergency'`;
    await sql`update effective_access set valid_to = now() where basis_kind = 'emergency' and valid_to > now()`;
    await sql`delete from on_call`;
    await sql`update agency set emergency_needs_two = (id = ${welfare})`;
  });
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, cora, 'cover');
  await network.assign(caseId, stan, 'supervision');
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
});

const form = (changes: Partial<EmergencyForm> = {}): EmergencyForm => ({
  caseId,
  kind: 'emergency',
  recipient: { kind: 'staff', staffId: ortiz.staffId },
  categories: ['case-plan'],
  purposes: ['care-plan-coordination'],
  nature: 'in-danger',
  minutes: 15,
  told: 'not-reached',
  ...changes,
});
const ask = (who = dana, changes: Partial<EmergencyForm> = {}) =>
  network.as(who).emergencies.ask(form(changes));
const answer = (who: StaffActor, basisId: BasisId, agrees = true) =>
  network.as(who).emergencies.answer({ basisId, agrees });
const review = (who: StaffActor, basisId: BasisId, outcome: 'right' | 'not-right' = 'right') =>
  network.as(who).emergencies.review({ basisId, outcome });
const seen = async (who: StaffActor) => (await network.as(who).emergencies.list()).emergencies;
const onCall = (colleague: StaffActor) =>
  network
    .as(stan)
    .emergencies.putOnCall({ staffId: colleague.staffId, phone: '555-0142', endsOn: inDays(7) });
const opensTo = (who: StaffActor) => refusalOf(network.as(who).cases.open({ caseId }));
/** As if it had been opened so long ago. */
const back = (basisId: BasisId, ago: string) =>
  network.owner(
    (sql) => sql`update law_basis set valid_from = now() - ${ago}::interval,
      valid_to = now() - ${ago}::interval + interval '15 minutes' where id = ${basisId}`,
  );
/** Agreed to by Stan, as Dana asked. */
async function opened(): Promise<BasisId> {
  const { basisId } = await ask();
  await answer(stan, basisId);
  return basisId;
}

describe('a second person', () => {
  test('nothing is open before they agree; then it is, with its keys, for its minutes, under both names', async () => {
    const { basisId } = await ask();
    expect(await opensTo(ortiz)).toBe('NOT_FOUND');
    expect((await network.asYouth(young).mine.bases()).bases).toEqual([]);
    await answer(stan, basisId);
    const { items } = await network.as(ortiz).cases.open({ caseId });
    expect(items.map(({ kind, content }) => `${kind} ${content.is}`)).toEqual(['goal open']);
    const [mine] = (await network.asYouth(young).mine.bases()).bases;
    expect(mine).toMatchObject({ recordedBy: 'Dana', secondedBy: 'Stan', state: 'active', review: null });
    const { looks } = await network.asYouth(young).mine.looks();
    expect(looks).toContainEqual(expect.objectContaining({ who: 'Stan', action: 'shared' }));
    const [row] = await network.owner(
      (sql) => sql<{ minutes: number }[]>`
        select extract(epoch from valid_to - valid_from)::int / 60 as minutes from law_basis where id = ${basisId}`,
    );
    expect(row?.minutes).toBe(15);
  });

  test('not who asked, not a colleague who is neither on the case nor on call, not who gets it, not the young person', async () => {
    const { basisId } = await ask();
    for (const who of [dana, olga, nell, ortiz])
      expect(await refusalOf(answer(who, basisId))).toBe('NOT_FOUND');
    expect(await opensTo(ortiz)).toBe('NOT_FOUND');
  });

  test('not a colleague whom the young person keeps out, on call or on the case', async () => {
    const { basisId } = await ask();
    await onCall(nell);
    for (const { staffId } of [cora, nell]) await network.asYouth(young).mine.keepOut({ staffId });
    for (const who of [cora, nell]) {
      expect(await refusalOf(answer(who, basisId))).toBe('NOT_FOUND');
      expect(await seen(who)).toEqual([]);
    }
  });

  test('where the agency wants two, one opens nothing, by the product or by hand; where it does not, nobody is asked', async () => {
    expect(await refusalOf(network.as(dana).bases.record(form()))).toBe('BAD_INPUT');
    const byHand = network.database.withActor(
      dana,
      { purpose: 'care-plan-coordination', cases: [caseId] },
      (tx) => tx`select record_basis(gen_random_uuid(), ${caseId}, 'emergency', 'staff', ${ortiz.staffId},
        array[1]::smallint[], ${1n}, ${1n}, now() + interval '10 minutes', null, 'in-danger', null, null, 'in-person', null)`,
    );
    await expect(byHand).rejects.toMatchObject({ cause: { code: 'AC403' } });
    await network.as(stan).emergencies.wantTwo({ needsTwo: false });
    expect(await refusalOf(ask())).toBe('BAD_INPUT');
    expect(await refusalOf(network.as(dana).bases.record(form()))).toBe('ALLOWED');
  });

  test('a no, or one’s own word, takes it back, and it is over', async () => {
    const first = await ask();
    await answer(cora, first.basisId, false);
    expect(await refusalOf(answer(stan, first.basisId))).toBe('CONFLICT');
    const second = await ask();
    await answer(dana, second.basisId, false);
    expect(await refusalOf(answer(stan, second.basisId))).toBe('CONFLICT');
    expect(await seen(stan)).toEqual([]);
    expect(await opensTo(ortiz)).toBe('NOT_FOUND');
  });

  test('it lapses after half an hour', async () => {
    const { basisId } = await ask();
    await network.owner((sql) => sql`update emergency_ask set lapses_at = now() where id = ${basisId}`);
    expect(await refusalOf(answer(stan, basisId))).toBe('CONFLICT');
    expect(await seen(stan)).toEqual([]);
  });

  test('two at once agree to it once', async () => {
    const { basisId } = await ask();
    const both = await Promise.all([refusalOf(answer(stan, basisId)), refusalOf(answer(cora, basisId))]);
    expect(both.toSorted()).toEqual(['ALLOWED', 'CONFLICT']);
  });

  test('a worker asks for one at a time, and for none while one of theirs is open', async () => {
    const { basisId } = await ask();
    expect(await refusalOf(ask())).toBe('CONFLICT');
    await answer(stan, basisId);
    expect(await refusalOf(ask())).toBe('CONFLICT');
  });

  test('a safe place is never opened, whoever agrees', async () => {
    expect(await refusalOf(ask(dana, { categories: ['shelter-location'] }))).toBe('BAD_INPUT');
    const { basisId } = await ask();
    await network.owner(
      (
        sql,
      ) => sql`update emergency_ask set mask = (select 1::bigint << bit from category where code = 'shelter-location')
        where id = ${basisId}`,
    );
    expect(await refusalOf(answer(stan, basisId))).toBe('INTERNAL');
    expect(await opensTo(ortiz)).toBe('NOT_FOUND');
  });
});

describe('on call', () => {
  test('stands in for the second person, and reads nothing of the case but what they decide about', async () => {
    await onCall(nell);
    const { basisId } = await ask();
    const [waits] = await seen(nell);
    expect(waits).toMatchObject({ is: 'ask', by: 'Dana', caseId: null, codeName: null, mayDecide: true });
    expect(await refusalOf(answer(nell, basisId))).toBe('ALLOWED');
    expect(await opensTo(ortiz)).toBe('ALLOWED');
    expect(await opensTo(nell)).toBe('NOT_FOUND');
    expect(await refusalOf(network.as(nell).bases.list({ caseId }))).toBe('NOT_FOUND');
    const { looks } = await network.asYouth(young).mine.looks();
    expect(looks).toContainEqual(expect.objectContaining({ who: 'Nell', action: 'shared' }));
  });

  test('is over with its day, and by being taken off', async () => {
    await onCall(nell);
    const { basisId } = await ask();
    await network.owner(
      (sql) => sql`update on_call set valid_from = now() - interval '9 days', valid_to = now()`,
    );
    expect(await refusalOf(answer(nell, basisId))).toBe('NOT_FOUND');
    await onCall(nell);
    await network.as(stan).emergencies.takeOffCall({ staffId: nell.staffId });
    expect(await refusalOf(answer(nell, basisId))).toBe('NOT_FOUND');
    expect((await network.as(nell).emergencies.afterHours()).onCall).toEqual([]);
  });

  test('is set by whoever supervises: not by a worker, nor for oneself, nor for another agency, nor for ever', async () => {
    const put = (who: StaffActor, colleague: StaffActor, endsOn = inDays(3)) =>
      refusalOf(
        network.as(who).emergencies.putOnCall({ staffId: colleague.staffId, phone: '555-0142', endsOn }),
      );
    expect(await put(dana, nell)).toBe('NOT_FOUND');
    expect(await put(ortiz, ortiz)).toBe('NOT_FOUND');
    expect(await put(stan, stan)).toBe('NOT_FOUND');
    expect(await put(stan, ortiz)).toBe('NOT_FOUND');
    expect(await put(stan, nell, inDays(60))).toBe('BAD_INPUT');
    expect(await put(stan, nell, inDays(-2))).toBe('BAD_INPUT');
    expect(await refusalOf(network.as(dana).emergencies.wantTwo({ needsTwo: false }))).toBe('NOT_FOUND');
    await network.share(dana, caseId, { as: ortiz, mayWrite: true }, ['case-plan']);
    expect(await refusalOf(network.as(ortiz).emergencies.wantTwo({ needsTwo: true }))).toBe('NOT_FOUND');
    expect(await put(stan, nell)).toBe('ALLOWED');
    const card = await network.as(olga).emergencies.afterHours();
    expect(card).toMatchObject({ agency: 'County Welfare', needsTwo: true, maySet: false });
    expect(card.onCall).toMatchObject([{ name: 'Nell', phone: '555-0142', endsOn: inDays(3) }]);
    expect((await network.as(ortiz).emergencies.afterHours()).onCall).toEqual([]);
  });
});

describe('looked at afterwards', () => {
  test('whoever is on the case or on call is told at once; nobody else of the agency, and no other agency', async () => {
    await onCall(nell);
    const basisId = await opened();
    for (const who of [dana, cora, stan]) {
      expect(await seen(who)).toMatchObject([
        { is: 'review', basisId, caseId, by: 'Dana', secondedBy: 'Stan', standing: 'on-time', isOpen: true },
      ]);
    }
    expect(await seen(nell)).toMatchObject([{ basisId, caseId: null, codeName: null, mayDecide: true }]);
    expect((await seen(cora)).map(({ mayDecide }) => mayDecide)).toEqual([true]);
    for (const who of [dana, stan])
      expect((await seen(who)).map(({ mayDecide }) => mayDecide)).toEqual([false]);
    for (const who of [olga, ortiz]) expect(await seen(who)).toEqual([]);
  });

  test('by a third person, once, and the young person reads what they found', async () => {
    const basisId = await opened();
    for (const who of [dana, stan, olga, ortiz])
      expect(await refusalOf(review(who, basisId))).toBe('NOT_FOUND');
    await review(cora, basisId);
    expect(await refusalOf(review(cora, basisId, 'not-right'))).toBe('CONFLICT');
    expect(await opensTo(ortiz)).toBe('ALLOWED');
    expect(await seen(cora)).toEqual([]);
    const [mine] = (await network.asYouth(young).mine.bases()).bases;
    expect(mine?.review).toMatchObject({ outcome: 'right', by: 'Cora' });
  });

  test('what was not right closes with that word, with its line in the ledger', async () => {
    const basisId = await opened();
    await onCall(nell);
    await review(nell, basisId, 'not-right');
    expect(await opensTo(ortiz)).toBe('NOT_FOUND');
    const { looks } = await network.asYouth(young).mine.looks();
    expect(looks).toContainEqual(expect.objectContaining({ who: 'Nell', action: 'stopped' }));
    const rows = await network.owner((sql) => sql`select from key_wrap where basis_id = ${basisId}`);
    expect(rows).toHaveLength(0);
  });

  test('is due after a day', async () => {
    const basisId = await opened();
    await back(basisId, '23 hours 59 minutes');
    expect(await seen(cora)).toMatchObject([{ standing: 'soon', isOpen: false }]);
    await back(basisId, '24 hours');
    expect(await seen(cora)).toMatchObject([{ standing: 'overdue', isOnHold: false }]);
  });

  test('unseen for 72 hours, whoever opened it opens no other, and a colleague can; seen, they can again', async () => {
    const basisId = await opened();
    await back(basisId, '71 hours 59 minutes');
    const early = await ask();
    await answer(dana, early.basisId, false);
    await back(basisId, '72 hours');
    expect(await refusalOf(ask())).toBe('BAD_INPUT');
    expect((await network.as(dana).bases.list({ caseId })).emergency).toEqual({
      needsTwo: true,
      onHold: true,
    });
    const late = await ask(cora);
    await network.owner(
      (sql) => sql`update emergency_ask set asked_by = ${dana.staffId} where id = ${late.basisId}`,
    );
    expect(await refusalOf(answer(stan, late.basisId))).toBe('CONFLICT');
    await answer(dana, late.basisId, false);
    const byCora = await ask(cora);
    await answer(stan, byCora.basisId, false);
    await review(cora, basisId);
    expect(await refusalOf(ask())).toBe('ALLOWED');
  });

  test('the hold is the floor’s too, and one that opened alone counts as well', async () => {
    await network.as(stan).emergencies.wantTwo({ needsTwo: false });
    const { basisId } = await network.as(dana).bases.record(form());
    await back(basisId, '73 hours');
    const byHand = network.database.withActor(
      dana,
      { purpose: 'care-plan-coordination', cases: [caseId] },
      (tx) => tx`select record_basis(gen_random_uuid(), ${caseId}, 'emergency', 'staff', ${ortiz.staffId},
        array[1]::smallint[], ${1n}, ${1n}, now() + interval '10 minutes', null, 'in-danger', null, null, 'in-person', null)`,
    );
    await expect(byHand).rejects.toMatchObject({ cause: { code: 'AC409' } });
  });

  test('a note in the ledger is written only by who vouches in that very transaction', async () => {
    await onCall(nell);
    const { basisId } = await ask();
    await answer(nell, basisId);
    const later = network.database.withActor(
      nell,
      { purpose: 'care-plan-coordination', cases: [caseId] },
      (tx) => tx`select vouches_now(${caseId}) as may`,
    );
    expect(await later).toEqual([{ may: false }]);
  });
});
