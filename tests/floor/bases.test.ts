import {
  DUTIES,
  type DutyRule,
  LAW_BASIS_KINDS,
  lawScope,
  maskOf,
  type RecordBasisInput,
} from '@accord/consent';
import { System } from '@accord/identity';
import { type BasisId, type CaseId, PURPOSES, type StaffActor, type YouthActor } from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inDays, Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// What a law opens beside consent: to its recipient, of its owner's items, of its kinds, until its end, and no further.

let network: Network;
let dana: StaffActor;
let olga: StaffActor;
let stan: StaffActor;
let judd: StaffActor;
let june: StaffActor;
let ortiz: StaffActor;
let young: YouthActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  dana = await network.addStaff(welfare, 'Dana');
  olga = await network.addStaff(welfare, 'Olga');
  stan = await network.addStaff(welfare, 'Stan');
  const court = await network.addAgency('Youth Court', 'juvenile-justice');
  judd = await network.addStaff(court, 'Judd');
  june = await network.addStaff(court, 'June');
  ortiz = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Ortiz');
});
afterAll(() => network.close());

beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, stan, 'supervision');
  const write = network.as(dana);
  await write.cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await write.cases.addNote({ caseId, category: 'cw-record', facts: 'A visit at home' });
});

type Order = Extract<RecordBasisInput, { kind: 'court_order' }>;
const order = (changes: Partial<Order> = {}): Order => ({
  caseId,
  kind: 'court_order',
  recipient: { kind: 'staff', staffId: judd.staffId },
  categories: ['cw-record'],
  purposes: ['court-report'],
  number: 'JV-2026-0118',
  issuedOn: inDays(-2),
  endsOn: inDays(30),
  told: 'in-person',
  ...changes,
});
const report = (duty: DutyRule = 'MR-1') => ({
  caseId,
  kind: 'mandate' as const,
  duty,
  recipient: { kind: 'staff' as const, staffId: ortiz.staffId },
  categories: ['id-core' as const],
  purposes: ['investigation' as const],
  number: 'R-7741',
  issuedOn: inDays(0),
  endsOn: inDays(10),
  told: 'safe-moment' as const,
});
const emergency = (minutes: 15 | 60 = 60) => ({
  caseId,
  kind: 'emergency' as const,
  recipient: { kind: 'staff' as const, staffId: ortiz.staffId },
  categories: ['case-plan' as const],
  purposes: ['care-plan-coordination' as const],
  nature: 'in-danger' as const,
  minutes,
  told: 'not-reached' as const,
});

const record = (input: RecordBasisInput = order(), who = dana) => network.as(who).bases.record(input);
const end = (basisId: BasisId, who = dana) =>
  network.as(who).bases.end({ caseId, basisId, reason: 'lifted' });
const opened = async (
  reader: StaffActor,
  purpose: 'court-report' | 'investigation' | 'care-plan-coordination',
) =>
  (await network.as(reader, purpose).cases.open({ caseId })).items.map(
    ({ kind, content }) => `${kind} ${content.is}`,
  );
const opensNothing = (
  reader: StaffActor,
  purpose: 'court-report' | 'investigation' | 'care-plan-coordination',
) => refusalOf(network.as(reader, purpose).cases.open({ caseId }));
const rows = (table: 'effective_access' | 'key_wrap', basisId: BasisId) =>
  network.owner((sql) => sql`select from ${sql(table)} where basis_id = ${basisId}`);
const under = <T>(actor: StaffActor | YouthActor, work: (tx: Tx) => Promise<T>) =>
  network.database.withActor(
    actor,
    { purpose: actor.kind === 'youth' ? 'self-access' : 'care-plan-coordination', cases: [caseId] },
    work,
  );

describe('an order of a court', () => {
  test('opens what it names to whom it names, for its use, with the keys, at once', async () => {
    expect(await opensNothing(judd, 'court-report')).toBe('NOT_FOUND');
    await record();
    expect(await opened(judd, 'court-report')).toEqual(['note open']);
    expect(await opensNothing(judd, 'care-plan-coordination')).toBe('NOT_FOUND');
    expect(await opensNothing(june, 'court-report')).toBe('NOT_FOUND');
  });

  test('ends at once, with rows and keys, and what is written next has a new key', async () => {
    const { basisId } = await record();
    expect(await rows('key_wrap', basisId)).not.toHaveLength(0);
    await end(basisId, stan);
    expect(await opensNothing(judd, 'court-report')).toBe('NOT_FOUND');
    expect(await rows('effective_access', basisId)).toHaveLength(0);
    expect(await rows('key_wrap', basisId)).toHaveLength(0);
    expect(await refusalOf(end(basisId))).toBe('CONFLICT');
  });

  test('is over by its date without anybody’s doing', async () => {
    const { basisId } = await record();
    await network.owner(async (sql) => {
      const [from, to] = [sql`now() - interval '2 days'`, sql`now() - interval '1 second'`];
      await sql`update law_basis set valid_from = ${from}, valid_to = ${to} where id = ${basisId}`;
      await sql`update effective_access set valid_from = ${from}, valid_to = ${to} where basis_id = ${basisId}`;
    });
    expect(await opensNothing(judd, 'court-report')).toBe('NOT_FOUND');
    expect((await network.as(dana).bases.list({ caseId })).bases[0]?.state).toBe('over');
    expect(await refusalOf(end(basisId))).toBe('CONFLICT');
  });

  test('P-10: opens a program record with a subpoena beside it, and not alone', async () => {
    const categories = ['cw-record' as const, 'sud-part2' as const];
    expect(await refusalOf(record(order({ categories })))).toBe('BAD_INPUT');
    expect(await refusalOf(record(order({ categories, subpoena: 'SUB-14' })))).toBe('ALLOWED');
  });

  test('whom the young person keeps out it does not let in', async () => {
    await record();
    await network.asYouth(young).mine.keepOut({ staffId: judd.staffId });
    expect(await opensNothing(judd, 'court-report')).toBe('NOT_FOUND');
  });

  test('writes its line in the ledger with the rows, or nothing is written', async () => {
    const before = await network.asYouth(young).mine.looks();
    await record();
    const { looks } = await network.asYouth(young).mine.looks();
    expect(looks.length).toBe(before.looks.length + 1);
    expect(looks[0]).toMatchObject({ who: 'Dana', action: 'shared' });
  });
});

describe('the law opens no more than it says', () => {
  test.each(['shelter-location', 'jj-sealed', 'cw-reporter', 'legal-privileged', 'immigration'] as const)(
    'A16, IM-1: no order opens %s',
    async (kind) => {
      expect(await refusalOf(record(order({ categories: [kind], subpoena: 'SUB-14' })))).toBe('BAD_INPUT');
    },
  );

  test('V-9: a law on teams lets somebody know, and never of what it does not reach', async () => {
    const team = {
      ...order({ purposes: ['care-plan-coordination'] }),
      kind: 'team_statute' as const,
      sight: 'know' as const,
    };
    const { issuedOn: _, ...input } = { ...team, number: 'WIC 18961.7' };
    await record(input);
    expect(await opened(judd, 'care-plan-coordination')).toEqual(['note closed']);
    for (const kind of ['vsp-record', 'rhy-record', 'sud-part2', 'edu-record'] as const)
      expect(await refusalOf(record({ ...input, sight: 'see', categories: [kind] }))).toBe('BAD_INPUT');
  });

  test('MR-3: a report is what was there when it was made', async () => {
    await record(report());
    expect(await opened(ortiz, 'investigation')).toEqual(['profile open']);
    const later = randomUUID();
    await network.owner(
      (sql) => sql`insert into case_item (case_id, id, kind, owner_agency, category_mask, created_by)
        values (${caseId}, ${later}, 'note', ${dana.agencyId}, ${String(maskOf(['id-core']))}, ${dana.staffId})`,
    );
    expect(await opened(ortiz, 'investigation')).toEqual(['profile open']);
    expect(await refusalOf(record({ ...report(), categories: ['cw-record'] }))).toBe('BAD_INPUT');
  });

  test('MR-1, M-3: where the state does not say who must report, or for another use, no report is recorded', async () => {
    expect(await refusalOf(record(report('M-3')))).toBe('BAD_INPUT');
    const toFind = { ...report('M-3'), purposes: ['missing-child-response' as const] };
    expect(await refusalOf(record(toFind))).toBe('ALLOWED');
    await network.owner((sql) => sql`update policy_bundle set body = body - 'mandatedReporters'`);
    expect(await refusalOf(record(report()))).toBe('BAD_INPUT');
    await network.owner(
      (sql) =>
        sql`update policy_bundle set body = body || ${sql.json({ mandatedReporters: { victimServices: true, cite: 'made up' } })}`,
    );
  });

  test('V-6: an order on what a victim service holds waits until somebody has tried to tell them', async () => {
    await network.owner(
      (sql) => sql`update agency set victim_funding = '{VOCA}' where id = ${dana.agencyId}`,
    );
    expect(await refusalOf(record(order({ told: 'safe-moment' })))).toBe('BAD_INPUT');
    expect(await refusalOf(record(order({ told: 'not-reached' })))).toBe('ALLOWED');
    await network.owner((sql) => sql`update agency set victim_funding = '{}' where id = ${dana.agencyId}`);
  });

  test('an emergency lasts an hour at most, and a worker has one at a time', async () => {
    const { basisId } = await record(emergency());
    expect(await opened(ortiz, 'care-plan-coordination')).toEqual(['goal open']);
    const [row] = await network.owner(
      (sql) => sql<{ fits: boolean }[]>`
        select valid_to <= valid_from + interval '60 minutes' as fits from law_basis where id = ${basisId}`,
    );
    expect(row?.fits).toBe(true);
    const other = await network.openCase(dana, 'Sam');
    expect(await refusalOf(record({ ...emergency(15), caseId: other.caseId }))).toBe('CONFLICT');
    await end(basisId);
    const again = await record({ ...emergency(15), caseId: other.caseId });
    await network.as(dana).bases.end({ caseId: other.caseId, basisId: again.basisId, reason: 'done' });
  });

  test('two emergencies at once are one after the other', async () => {
    const both = await Promise.all([refusalOf(record(emergency(15))), refusalOf(record(emergency(15)))]);
    expect(both.sort()).toEqual(['ALLOWED', 'CONFLICT']);
    const { bases } = await network.as(dana).bases.list({ caseId });
    for (const { basisId, state } of bases) if (state === 'active') await end(basisId);
  });
});

describe('the floor refuses by itself', () => {
  interface ByHand {
    how?: string;
    to?: string;
    purposes?: number[];
    see?: bigint;
    know?: bigint;
    days?: number;
    duty?: string;
  }
  const byHand =
    ({ how = 'court_order', to = judd.staffId, see = maskOf(['cw-record']), days = 5, ...rest }: ByHand) =>
    (tx: Tx) =>
      tx`
      select record_basis(${randomUUID()}, ${caseId}, ${how}, 'staff', ${to},
        ${tx.array(rest.purposes ?? [PURPOSES['court-report']], 21)}::smallint[], ${see}, ${rest.know ?? see},
        statement_timestamp() + ${days} * interval '1 day', ${rest.duty ?? null}, 'JV-1', null, null, 'in-person', null)`;
  const stateOf = async (actor: StaffActor | YouthActor, changes: ByHand = {}) => {
    try {
      await under(actor, byHand(changes));
      return 'ALLOWED';
    } catch (error) {
      return String((error as { cause?: { code?: string } }).cause?.code ?? error);
    }
  };

  test('a good one is taken', async () => {
    expect(await stateOf(dana)).toBe('ALLOWED');
  });

  test.each([
    ['a kind that no law opens', { see: maskOf(['shelter-location']) }],
    ['a program record without a subpoena', { see: maskOf(['sud-part2']) }],
    ['a bit that is no kind', { see: 1n << 40n }],
    ['an end beyond a year', { days: 400 }],
    ['a report of more than a month', { how: 'mandate', duty: 'MR-1', days: 40 }],
    ['a report to whom no report goes', { how: 'mandate', duty: 'MR-1', days: 5 }],
    ['an emergency of a day', { how: 'emergency', days: 1 }],
    ['to know and not see, by an order', { see: 0n, know: maskOf(['cw-record']) }],
    [
      'to know of a quiet kind, by a law on teams',
      { how: 'team_statute', see: 0n, know: maskOf(['trafficking-status']) },
    ],
    ['a kind of basis that is none', { how: 'consent' }],
    ['what the young person alone reads for', { purposes: [PURPOSES['self-access']] }],
  ])('not %s', async (_name, changes) => {
    expect(await stateOf(dana, changes)).toBe('AC403');
  });

  test('not to a colleague, not to nobody, not when it is over', async () => {
    expect(await stateOf(dana, { to: olga.staffId })).toBe('AC403');
    expect(await stateOf(dana, { to: randomUUID() })).toBe('AC409');
    expect(await stateOf(dana, { days: -1 })).toBe('AC409');
  });

  test('not from somebody who does not write for the owner: a supervisor, a colleague, a recipient, the young person', async () => {
    for (const actor of [stan, olga, judd, young]) expect(await stateOf(actor)).toBe('AC404');
  });

  test('says of every ground at least what the rule says', async () => {
    const all = (1n << 32n) - 1n;
    const duties = [null, ...(Object.keys(DUTIES) as DutyRule[])];
    const grounds = LAW_BASIS_KINDS.flatMap((kind) =>
      duties.flatMap((duty) =>
        [true, false].flatMap((hasSubpoena) =>
          System.options.map((recipientSystem) => ({ kind, duty, hasSubpoena, recipientSystem })),
        ),
      ),
    );
    const floor = await network.owner(
      (sql) => sql<{ open: string }[]>`
        select (~law_never(g.kind, ${dana.agencyId}, g.duty, g."hasSubpoena", g."recipientSystem", array[1]::smallint[])
          & ${String(all)}::bigint)::text as open
        from rows from (jsonb_to_recordset(${sql.json(grounds)}) as
          (kind text, duty text, "hasSubpoena" boolean, "recipientSystem" text)) with ordinality as g order by ordinality`,
    );
    for (const [index, ground] of grounds.entries()) {
      const custodian = {
        id: dana.agencyId,
        coveredEntity: false,
        part2Program: false,
        victimFunding: [],
        youthShelter: null,
        educationAgency: false,
        childWelfare: true,
        justice: false,
        tribal: false,
      };
      const rule = lawScope(
        { ...ground, custodian, purposes: ['care-plan-coordination'] },
        { see: all, know: all },
      );
      const open = BigInt(floor[index]?.open ?? 0);
      expect(rule.know & ~open).toBe(0n);
      // Health on a team hangs on facts of the custodian: the one thing that the floor leaves to the rule.
      if (ground.kind !== 'team_statute') expect(open).toBe(rule.know);
    }
  });
});

describe('who may know of it', () => {
  test('the young person reads all of theirs, with its number and its end, and cannot end it', async () => {
    const { basisId } = await record();
    const { bases } = await network.asYouth(young).mine.bases();
    expect(bases).toMatchObject([
      {
        basisId,
        kind: 'court_order',
        evidence: 'JV-2026-0118',
        recipient: { name: 'Judd' },
        categories: ['cw-record'],
        endsOn: inDays(30),
        recordedBy: 'Dana',
        told: { how: 'in-person' },
      },
    ]);
    const byHand = under(young, (tx) => tx`select end_basis(${basisId}, 'mistake')`);
    expect(await refusalOf(byHand)).toBe('NOT_FOUND');
    expect(await opened(judd, 'court-report')).toEqual(['note open']);
  });

  test('a recipient, their colleague, and a colleague who is not on the case read none of it', async () => {
    const { basisId } = await record();
    for (const actor of [judd, june, olga, ortiz]) {
      expect(await refusalOf(network.as(actor, 'court-report').bases.list({ caseId }))).toBe('NOT_FOUND');
      expect(await under(actor, (tx) => tx`select from law_basis`)).toHaveLength(0);
      expect(await refusalOf(end(basisId, actor))).toBe('NOT_FOUND');
      expect(await refusalOf(record(order(), actor))).toBe('NOT_FOUND');
    }
  });

  test('another young person reads none of it', async () => {
    await record();
    const { young: sam } = await network.openCase(dana, 'Sam');
    expect((await network.asYouth(sam).mine.bases()).bases).toEqual([]);
    expect(await under(sam, (tx) => tx`select from law_basis`)).toHaveLength(0);
  });

  test('that somebody has told them is said once', async () => {
    const { basisId } = await record(order({ told: 'not-reached' }));
    const tell = (who = dana) => network.as(who).bases.tell({ caseId, basisId, how: 'by-phone' });
    expect(await refusalOf(tell(judd))).toBe('NOT_FOUND');
    await tell();
    expect((await network.as(dana).bases.list({ caseId })).bases[0]).toMatchObject({
      told: { how: 'by-phone' },
      notTold: null,
    });
    expect(await refusalOf(tell())).toBe('CONFLICT');
  });
});

describe('a form that needs another look', () => {
  const fieldsOf = async (input: unknown) => {
    try {
      await network.as(dana).bases.record(input as RecordBasisInput);
      return [];
    } catch (error) {
      const { cause } = error as { cause?: { fields?: { field: string }[]; issues?: { path: string[] }[] } };
      return (
        cause?.fields?.map(({ field }) => field) ?? cause?.issues?.map(({ path }) => path.join('.')) ?? []
      );
    }
  };

  test.each([
    ['number', () => ({ number: 'by Judge Amelia Smith' })],
    ['number', () => ({ number: 'a note, with words 1' })],
    ['subpoena', () => ({ subpoena: '' })],
    ['issuedOn', () => ({ issuedOn: inDays(3) })],
    ['endsOn', () => ({ endsOn: inDays(-1) })],
    ['endsOn', () => ({ endsOn: inDays(500) })],
    ['purposes', () => ({ purposes: ['treatment'] })],
    ['recipient', () => ({ recipient: { kind: 'staff', staffId: olga.staffId } })],
    ['recipient', () => ({ recipient: { kind: 'staff', staffId: randomUUID() } })],
    ['categories', () => ({ categories: ['private-notes'] })],
    ['told', () => ({ told: 'never' })],
  ])('names the field: %s', async (field, changes) => {
    expect(new Set(await fieldsOf({ ...order(), ...changes() }))).toEqual(new Set([field]));
  });
});
