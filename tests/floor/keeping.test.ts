import type { CaseId, StaffActor, YouthActor } from '@accord/kernel';
import { tendErased } from '@accord/vault';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inDays, Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// What is kept until when, holds that stop an erasure, and an erasure that two persons decide.

let network: Network;
let dana: StaffActor;
let cora: StaffActor;
let stan: StaffActor;
let olga: StaffActor;
let sosa: StaffActor;
let young: YouthActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  [dana, cora, stan, olga] = (await Promise.all(
    ['Dana', 'Cora', 'Stan', 'Olga'].map((name) => network.addStaff(welfare, name)),
  )) as [StaffActor, StaffActor, StaffActor, StaffActor];
  sosa = await network.addStaff(await network.addAgency('River Clinic', 'mental-health'), 'Sosa');
});
afterAll(() => network.close());

beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, stan, 'supervision');
  await network.assign(caseId, cora, 'cover');
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await network.as(dana).cases.addNote({ caseId, category: 'cw-record', facts: 'A visit at home' });
  await network.owner((sql) => sql`delete from retention_rule`);
});

const open = (who = dana) => network.as(who).keeping.open({ caseId });
const rule = { source: 'own-schedule', number: 'CW-12', years: 7 } as const;
/** A line for each kind that the case holds. */
async function scheduleAll(countedFrom: 'last-entry' | 'age-18' = 'last-entry'): Promise<void> {
  for (const { kind } of (await open()).kinds) {
    await network.as(stan).keeping.setRule({ kind, ...rule, countedFrom });
  }
}
/** As if all of it had been written so many years ago. */
const age = (years: number) =>
  network.owner(async (sql) => {
    await sql`alter table case_item disable trigger user`;
    await sql`update case_item set occurred_at = now() - make_interval(years => ${years}), changed_at = null,
      created_at = now() - make_interval(years => ${years}) where case_id = ${caseId}`;
    await sql`update case_item_body set occurred_at = now() - make_interval(years => ${years}),
      created_at = now() - make_interval(years => ${years}) where case_id = ${caseId}`;
    await sql`alter table case_item enable trigger user`;
  });
const makeDue = async () => {
  await scheduleAll();
  await age(8);
};
const ask = (who = dana) => network.as(who).keeping.askErasure({ caseId });
const answer = (who: StaffActor, erasureId: Awaited<ReturnType<typeof ask>>['erasureId'], erase = true) =>
  network.as(who).keeping.answerErasure({ caseId, erasureId, erase });
const left = async () => {
  const [row] = await network.owner(
    (sql) => sql<{ items: number; bodies: number; keys: number; wraps: number; lines: number }[]>`
      select (select count(*)::int from case_item where case_id = ${caseId}) as items,
        (select count(*)::int from case_item_body where case_id = ${caseId}) as bodies,
        (select count(*)::int from case_key where case_id = ${caseId}) as keys,
        (select count(*)::int from key_wrap where case_id = ${caseId}) as wraps,
        (select count(*)::int from ledger_entry where case_id = ${caseId}) as lines`,
  );
  if (!row) throw new RangeError('no row');
  return row;
};

describe('what is kept until when', () => {
  test('a kind without a rule is kept, and with it all of the case', async () => {
    await makeDue();
    expect(await open()).toMatchObject({ isDue: true, papers: null });
    await network.as(stan).keeping.keepKind({ kind: 'cw-record' });
    const kept = await open();
    expect(kept).toMatchObject({ dueAt: null, isDue: false });
    expect(kept.kinds.find(({ kind }) => kind === 'cw-record')).toMatchObject({ rule: null, until: null });
    expect(await refusalOf(ask())).toBe('CONFLICT');
  });

  test('the years count from the last entry; one more word keeps it all', async () => {
    await makeDue();
    await network.as(dana).cases.addNote({ caseId, category: 'cw-record', facts: 'They called' });
    expect((await open()).isDue).toBe(false);
  });

  test('a rule that names a birthday is not over before it, and keeps where nobody knows the day', async () => {
    await scheduleAll('age-18');
    await age(30);
    expect((await open()).isDue).toBe(false);
    await network.owner(
      (sql) => sql`update young_fact set born_on = born_on - interval '30 years' where case_id = ${caseId}`,
    );
    expect((await open()).isDue).toBe(true);
    await network.owner((sql) => sql`delete from young_fact where case_id = ${caseId}`);
    expect(await open()).toMatchObject({ dueAt: null });
  });

  test('H-7: a signed paper is kept for six years after its last day, and its items with it', async () => {
    await makeDue();
    const grantId = await network.share(dana, caseId, { as: sosa }, ['case-plan']);
    expect(await open()).toMatchObject({ isDue: false, papers: { until: expect.any(String) as string } });
    const end = (years: number, days: number) =>
      network.owner(
        (sql) => sql`update consent_grant set valid_from = now() - interval '20 years',
          valid_to = now() - make_interval(years => ${years}, days => ${days}) where id = ${grantId}`,
      );
    await end(6, -2);
    expect((await open()).isDue).toBe(false);
    await end(6, 2);
    expect((await open()).isDue).toBe(true);
  });

  test('a subpoena that nobody answered keeps it all', async () => {
    await makeDue();
    const receivedAt = new Date(Date.now() - 3_600_000).toISOString();
    const answerBy = inDays(10);
    await network
      .as(dana)
      .register.record({ caseId, kind: 'subpoena', number: 'SUB-14', receivedAt, answerBy });
    expect(await open()).toMatchObject({ isAskedFor: true, isDue: false });
    expect(await refusalOf(ask())).toBe('CONFLICT');
  });

  test('only a supervisor sets the schedule, and no shorter than its source says', async () => {
    const line = {
      kind: 'cw-record',
      source: 'federal-grant',
      number: '2 CFR 200.334',
      countedFrom: 'last-entry',
    } as const;
    expect(await refusalOf(network.as(dana).keeping.setRule({ ...line, years: 3 }))).toBe('NOT_FOUND');
    // may add to the case by a permission, and answers for nobody
    await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
    expect(await refusalOf(network.as(sosa).keeping.setRule({ ...line, years: 3 }))).toBe('NOT_FOUND');
    expect(await refusalOf(network.as(stan).keeping.setRule({ ...line, years: 2 }))).toBe('BAD_INPUT');
    await network.as(stan).keeping.setRule({ ...line, years: 3 });
    expect(await network.as(olga).keeping.schedule()).toMatchObject({
      maySet: false,
      rules: [{ kind: 'cw-record', rule: { years: 3 }, setBy: 'Stan' }],
    });
    expect((await network.as(sosa).keeping.schedule()).rules).toEqual([]);
  });
});

describe('a legal hold', () => {
  test('stops an erasure at once, whoever placed it, and is lifted by somebody else', async () => {
    await makeDue();
    const { erasureId } = await ask();
    const { holdId } = await network.as(cora).keeping.placeHold({ caseId, reason: 'court-case' });
    expect(await refusalOf(answer(stan, erasureId))).toBe('CONFLICT');
    expect((await open()).holds).toMatchObject([{ reason: 'court-case', placedBy: 'Cora', lifting: 'may' }]);
    const lift = (who: StaffActor) => refusalOf(network.as(who).keeping.liftHold({ caseId, holdId }));
    expect(await lift(cora)).toBe('CONFLICT');
    expect(await lift(olga)).toBe('NOT_FOUND');
    expect(await lift(sosa)).toBe('NOT_FOUND');
    expect(await lift(dana)).toBe('ALLOWED');
    expect(await lift(stan)).toBe('CONFLICT');
    expect((await open()).holds).toMatchObject([{ lifted: { by: 'Dana' }, lifting: 'over' }]);
    await answer(stan, erasureId);
  });

  test('that is being placed stops an erasure that is being agreed to', async () => {
    await makeDue();
    const { erasureId } = await ask();
    let agreed: Promise<string> | undefined;
    await network.database.withActor(
      cora,
      { purpose: 'care-plan-coordination', cases: [caseId] },
      async (tx) => {
        await tx`select place_hold(${crypto.randomUUID()}, ${caseId}, 'review')`;
        agreed = refusalOf(answer(stan, erasureId));
      },
    );
    expect(await agreed).toBe('CONFLICT');
    expect((await left()).bodies).toBeGreaterThan(0);
  });

  test('of another agency on the case is shown with its reason, and theirs alone to lift', async () => {
    await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
    await network.as(sosa).cases.addNote({ caseId, category: 'mh-record', facts: 'A hard week' });
    const { holdId } = await network.as(sosa).keeping.placeHold({ caseId, reason: 'review' });
    expect((await open()).holds).toMatchObject([{ agency: 'River Clinic', lifting: 'not-ours' }]);
    expect(await refusalOf(network.as(stan).keeping.liftHold({ caseId, holdId }))).toBe('NOT_FOUND');
  });
});

describe('an erasure', () => {
  test('takes words and keys, leaves the ledger, and says what went', async () => {
    const when = { what: 'Plan', startsAt: '2031-03-03T15:00:00.000Z', invited: [cora.staffId] };
    const { itemId: meetingId } = await network.as(dana).meetings.convene({ caseId, ...when });
    await network.asYouth(young).mine.prepare({ meetingId, part: 'say', text: 'Hello', shared: true });
    await makeDue();
    const before = await left();
    const { erasureId } = await ask();
    expect(await left()).toMatchObject({ items: before.items, bodies: before.bodies });
    await answer(stan, erasureId);
    expect(await left()).toMatchObject({ items: 0, bodies: 0, keys: 0, wraps: 0 });
    const around = await network.owner(
      (sql) => sql`select (select count(*) from meeting where case_id = ${caseId}) + (select count(*) from
        meeting_attendee where case_id = ${caseId}) + (select count(*) from meeting_prep where case_id = ${caseId}) as rows`,
    );
    expect(around).toMatchObject([{ rows: '0' }]);
    expect((await left()).lines).toBe(before.lines + 2);
    const [line] = await network.owner(
      (sql) => sql`select item_count from ledger_entry where case_id = ${caseId} and action = 'erased'`,
    );
    expect(line?.['item_count']).toBe(before.items);
    expect((await open()).erasures).toMatchObject([
      { askedBy: 'Dana', answer: { outcome: 'erased', by: 'Stan', items: before.items } },
    ]);
    expect((await network.as(dana).cases.open({ caseId })).items).toEqual([]);
    const looks = await network.asYouth(young).mine.looks();
    expect(JSON.stringify(looks)).toContain('"erased"');
  });

  test('is a second person’s word, who answers for the case; it is asked once and answered once', async () => {
    await makeDue();
    const { erasureId } = await ask(stan);
    expect(await refusalOf(ask())).toBe('CONFLICT');
    expect(await refusalOf(answer(stan, erasureId))).toBe('CONFLICT');
    for (const who of [dana, cora, olga, sosa])
      expect(await refusalOf(answer(who, erasureId))).toBe('NOT_FOUND');
    expect((await left()).bodies).toBeGreaterThan(0);
    await answer(stan, erasureId, false);
    expect((await open()).erasures).toMatchObject([{ answer: { outcome: 'taken-back', items: null } }]);
    expect(await refusalOf(answer(stan, erasureId))).toBe('CONFLICT');
  });

  test('asks again at the end whether it is still due', async () => {
    await makeDue();
    const { erasureId } = await ask();
    await network
      .as(stan)
      .keeping.setRule({ kind: 'cw-record', ...rule, years: 20, countedFrom: 'last-entry' });
    expect(await refusalOf(answer(stan, erasureId))).toBe('CONFLICT');
    expect((await left()).bodies).toBeGreaterThan(0);
    await answer(cora, erasureId, false);
    expect((await open()).erasures).toMatchObject([{ answer: { outcome: 'kept', by: 'Cora' } }]);
  });

  test('leaves what another agency wrote', async () => {
    const grantId = await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
    await network.as(sosa).cases.addNote({ caseId, category: 'mh-record', facts: 'A hard week' });
    await makeDue();
    await network.owner(
      (sql) => sql`update consent_grant set valid_from = now() - interval '20 years',
        valid_to = now() - interval '7 years' where id = ${grantId}`,
    );
    const { erasureId } = await ask();
    await answer(stan, erasureId);
    expect(await left()).toMatchObject({ items: 1, bodies: 1, keys: 1 });
    // what was signed, and who was given what, still reads: without the words
    expect((await network.as(dana).consent.list({ caseId })).permissions).toMatchObject([{ grantId }]);
    expect((await network.asYouth(young).mine.permissions()).permissions).toMatchObject([{ grantId }]);
    await network.as(dana).renewal.open({ caseId });
    await network.as(stan).answers.accounting({ caseId, list: 'all' });
    await network.asYouth(young).mine.open();
  });

  test('begins a new epoch, so that what a backup still holds is noise', async () => {
    await makeDue();
    const epoch = network.vault.ring.current(dana.agencyId).epoch;
    const { erasureId } = await ask();
    await answer(stan, erasureId);
    expect(await tendErased(network.database, network.vault, dana.agencyId)).toBe(true);
    expect(network.vault.ring.current(dana.agencyId).epoch).toBe(epoch + 1);
    expect(() => network.vault.ring.at(dana.agencyId, epoch)).toThrow();
    expect(await tendErased(network.database, network.vault, dana.agencyId)).toBe(false);
    await network.as(dana).cases.addNote({ caseId, category: 'cw-record', facts: 'A new start' });
    expect((await network.as(dana).cases.open({ caseId })).items).toMatchObject([
      { content: { is: 'open' } },
    ]);
  });

  test('is listed for those on the case when it is due, and for nobody else', async () => {
    await makeDue();
    const due = async (who: StaffActor) =>
      (await network.as(who).keeping.due()).cases.filter((each) => each.caseId === caseId);
    expect(await due(dana)).toMatchObject([{ isHeld: false, isAsked: false }]);
    await ask();
    expect(await due(cora)).toMatchObject([{ isAsked: true }]);
    expect(await due(olga)).toEqual([]);
    expect(await due(sosa)).toEqual([]);
    expect(await refusalOf(open(olga))).toBe('NOT_FOUND');
    expect(await refusalOf(open(sosa))).toBe('NOT_FOUND');
  });
});
