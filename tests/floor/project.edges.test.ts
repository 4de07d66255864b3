import type { Actor, AgencyId, CaseId, StaffActor, YouthActor } from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import type { Network } from '../support/network.ts';
import { twoHouses } from './houses.ts';
import { assignRow, FUTURE, type GrantRow, grantRow, keyRow, keyVersions, openRow, PAST } from './rows.ts';

/** The rows that the rule makes of a permission, by hand: which of them the floor takes, and what goes with the old ones. */
let network: Network;
let welfare: AgencyId;
let clinic: AgencyId;
let dana: StaffActor;
let cora: StaffActor;
let sosa: StaffActor;
let caseId: CaseId;
let otherCase: CaseId;
let young: YouthActor;
let kinds: { never: bigint; quiet: bigint };

const PLAN = 8n;
const MEETINGS = 1n << 30n;

beforeAll(async () => {
  ({ network, welfare, clinic, dana, cora, sosa } = await twoHouses());
  const bitWhere = (condition: 'never' | 'quiet') =>
    network.owner(async (sql) => {
      const [row] = await sql<{ mask: string }[]>`select (1::bigint << bit)::text as mask from category
        where ${condition === 'never' ? sql`not consentable` : sql`consentable and not existence_known`} order by bit limit 1`;
      return BigInt(row?.mask ?? 0);
    });
  kinds = { never: await bitWhere('never'), quiet: await bitWhere('quiet') };
});
afterAll(() => network.close());
beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  ({ caseId: otherCase } = await network.openCase(dana, 'Sam'));
  for (const [of, owner] of [
    [caseId, welfare],
    [caseId, clinic],
    [otherCase, welfare],
  ] as const)
    await keyRow(network, of, owner);
});

const sign = (id: string, withdrawn: string | null = null) =>
  network.owner(
    (
      sql,
    ) => sql`insert into consent_signature (grant_id, capacity, method, recorded_by, form_digest, withdrawn_at)
      values (${id}, 'young_person', 'typed', ${dana.staffId}, sha256('form'), ${withdrawn}::text::timestamptz)`,
  );
async function grant(change: Partial<GrantRow> & { isSigned?: boolean } = {}): Promise<string> {
  const { isSigned = true, ...row } = change;
  const ground = { of: caseId, discloser: welfare, to: sosa, by: dana, categories: PLAN | MEETINGS };
  const id = await grantRow(network, { ...ground, status: 'active', ...row });
  if (isSigned) await sign(id);
  return id;
}

type Row = Partial<{
  owner: string;
  kind: string;
  to: string;
  purpose: number;
  see: bigint;
  know: bigint;
  until: string;
}>;
const rowOf = (row: Row) => ({
  owner_agency: row.owner ?? welfare,
  grantee_kind: row.kind ?? 'staff',
  grantee_id: row.to ?? sosa.staffId,
  purpose: row.purpose ?? 1,
  see_mask: String(row.see ?? PLAN),
  know_mask: String(row.know ?? row.see ?? PLAN),
  valid_to: row.until ?? FUTURE,
});
const project = (id: string, rows: Row[], who: Actor = dana) =>
  asked(network, who, [caseId, otherCase], async (tx) => {
    await tx`select project_grant(${id}, ${JSON.stringify(rows.map(rowOf))}::text::jsonb)`;
    return 'done';
  });
const rowsOf = (id: string) =>
  network.owner(async (sql) => {
    const rows = await sql<
      { of: string; to: string; see: string; know: string; from: string; until: string }[]
    >`
      select case_id as of, grantee_id as to, see_mask::text as see, know_mask::text as know,
        extract(year from valid_from)::text as from, extract(year from valid_to)::text as until
      from effective_access where basis_id = ${id}`;
    return rows.map(({ see, know, ...row }) => ({ ...row, see: BigInt(see), know: BigInt(know) }));
  });
const opensOf = async (id: string) => {
  const [row] = await network.owner(
    (sql) => sql<{ opens: string }[]>`select opens::text as opens from consent_grant where id = ${id}`,
  );
  return BigInt(row?.opens ?? -1);
};

describe('rows are taken', () => {
  test('as the rule made them, and what they let be seen is what the permission opens', async () => {
    const [id, beside] = [await grant(), await grant()];
    expect(await project(id, [{ see: PLAN, know: PLAN | MEETINGS, until: '2998-01-01' }])).toBe('done');
    expect(await rowsOf(id)).toEqual([
      { of: caseId, to: sosa.staffId, see: PLAN, know: PLAN | MEETINGS, from: '2020', until: '2998' },
    ]);
    expect([await opensOf(id), await opensOf(beside)]).toEqual([PLAN, PLAN | MEETINGS]);
  });

  test('to an agency, where the permission is to an agency', async () => {
    const id = await grant({ to: clinic });
    expect(await project(id, [{ kind: 'agency', to: clinic }])).toBe('done');
    expect(await project(id, [{ to: clinic }])).toBe('AC403');
  });

  test.each<[string, () => Row]>([
    ['another owner’s', () => ({ owner: clinic })],
    ['to somebody else', () => ({ to: cora.staffId })],
    ['for another purpose', () => ({ purpose: 2 })],
    ['for longer', () => ({ until: '2999-01-02T00:00:00Z' })],
    ['of another kind', () => ({ know: PLAN | 64n })],
    ['of a kind that no permission opens', () => ({ know: PLAN | kinds.never })],
    ['known of and not seen, of a quiet kind', () => ({ know: PLAN | kinds.quiet })],
  ])('not %s', async (_, row) => {
    const id = await grant({ categories: PLAN | MEETINGS | kinds.never | kinds.quiet });
    expect(await project(id, [{}])).toBe('done');
    expect(await project(id, [{}, row()])).toBe('AC403');
    expect(await rowsOf(id)).toHaveLength(1);
  });

  test('of a quiet kind, where it is seen', async () => {
    const id = await grant({ categories: PLAN | kinds.quiet });
    expect(await project(id, [{ see: PLAN | kinds.quiet }])).toBe('done');
  });

  test('not of what was stopped of this permission; what was stopped of another one is no matter', async () => {
    const revoke = (of: string) =>
      network.owner(
        (sql) => sql`insert into consent_revocation (id, grant_id, categories, received_from, received_by)
          values (${randomUUID()}, ${of}, ${String(MEETINGS)}, 'staff', ${dana.staffId})`,
      );
    const id = await grant();
    await revoke(await grant());
    expect(await project(id, [{ see: PLAN | MEETINGS }])).toBe('done');
    await revoke(id);
    expect(await project(id, [{ see: PLAN | MEETINGS }])).toBe('AC403');
    expect(await project(id, [{ see: PLAN, know: PLAN | MEETINGS }])).toBe('AC403');
    expect(await project(id, [{ see: PLAN }])).toBe('done');
  });

  test('of a permission that is signed and holds; of any other, only none', async () => {
    await grant();
    const unsigned = await grant({ isSigned: false });
    expect(await project(unsigned, [{}])).toBe('AC409');
    await sign(unsigned, PAST);
    expect(await project(unsigned, [{}])).toBe('AC409');
    expect(await project(unsigned, [])).toBe('done');
    for (const status of ['draft', 'paused', 'stopped'] as const) {
      const id = await grant({ status });
      expect([status, await project(id, [{}])]).toEqual([status, 'AC409']);
      expect([status, await project(id, [])]).toEqual([status, 'done']);
    }
  });

  test('from whoever holds the items for the discloser, and nobody else', async () => {
    await assignRow(network, caseId, cora, { kind: 'supervision' });
    await openRow(network, { of: caseId, owner: clinic, kind: 'agency', to: clinic, basis: 'own_custody' });
    await assignRow(network, caseId, sosa);
    const id = await grant();
    expect(await project(id, [{}], cora)).toBe('done');
    for (const who of [sosa, young]) expect(await project(id, [{}], who)).toBe('AC404');
    expect(await project(await grant({ discloser: clinic }), [{ owner: clinic }])).toBe('AC404');
    expect(await project(randomUUID(), [])).toBe('AC404');
  });
});

describe('rows in place of others', () => {
  const wrap = (basis: string, mask: bigint) =>
    network.owner(async (sql) => {
      await sql`insert into category_key (case_id, owner_agency, category_mask, key_version)
        values (${caseId}, ${welfare}, ${String(mask)}, 1) on conflict do nothing`;
      await sql`insert into key_wrap (id, case_id, owner_agency, category_mask, key_version, holder_id, holder_epoch,
          basis_id, ends_at, wrapped)
        values (${randomUUID()}, ${caseId}, ${welfare}, ${String(mask)}, 1, ${clinic}, 1, ${basis}, 'infinity', '\\x00')`;
    });
  const wrapsOf = (id: string) =>
    network.owner(async (sql) => {
      const rows = await sql<{ mask: string }[]>`select category_mask::text as mask from key_wrap
        where basis_id = ${id} order by category_mask`;
      return rows.map(({ mask }) => BigInt(mask));
    });
  const opened = async (change: Partial<GrantRow> = {}) => {
    const id = await grant(change);
    expect(await project(id, [{ see: PLAN | MEETINGS }])).toBe('done');
    for (const mask of [PLAN, MEETINGS]) await wrap(id, mask);
    return id;
  };
  const versions = () => keyVersions(network, caseId, otherCase);

  test('take the wraps of what is open no more, and what is written next has a new key', async () => {
    const [id, beside] = [await opened(), await opened()];
    const before = await versions();
    const ours = `${caseId} ${welfare}`;
    expect(await project(id, [{ see: PLAN }])).toBe('done');
    expect((await rowsOf(id)).map(({ see }) => see)).toEqual([PLAN]);
    expect([await wrapsOf(id), await wrapsOf(beside)]).toEqual([[PLAN], [PLAN, MEETINGS]]);
    expect((await rowsOf(beside)).map(({ see }) => see)).toEqual([PLAN | MEETINGS]);
    expect(await versions()).toEqual({ ...before, [ours]: (before[ours] ?? 0) + 1 });
  });

  test('leave wraps and keys as they are while what is seen stays open', async () => {
    const id = await opened();
    await opened();
    expect(await project(id, [{ see: PLAN, know: PLAN | MEETINGS }])).toBe('done');
    const before = await versions();
    expect(await project(id, [{ see: PLAN }])).toBe('done');
    expect(await project(id, [{ see: PLAN | MEETINGS }])).toBe('done');
    expect(await wrapsOf(id)).toEqual([PLAN]);
    expect(await versions()).toEqual(before);
  });

  test('end what their recipient writes when nothing is open any more, and not before', async () => {
    const end = async () => {
      const [row] = await network.owner(
        (sql) => sql<{ isOver: boolean }[]>`select valid_to <= clock_timestamp() as "isOver" from assignment
          where case_id = ${caseId} and staff_id = ${sosa.staffId} and kind = 'assigned'`,
      );
      return row?.isOver;
    };
    const id = await opened({ mayWrite: true });
    await assignRow(network, caseId, sosa, { until: FUTURE });
    expect(await project(id, [{ see: PLAN }])).toBe('done');
    expect(await end()).toBe(false);
    expect(await project(id, [])).toBe('done');
    expect([await end(), await opensOf(id), await wrapsOf(id)]).toEqual([true, 0n, []]);
  });
});
