import type { RecordDutyInput } from '@accord/consent';
import type { CaseId, StaffActor, YouthActor } from '@accord/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inDays, Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// What the law asks for is written down with its clock, opens nothing by that, and is closed with a number.

let network: Network;
let dana: StaffActor;
let stan: StaffActor;
let olga: StaffActor;
let judd: StaffActor;
let ortiz: StaffActor;
let young: YouthActor;
let caseId: CaseId;

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  dana = await network.addStaff(welfare, 'Dana');
  stan = await network.addStaff(welfare, 'Stan');
  olga = await network.addStaff(welfare, 'Olga');
  judd = await network.addStaff(await network.addAgency('Youth Court', 'juvenile-justice'), 'Judd');
  ortiz = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
});
afterAll(() => network.close());

beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, stan, 'supervision');
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await network.as(dana).cases.addNote({ caseId, category: 'cw-record', facts: 'A visit at home' });
});

const subpoena = (changes: { receivedAt?: string; answerBy?: string } = {}): RecordDutyInput => ({
  caseId,
  kind: 'subpoena',
  number: 'SUB-14',
  receivedAt: ago(5),
  answerBy: inDays(10),
  ...changes,
});
const duty = (event: 'missing' | 'abuse', receivedAt = ago(1)): RecordDutyInput => ({
  caseId,
  kind: 'duty',
  event,
  receivedAt,
});
const record = async (input: RecordDutyInput, who = dana) => {
  const { entryIds } = await network.as(who).register.record(input);
  const [first] = entryIds;
  if (!first) throw new RangeError('no entry');
  return { first, entryIds };
};
const entries = async (who = dana) => (await network.as(who).register.list({ caseId })).entries;
const order = () =>
  network.as(dana).bases.record({
    caseId,
    kind: 'court_order',
    recipient: { kind: 'staff', staffId: judd.staffId },
    categories: ['cw-record'],
    purposes: ['court-report'],
    number: 'JV-1',
    subpoena: 'SUB-14',
    issuedOn: inDays(-1),
    endsOn: inDays(10),
    told: 'in-person',
  });
const opensTo = (who: StaffActor, purpose: 'court-report' | 'investigation') =>
  refusalOf(network.as(who, purpose).cases.open({ caseId }));

describe('a subpoena', () => {
  test('opens nothing, to nobody; what a court orders opens by the order alone', async () => {
    const { first: entryId } = await record(subpoena());
    expect(await opensTo(judd, 'court-report')).toBe('NOT_FOUND');
    const rows = await network.owner(
      (sql) =>
        sql`select from effective_access where case_id = ${caseId} and basis_kind not in ('own_custody', 'self_access')`,
    );
    expect(rows).toHaveLength(0);
    const { basisId } = await order();
    await network.as(stan).register.close({ caseId, entryId, outcome: 'ordered', basisId });
    expect(await opensTo(judd, 'court-report')).toBe('ALLOWED');
    const { opened } = await network.as(dana).register.list({ caseId });
    expect(opened).toMatchObject([{ kind: 'court_order', evidence: 'JV-1', subpoena: 'SUB-14' }]);
    expect(await entries()).toMatchObject([
      { number: 'SUB-14', dueOn: inDays(10), closed: { outcome: 'ordered', by: 'Stan' } },
    ]);
  });

  test('names an order of this case, and of nobody else’s', async () => {
    const other = await network.openCase(dana, 'Sam');
    const { first: entryId } = await record(subpoena());
    const { basisId } = await order();
    const elsewhere = await record({ ...subpoena(), caseId: other.caseId });
    const close = network.as(dana).register.close({
      caseId: other.caseId,
      entryId: elsewhere.first,
      outcome: 'ordered',
      basisId,
    });
    expect(await refusalOf(close)).toBe('NOT_FOUND');
    expect(
      await refusalOf(
        network.as(dana).register.close({ caseId, entryId, outcome: 'ordered', basisId: entryId as never }),
      ),
    ).toBe('NOT_FOUND');
  });

  test('is closed once, late only with a reason, and cannot be "done"', async () => {
    const { first: entryId } = await record(subpoena());
    await network.owner(
      (sql) =>
        sql`update duty_entry set received_at = now() - interval '9 days', due_at = now() where id = ${entryId}`,
    );
    expect(await entries()).toMatchObject([{ standing: 'overdue', closed: null }]);
    const close = (input: object) =>
      refusalOf(network.as(dana).register.close({ caseId, entryId, ...input } as never));
    expect(await close({ outcome: 'objected' })).toBe('BAD_INPUT');
    expect(await close({ outcome: 'done', confirmation: 'X-1', doneAt: ago(0) })).toBe('BAD_INPUT');
    expect(await close({ outcome: 'objected', lateBecause: 'overlooked' })).toBe('ALLOWED');
    expect(await close({ outcome: 'taken-back', lateBecause: 'overlooked' })).toBe('CONFLICT');
    expect(await entries()).toMatchObject([{ standing: 'done-late', closed: { lateBecause: 'overlooked' } }]);
  });
});

describe('a duty', () => {
  test('M-3: police and the center for missing children are two, and one is not done by the other', async () => {
    const { entryIds } = await record(duty('missing', ago(2)));
    expect(entryIds).toHaveLength(2);
    const [entryId] = (await entries()).flatMap((each) =>
      each.clock === 'missing-police' ? [each.entryId] : [],
    );
    if (!entryId) throw new RangeError('no entry');
    await network
      .as(dana)
      .register.close({ caseId, entryId, outcome: 'done', confirmation: 'PD-881', doneAt: ago(1) });
    expect((await entries()).map(({ clock, standing }) => `${clock} ${standing}`)).toEqual([
      'missing-ncmec on-time',
      'missing-police done',
    ]);
    const { entries: due } = await network.as(dana).register.due();
    expect(due.filter((each) => each.caseId === caseId).map(({ clock }) => clock)).toEqual(['missing-ncmec']);
  });

  test('runs from when the agency had it, not from when it was written down', async () => {
    const receivedAt = ago(30);
    await record(duty('missing', receivedAt));
    const [first] = await entries();
    expect(first).toMatchObject({ receivedAt, standing: 'overdue' });
    expect(Date.parse(first?.dueAt ?? '') - Date.parse(receivedAt)).toBe(24 * HOUR);
    expect(await refusalOf(record(duty('missing', ago(-1))))).toBe('BAD_INPUT');
  });

  test('M-7: a state’s shorter time counts', async () => {
    const hours = (value: number | null) =>
      network.owner((sql) =>
        value === null
          ? sql`update policy_bundle set body = body - 'missingFromCare'`
          : sql`update policy_bundle set body = body || ${sql.json({ missingFromCare: { policeHours: value, cite: 'made up' } })}`,
      );
    await hours(12);
    const receivedAt = ago(11);
    await record(duty('missing', receivedAt));
    expect((await entries()).map(({ clock, standing }) => `${clock} ${standing}`)).toEqual([
      'missing-police soon',
      'missing-ncmec on-time',
    ]);
    await hours(null);
  });

  test('MR-4: a stop of everything blocks no report, and a report opens its own set and nothing else', async () => {
    await network.share(dana, caseId, { as: ortiz, purpose: 'investigation' }, ['case-plan']);
    const [grant] = (await network.as(dana).consent.list({ caseId })).permissions;
    if (!grant) throw new RangeError('no permission');
    await network.as(dana).consent.stop({ caseId, grantId: grant.grantId, everything: true });
    expect(await opensTo(ortiz, 'investigation')).toBe('NOT_FOUND');
    await record(duty('abuse'));
    expect(await opensTo(ortiz, 'investigation')).toBe('NOT_FOUND');
    await network.as(dana).bases.record({
      caseId,
      kind: 'mandate',
      duty: 'MR-1',
      recipient: { kind: 'staff', staffId: ortiz.staffId },
      categories: ['id-core'],
      purposes: ['investigation'],
      number: 'R-1',
      issuedOn: inDays(0),
      endsOn: inDays(10),
      told: 'safe-moment',
    });
    const { items } = await network.as(ortiz, 'investigation').cases.open({ caseId });
    expect(items.map(({ kind }) => kind)).toEqual(['profile']);
    expect((await network.as(dana).consent.list({ caseId })).permissions[0]?.state).toBe('stopped');
  });
});

describe('who reads and writes it', () => {
  test('the agency’s own people on the case; a supervisor closes and does not begin one', async () => {
    const { first: entryId } = await record(subpoena());
    expect(await entries(stan)).toHaveLength(1);
    expect(await refusalOf(record(subpoena(), stan))).toBe('NOT_FOUND');
    expect(await refusalOf(network.as(stan).register.close({ caseId, entryId, outcome: 'taken-back' }))).toBe(
      'ALLOWED',
    );
  });

  test('nobody else: a colleague elsewhere, a recipient, another agency', async () => {
    const { first: entryId } = await record(subpoena());
    await order();
    for (const who of [olga, judd, ortiz]) {
      const as = network.as(who, 'court-report');
      expect(await refusalOf(as.register.list({ caseId }))).toBe('NOT_FOUND');
      expect(await refusalOf(as.register.close({ caseId, entryId, outcome: 'objected' }))).toBe('NOT_FOUND');
      expect((await as.register.due()).entries).toEqual([]);
      expect(await refusalOf(record(subpoena(), who))).toBe('NOT_FOUND');
    }
  });

  test('the young person reads of the papers that asked for theirs, and of no duty to report', async () => {
    await record(subpoena());
    await record(duty('abuse'));
    const seen = await network.database.withActor(
      young,
      { purpose: 'self-access', cases: [caseId] },
      (tx) => tx`select kind from duty_entry`,
    );
    expect(seen).toEqual([{ kind: 'subpoena' }]);
  });
});
