import type { Tx } from '@accord/db';
import {
  type Actor,
  type AgencyId,
  ANONYMOUS,
  type CaseId,
  newId,
  PURPOSES,
  StaffId,
  type StaffActor,
  type YouthActor,
} from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import type { Network } from '../support/network.ts';
import { twoHouses } from './houses.ts';
import { assignRow, openRow, shutRow } from './rows.ts';

/** The row policies by hand: who is given which rows of a table, and whose rows it takes. */
let network: Network;
let welfare: AgencyId;
let clinic: AgencyId;
let dana: StaffActor;
let cora: StaffActor;
let sosa: StaffActor;
let caseId: CaseId;
let otherCase: CaseId;
let clinicCase: CaseId;
let young: YouthActor;
let other: YouthActor;

const JOB: Actor = { kind: 'system', job: 'keys' };

beforeAll(async () => {
  ({ network, welfare, clinic, dana, cora, sosa } = await twoHouses());
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  ({ caseId: otherCase, young: other } = await network.openCase(dana, 'Sam'));
  ({ caseId: clinicCase } = await network.openCase(sosa, 'Kim'));
  for (const of of [caseId, otherCase])
    await network.as(dana).cases.addGoal({ caseId: of, ownWords: 'Learn to swim' });
  await network.as(sosa).cases.addGoal({ caseId: clinicCase, ownWords: 'Play chess' });
});
afterAll(() => network.close());
beforeEach(async () => {
  await network.owner(async (sql) => {
    await sql`delete from assignment where staff_id = ${cora.staffId}
      or (staff_id = ${sosa.staffId} and case_id <> ${clinicCase})`;
    await sql`delete from effective_access where basis_kind = 'consent' or (owner_agency = ${clinic} and case_id <> ${clinicCase})`;
    await sql`delete from case_item where owner_agency = ${clinic} and case_id <> ${clinicCase}`;
  });
});

const ALL = () => [caseId, otherCase, clinicCase];
/** The clinic's own hold on the first case, with Sosa on it. */
const join = async () => {
  await openRow(network, {
    of: caseId,
    owner: clinic,
    kind: 'agency',
    to: clinic,
    basis: 'own_custody',
    mask: (1n << 30n) - 1n,
  });
  await assignRow(network, caseId, sosa);
};
const read = <T>(who: Actor, work: (tx: Tx) => Promise<T>, cases = ALL()) =>
  asked(network, who, cases, work, who.kind === 'youth' ? 'self-access' : 'care-plan-coordination');
const ids = async (who: Actor, work: (tx: Tx) => Promise<{ id: string }[]>, cases = ALL()) => {
  const rows = await read(who, work, cases);
  return typeof rows === 'string' ? rows : [...new Set(rows.map(({ id }) => id))].sort();
};
/** What the database says to a write, which is then undone. */
const tries = async (who: Actor, work: (tx: Tx) => Promise<unknown>, cases = ALL()) =>
  read(
    who,
    async (tx) => {
      await work(tx);
      throw Object.assign(new Error('undone'), { code: 'TAKEN' });
    },
    cases,
  );
const sorted = (...list: string[]) => list.toSorted();

describe('rows are given', () => {
  test('workplaces and colleagues to whoever is signed in', async () => {
    const agencies = (who: Actor) =>
      ids(who, (tx) => tx`select id from agency where id in (${welfare}, ${clinic})`);
    const staff = (who: Actor) => ids(who, (tx) => tx`select id from staff where id = ${sosa.staffId}`);
    for (const who of [dana, young]) {
      expect(await agencies(who)).toEqual(sorted(welfare, clinic));
      expect(await staff(who)).toEqual([sosa.staffId]);
    }
    expect(await agencies(JOB)).toEqual(sorted(welfare, clinic));
    expect(await staff(JOB)).toEqual([]);
    expect(await agencies(ANONYMOUS)).toEqual([]);
    expect(await staff(ANONYMOUS)).toEqual([]);
  });

  test('of cases in which something may be known', async () => {
    const cases = (who: Actor, scope = ALL()) => ids(who, (tx) => tx`select id from case_file`, scope);
    expect(await cases(dana)).toEqual(sorted(caseId, otherCase));
    expect(await cases(dana, [caseId])).toEqual([caseId]);
    expect(await cases(cora)).toEqual([]);
    expect(await cases(young)).toEqual([caseId]);
    await openRow(network, { of: caseId, owner: welfare, kind: 'staff', to: sosa.staffId });
    expect(await cases(sosa)).toEqual(sorted(caseId, clinicCase));
  });

  test('assignments to those who are on the same case for the same agency', async () => {
    const assigned = (who: Actor) =>
      ids(who, (tx) => tx`select case_id || ' ' || staff_id as id from assignment`);
    await join();
    expect(await assigned(dana)).toEqual(sorted(`${caseId} ${dana.staffId}`, `${otherCase} ${dana.staffId}`));
    expect(await assigned(sosa)).toEqual(
      sorted(`${caseId} ${sosa.staffId}`, `${clinicCase} ${sosa.staffId}`),
    );
    await openRow(network, { of: caseId, owner: welfare, kind: 'staff', to: cora.staffId });
    expect(await assigned(cora)).toEqual([]);
    expect(await assigned(young)).toEqual([]);
    await assignRow(network, otherCase, cora, { kind: 'supervision' });
    expect(await assigned(cora)).toEqual(
      sorted(`${otherCase} ${cora.staffId}`, `${otherCase} ${dana.staffId}`),
    );
  });

  test('who may sign for a young person to them and to whoever holds items, where the case is in hand', async () => {
    const signers = (who: Actor, scope = ALL()) => ids(who, (tx) => tx`select id from authority`, scope);
    const mother = await network.addGuardian(dana, caseId);
    for (const who of [dana, young]) {
      expect(await signers(who)).toEqual([mother]);
      expect(await signers(who, [otherCase])).toEqual([]);
    }
    for (const who of [cora, sosa, other]) expect(await signers(who)).toEqual([]);
    // What is shared gives nobody the list, nor does holding items of another case.
    await openRow(network, { of: caseId, owner: welfare, kind: 'staff', to: sosa.staffId });
    await assignRow(network, otherCase, cora, { kind: 'supervision' });
    for (const who of [cora, sosa]) expect(await signers(who)).toEqual([]);
    await assignRow(network, caseId, cora, { kind: 'supervision' });
    expect(await signers(cora)).toEqual([mother]);
  });

  test('keys of a case to who writes for its owner, to the young person whose case it is, and to the job of its node', async () => {
    for (const table of ['case_key', 'category_key']) {
      const keys = (who: Actor) =>
        ids(who, (tx) => tx`select case_id || ' ' || owner_agency as id from ${tx(table)}`);
      expect(await keys(dana)).toEqual(sorted(`${caseId} ${welfare}`, `${otherCase} ${welfare}`));
      expect(await keys(cora)).toEqual([]);
      // Sealed for the ring of that agency: theirs to seal their own words with, on a node that serves it.
      expect(await keys(young)).toEqual([`${caseId} ${welfare}`]);
      expect(await keys(JOB)).toEqual(
        sorted(`${caseId} ${welfare}`, `${otherCase} ${welfare}`, `${clinicCase} ${clinic}`),
      );
    }
  });

  test('key wraps to their holder, by an opening, until they end', async () => {
    const wraps = (who: Actor) =>
      ids(who, (tx) => tx`select case_id || ' ' || owner_agency || ' ' || holder_id as id from key_wrap`);
    const own = (of: CaseId) => `${of} ${welfare} ${welfare}`;
    expect(await wraps(dana)).toEqual(sorted(own(caseId), own(otherCase)));
    expect(await wraps(cora)).toEqual([]);
    expect(await wraps(young)).toEqual([`${caseId} ${welfare} ${young.youngPersonId}`]);
    expect(await wraps(sosa)).toEqual([`${clinicCase} ${clinic} ${clinic}`]);
    expect(((await wraps(JOB)) as string[]).length).toBeGreaterThan(3);
    // An opening of another owner, case or kind gives none.
    await openRow(network, {
      of: caseId,
      owner: clinic,
      kind: 'staff',
      to: cora.staffId,
      mask: (1n << 30n) - 1n,
    });
    await openRow(network, { of: caseId, owner: welfare, kind: 'staff', to: cora.staffId, mask: 1n << 62n });
    expect(await wraps(cora)).toEqual([]);
    await openRow(network, {
      of: otherCase,
      owner: welfare,
      kind: 'staff',
      to: cora.staffId,
      mask: (1n << 30n) - 1n,
    });
    expect(await wraps(cora)).toEqual([own(otherCase)]);
    // Nor does one by which what is locked is known of, and not seen.
    await network.owner((sql) => sql`update effective_access set see_mask = 0 where basis_kind = 'consent'`);
    expect(await wraps(cora)).toEqual([]);
    await network.owner(
      (sql) => sql`update key_wrap set ends_at = now() where holder_id = ${welfare} and case_id = ${caseId}`,
    );
    expect(await wraps(dana)).toEqual([own(otherCase)]);
    await network.owner((sql) => sql`update key_wrap set ends_at = 'infinity' where holder_id = ${welfare}`);
  });

  test('a young person’s key to them, to those who write for who leads them, and to the job', async () => {
    const keys = (who: Actor) => ids(who, (tx) => tx`select young_person_id as id from young_person_key`);
    const both = sorted(young.youngPersonId, other.youngPersonId);
    expect(await keys(young)).toEqual([young.youngPersonId]);
    expect(await keys(dana)).toEqual(both);
    expect(await keys(cora)).toEqual([]);
    expect(await keys(ANONYMOUS)).toEqual([]);
    expect(await keys(JOB)).toEqual(expect.arrayContaining(both));
  });

  test('the ledger to the young person whose case it is', async () => {
    const lines = (who: Actor, scope = ALL()) =>
      ids(who, (tx) => tx`select case_id as id from ledger_entry`, scope);
    await network.as(dana).cases.open({ caseId });
    expect(await lines(young)).toEqual([caseId]);
    expect(await lines(young, [otherCase])).toEqual([]);
    expect(await lines(dana)).toEqual([]);
  });
});

describe('permissions and what belongs to them are given', () => {
  const TABLES = [
    ['consent_grant', 'id'],
    ['consent_signature', 'grant_id'],
    ['consent_revocation', 'grant_id'],
    ['consent_pause', 'grant_id'],
    ['consent_document', 'grant_id'],
  ] as const;
  const grants = { ours: randomUUID(), theirs: randomUUID(), elsewhere: randomUUID() };
  beforeAll(() =>
    network.owner(async (sql) => {
      const rows = [
        [grants.ours, caseId, welfare],
        [grants.theirs, caseId, clinic],
        [grants.elsewhere, otherCase, welfare],
      ] as const;
      await sql`insert into case_key (case_id, owner_agency, agency_epoch, wrapped) values (${caseId}, ${clinic}, 1, '\\x00')
        on conflict do nothing`;
      for (const [id, of, discloser] of rows) {
        await sql`insert into consent_grant (id, case_id, discloser_agency, recipient_kind, recipient_id, purpose,
            categories, valid_to, prepared_by)
          values (${id}, ${of}, ${discloser}, 'staff', ${cora.staffId}, 1, 8, '2999-01-01', ${dana.staffId})`;
        await sql`insert into consent_signature (grant_id, capacity, method, recorded_by, form_digest)
          values (${id}, 'young_person', 'typed', ${dana.staffId}, sha256('x'))`;
        await sql`insert into consent_revocation (id, grant_id, categories, received_from, received_by)
          values (${randomUUID()}, ${id}, 8, 'staff', ${dana.staffId})`;
        await sql`insert into consent_pause (id, grant_id, paused_from, paused_by)
          values (${randomUUID()}, ${id}, 'staff', ${dana.staffId})`;
        await sql`insert into category_key (case_id, owner_agency, category_mask, key_version)
          values (${of}, ${discloser}, 1, 1) on conflict do nothing`;
        await sql`insert into consent_document (grant_id, version, case_id, owner_agency, category_mask, key_version, sealed)
          values (${id}, 1, ${of}, ${discloser}, 1, 1, '\\x00')`;
        await sql`insert into consent_request (id, case_id, discloser_agency, asked_by, category_mask, purpose, need)
          values (${randomUUID()}, ${of}, ${discloser}, ${cora.staffId}, 8, 1, 'planning')`;
      }
    }),
  );

  test.each(TABLES)('%s: to the agency that discloses and to the young person', async (table, column) => {
    const given = (who: Actor, scope = ALL()) =>
      ids(who, (tx) => tx`select ${tx(column)} as id from ${tx(table)}`, scope);
    await join();
    expect(await given(dana)).toEqual(sorted(grants.ours, grants.elsewhere));
    expect(await given(dana, [otherCase])).toEqual([grants.elsewhere]);
    expect(await given(sosa)).toEqual([grants.theirs]);
    expect(await given(young)).toEqual(sorted(grants.ours, grants.theirs));
    expect(await given(young, [otherCase])).toEqual([]);
    expect(await given(other)).toEqual([grants.elsewhere]);
    expect(await given(cora)).toEqual([]);
  });

  test('asks: to the agency that was asked and to the young person', async () => {
    const given = (who: Actor, scope = ALL()) =>
      ids(who, (tx) => tx`select case_id || ' ' || discloser_agency as id from consent_request`, scope);
    await join();
    expect(await given(dana, [otherCase])).toEqual([`${otherCase} ${welfare}`]);
    expect(await given(sosa)).toEqual([`${caseId} ${clinic}`]);
    expect(await given(young)).toEqual(sorted(`${caseId} ${welfare}`, `${caseId} ${clinic}`));
    expect(await given(young, [otherCase])).toEqual([]);
    expect(await given(cora)).toEqual([]);
  });

  test('what a law opened: to the agency whose items it opens and to the young person', async () => {
    const given = (who: Actor, scope = ALL()) =>
      ids(who, (tx) => tx`select case_id || ' ' || owner_agency as id from law_basis`, scope);
    await network.owner(async (sql) => {
      for (const owner of [welfare, clinic])
        await sql`insert into law_basis (id, case_id, owner_agency, kind, recipient_kind, recipient_id, purposes, see_mask,
            know_mask, valid_from, valid_to, evidence, recorded_by, not_told)
          values (${randomUUID()}, ${caseId}, ${owner}, 'court_order', 'staff', ${cora.staffId}, array[1], 8, 8,
            '2020-01-01', '2999-01-01', 'JV 1', ${dana.staffId}, 'safe-moment')`;
    });
    await join();
    expect(await given(dana)).toEqual([`${caseId} ${welfare}`]);
    expect(await given(dana, [otherCase])).toEqual([]);
    expect(await given(sosa)).toEqual([`${caseId} ${clinic}`]);
    expect(await given(young)).toEqual(sorted(`${caseId} ${welfare}`, `${caseId} ${clinic}`));
    expect(await given(young, [otherCase])).toEqual([]);
    for (const who of [cora, other]) expect(await given(who)).toEqual([]);
  });

  const draft =
    (change: Partial<Record<'by' | 'of' | 'discloser', string>> = {}) =>
    (tx: Tx) =>
      tx`insert into consent_grant (id, case_id, discloser_agency, recipient_kind, recipient_id, purpose, categories,
        valid_to, prepared_by)
      values (${randomUUID()}, ${change.of ?? caseId}, ${change.discloser ?? welfare}, 'staff', ${sosa.staffId}, 1, 8,
        '2999-01-01', ${change.by ?? dana.staffId})`;

  test('a draft is taken from whoever writes for the discloser, in their own name', async () => {
    expect(await tries(dana, draft())).toBe('TAKEN');
    expect(await tries(dana, draft({ by: cora.staffId }))).toBe('42501');
    expect(await tries(dana, draft({ discloser: clinic }))).toBe('42501');
    expect(await tries(dana, draft({ of: clinicCase }))).toBe('42501');
    expect(await tries(cora, draft({ by: cora.staffId }))).toBe('42501');
    await assignRow(network, caseId, cora, { kind: 'supervision' });
    expect(await tries(cora, draft({ by: cora.staffId }))).toBe('42501');
  });

  test('and its sealed form from the same, for its own case and owner', async () => {
    const form =
      (change: Partial<Record<'grant' | 'of' | 'owner', string>> = {}) =>
      (tx: Tx) =>
        tx`insert into consent_document (grant_id, version, case_id, owner_agency, category_mask, key_version, sealed)
        values (${change.grant ?? grants.ours}, 2, ${change.of ?? caseId}, ${change.owner ?? welfare}, 1, 1, '\\x00')`;
    await join();
    expect(await tries(dana, form())).toBe('TAKEN');
    expect(await tries(dana, form({ grant: grants.theirs }))).toBe('42501');
    expect(await tries(dana, form({ of: otherCase }))).toBe('42501');
    expect(await tries(dana, form({ owner: clinic }))).toBe('42501');
    expect(await tries(sosa, form())).toBe('42501');
    expect(await tries(cora, form())).toBe('42501');
    // Nor from whoever may read the permission and writes nothing.
    await assignRow(network, caseId, cora, { kind: 'supervision' });
    for (const who of [cora, young]) expect(await tries(who, form())).toBe('42501');
  });
});

describe('items are taken', () => {
  type Item = Partial<{
    of: string;
    owner: string;
    mask: bigint;
    by: string;
    at: string;
    doer: string | null;
    kind: string;
  }>;
  const id = randomUUID();
  const item =
    (item: Item = {}) =>
    (tx: Tx) =>
      tx`insert into case_item (case_id, id, kind, owner_agency, category_mask, created_by, occurred_at, assigned_to)
        values (${item.of ?? caseId}, ${id}, ${item.kind ?? 'note'}, ${item.owner ?? welfare}, ${item.mask ?? 8n},
          ${item.by ?? dana.staffId}, ${item.at ?? '2026-01-01'}, ${item.doer ?? null})`;
  const body =
    (of: Item & { item?: string } = {}) =>
    (tx: Tx) =>
      tx`insert into case_item_body (case_id, item_id, version, owner_agency, category_mask, key_version, occurred_at, sealed)
        values (${of.of ?? caseId}, ${of.item ?? id}, 1, ${of.owner ?? welfare}, ${of.mask ?? 8n}, 1,
          ${of.at ?? '2026-01-01'}, '\\x00')`;

  test('in one’s own name, for one’s own agency, of kinds that it may see', async () => {
    await join();
    expect(await tries(dana, item())).toBe('TAKEN');
    expect(await tries(dana, item({ by: cora.staffId }))).toBe('42501');
    expect(await tries(dana, item({ owner: clinic }))).toBe('42501');
    expect(await tries(dana, item({ of: clinicCase }))).toBe('42501');
    expect(await tries(dana, item({ mask: 1n << 62n }))).toBe('42501');
    expect(await tries(dana, item({ kind: 'step', doer: dana.staffId }))).toBe('TAKEN');
    expect(await tries(dana, item({ kind: 'step', doer: cora.staffId }))).toBe('42501');
    expect(await tries(cora, item({ by: cora.staffId }))).toBe('42501');
  });

  test('not from a recipient, nor from a supervisor', async () => {
    await openRow(network, { of: caseId, owner: welfare, kind: 'staff', to: sosa.staffId });
    await assignRow(network, caseId, cora, { kind: 'supervision' });
    expect(await tries(sosa, item({ by: sosa.staffId }))).toBe('42501');
    expect(await tries(cora, item({ by: cora.staffId }))).toBe('42501');
  });

  test('with a body that repeats them', async () => {
    await join();
    const both = (of: Parameters<typeof body>[0]) => async (tx: Tx) => {
      await item()(tx);
      await body(of)(tx);
    };
    expect(await tries(dana, both({}))).toBe('TAKEN');
    const wrong = [
      { owner: clinic },
      { mask: 16n },
      { at: '2026-01-02' },
      { item: randomUUID() },
      { of: otherCase },
    ];
    for (const change of wrong) expect([change, await tries(dana, both(change))]).toEqual([change, '42501']);
  });

  test('a body of somebody else’s item is not, nor does a reader change one', async () => {
    const [goal] = await network.owner(
      (sql) => sql<{ id: string; mask: string; at: string }[]>`select id, category_mask::text as mask,
        occurred_at::text as at from case_item where case_id = ${caseId} and kind = 'goal'`,
    );
    if (goal === undefined) throw new Error('no goal');
    const repeated = (tx: Tx, owner: AgencyId = welfare) =>
      tx`insert into case_item_body (case_id, item_id, version, owner_agency, category_mask, key_version, occurred_at, sealed)
        values (${caseId}, ${goal.id}, 9, ${owner}, ${goal.mask}, 1, ${goal.at}::text::timestamptz, '\\x00')`;
    const changed = async (who: Actor) => {
      const rows = await read(
        who,
        (tx) => tx`update case_item set revision = revision where id = ${goal.id} returning id`,
      );
      return typeof rows === 'string' ? rows : rows.length;
    };
    expect(await tries(dana, (tx) => repeated(tx))).toBe('TAKEN');
    expect(await changed(dana)).toBe(1);
    await openRow(network, {
      of: caseId,
      owner: welfare,
      kind: 'staff',
      to: sosa.staffId,
      mask: (1n << 30n) - 1n,
    });
    await join();
    await assignRow(network, caseId, cora, { kind: 'supervision' });
    for (const who of [sosa, cora]) {
      expect(await tries(who, (tx) => repeated(tx))).toBe('42501');
      expect(await changed(who)).toBe(0);
    }
    // A body is of the agency that its item is of, whoever may write for another.
    expect(await tries(sosa, (tx) => repeated(tx, clinic))).toBe('42501');
    // Who writes in another case of the same agency reads here what is shared, and changes nothing.
    await openRow(network, {
      of: caseId,
      owner: welfare,
      kind: 'staff',
      to: cora.staffId,
      mask: (1n << 30n) - 1n,
    });
    await assignRow(network, otherCase, cora);
    expect(await changed(cora)).toBe(0);
    expect(await tries(cora, (tx) => repeated(tx))).toBe('42501');
  });

  test('nor what its writer may know of and not see', async () => {
    const custody = (mask: bigint) =>
      network.owner(
        (sql) => sql`update effective_access set see_mask = ${String(mask)}
          where case_id = ${caseId} and basis_kind = 'own_custody' and owner_agency = ${welfare}`,
      );
    const [before] = await network.owner(
      (sql) => sql<{ mask: string }[]>`select see_mask::text as mask from effective_access
        where case_id = ${caseId} and basis_kind = 'own_custody' and owner_agency = ${welfare}`,
    );
    const rows = () =>
      read(dana, (tx) => tx`update case_item set revision = revision where case_id = ${caseId} returning id`);
    const again = (tx: Tx) =>
      tx`insert into case_item_body (case_id, item_id, version, owner_agency, category_mask, key_version, occurred_at, sealed)
        select case_id, id, 9, owner_agency, category_mask, 1, occurred_at, '\\x00' from case_item
        where case_id = ${caseId} and kind = 'goal'`;
    expect(await rows()).not.toHaveLength(0);
    expect(await tries(dana, again)).toBe('TAKEN');
    await custody(0n);
    expect(await tries(dana, again)).toBe('42501');
    expect(await tries(dana, item())).toBe('42501');
    expect(await rows()).toHaveLength(0);
    await custody(BigInt(before?.mask ?? 0));
    expect(await tries(dana, item())).toBe('TAKEN');
  });
});

describe('lines of the ledger are taken', () => {
  type Line = Partial<{
    of: string;
    by: string;
    kind: string;
    agency: string | null;
    purpose: number;
    node: string;
  }>;
  const line =
    (who: StaffActor | YouthActor, line: Line = {}) =>
    (tx: Tx) => {
      const by = who.kind === 'staff' ? who.staffId : who.youngPersonId;
      const agency = who.kind === 'staff' ? who.agencyId : null;
      const purpose = PURPOSES[who.kind === 'staff' ? 'care-plan-coordination' : 'self-access'];
      return tx`insert into ledger_entry (id, node_id, actor_kind, actor_id, actor_agency, action, case_id, owner_agency,
          purpose, category_mask, item_count, digest)
        values (${randomUUID()}, ${line.node ?? network.database.node.nodeId}, ${line.kind ?? who.kind}, ${line.by ?? by},
          ${line.agency === undefined ? agency : line.agency}, 'opened', ${line.of ?? caseId}, ${welfare},
          ${line.purpose ?? purpose}, 0, 0, sha256('x'))`;
    };

  test('in the speaker’s own name, about a case of theirs in hand', async () => {
    expect(await tries(dana, line(dana))).toBe('TAKEN');
    expect(await tries(young, line(young))).toBe('TAKEN');
    expect(await tries(dana, line(dana, { by: cora.staffId }))).toBe('42501');
    expect(await tries(dana, line(dana, { kind: 'youth' }))).toBe('42501');
    expect(await tries(dana, line(dana, { agency: clinic }))).toBe('42501');
    expect(await tries(dana, line(dana, { purpose: 2 }))).toBe('42501');
    expect(await tries(dana, line(dana, { node: newId(StaffId) }))).toMatch(/^(42501|23503)$/);
    expect(await tries(dana, line(dana), [otherCase])).toBe('42501');
    expect(await tries(dana, line(dana, { of: clinicCase }))).toBe('42501');
    expect(await tries(cora, line(cora))).toBe('42501');
    expect(await tries(other, line(other))).toBe('42501');
    expect(await tries(young, line(young), [otherCase])).toBe('42501');
  });

  test('and so is what a reader was first shown', async () => {
    const [seen] = await network.owner(
      (sql) => sql<
        { id: string; entry: string }[]
      >`select i.id, (select id from ledger_entry limit 1) as entry
        from case_item i where i.case_id = ${caseId} and i.kind = 'goal'`,
    );
    const shown =
      (reader: string, of: string = caseId) =>
      (tx: Tx) =>
        tx`insert into ledger_exposure (case_id, item_id, version, reader_id, entry_id)
          values (${of}, ${seen?.id ?? ''}, 77, ${reader}, ${seen?.entry ?? ''})`;
    expect(await tries(dana, shown(dana.staffId))).toBe('TAKEN');
    expect(await tries(young, shown(young.youngPersonId))).toBe('TAKEN');
    expect(await tries(dana, shown(cora.staffId))).toBe('42501');
    expect(await tries(dana, shown(dana.staffId), [otherCase])).toBe('42501');
    expect(await tries(cora, shown(cora.staffId))).toBe('42501');
    expect(await tries(dana, shown(dana.staffId, clinicCase))).toBe('42501');
    expect(await tries(other, shown(other.youngPersonId))).toBe('42501');
    expect(await tries(young, shown(young.youngPersonId), [otherCase])).toBe('42501');
    // Whoever is shut out of all of their own case leaves a trace in it all the same.
    await shutRow(network, caseId, young.youngPersonId, { mask: 2 ** 52 - 1 });
    expect(await tries(young, shown(young.youngPersonId))).toBe('TAKEN');
    expect(await tries(young, line(young))).toBe('TAKEN');
    await network.owner((sql) => sql`delete from access_denial`);
  });
});

describe('keys are taken', () => {
  test('an agency’s next key from the job of its node, and from nobody who works there', async () => {
    const next = (tx: Tx) => tx`insert into agency_key (agency_id, epoch, public_key)
      select agency_id, 99, public_key from agency_key where agency_id = ${welfare}`;
    expect(await tries(JOB, next)).toBe('TAKEN');
    for (const who of [dana, sosa, young]) expect(await tries(who, next)).toBe('42501');
  });

  test('a first key from those who write for its owner', async () => {
    const caseKey = (owner: string, of: string) => (tx: Tx) =>
      tx`insert into case_key (case_id, owner_agency, agency_epoch, wrapped) values (${of}, ${owner}, 1, '\\x00')`;
    const categoryKey = (owner: string, of: string) => (tx: Tx) =>
      tx`insert into category_key (case_id, owner_agency, category_mask, key_version) values (${of}, ${owner}, 64, 9)`;
    expect(await tries(dana, categoryKey(welfare, caseId))).toBe('TAKEN');
    expect(await tries(cora, categoryKey(welfare, caseId))).toBe('42501');
    expect(await tries(dana, categoryKey(clinic, clinicCase))).toBe('42501');
    expect(await tries(dana, caseKey(clinic, otherCase))).toBe('42501');
    expect(await tries(cora, caseKey(welfare, otherCase))).toBe('42501');
  });

  test('and changed by the job of its node alone', async () => {
    const touched = async (who: Actor, table: string) => {
      const rows = await read(who, (tx) => tx`update ${tx(table)} set wrapped = wrapped returning 1 as one`);
      return typeof rows === 'string' ? rows : rows.length;
    };
    for (const table of ['case_key', 'key_wrap', 'young_person_key']) {
      expect(await touched(JOB, table), table).toBeGreaterThan(0);
      expect(await touched(dana, table), table).toBe(0);
      expect(await touched(young, table), table).toBe(0);
    }
  });

  test('a young person’s from those who write for who leads their case', async () => {
    const key = (change: Partial<Record<'who' | 'of' | 'agency', string>>) => async (tx: Tx) => {
      await tx`insert into young_person_key (young_person_id, case_id, agency_id, agency_epoch, public_key, wrapped)
        values (${change.who ?? young.youngPersonId}, ${change.of ?? caseId}, ${change.agency ?? welfare}, 1, '\\x00', '\\x00')`;
    };
    const before = await network.owner(
      (sql) => sql`delete from young_person_key where case_id = ${caseId} returning *`,
    );
    await join();
    expect(await tries(dana, key({}))).toBe('TAKEN');
    expect(await tries(cora, key({}))).toBe('42501');
    await assignRow(network, caseId, cora, { kind: 'supervision' });
    expect(await tries(cora, key({}))).toBe('42501');
    expect(await tries(dana, key({ who: newId(StaffId) }))).toMatch(/^(42501|23503)$/);
    expect(await tries(dana, key({ of: otherCase }))).toBe('42501');
    expect(await tries(sosa, key({ agency: clinic }))).toBe('42501');
    await network.owner((sql) => sql`insert into young_person_key ${sql(before)}`);
  });
});
