import { type AgencyId, type CaseId, newId, PURPOSES, StaffId, type StaffActor } from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import type { Network } from '../support/network.ts';

// Rows as a basis, an assignment or a restriction would have written them, with the dates that a test wants.

export const PAST = '2020-01-01T00:00:00Z';
export const FUTURE = '2999-01-01T00:00:00Z';

interface Dates {
  from?: string | undefined;
  until?: string | undefined;
}

export interface OpenRow extends Dates {
  of: CaseId;
  owner: AgencyId;
  kind: 'staff' | 'agency' | 'young_person';
  to: string;
  purpose?: number;
  basis?: 'consent' | 'own_custody' | 'self_access';
  basisId?: string;
  mask?: bigint;
}

/**
 * A row of the projection, whoever it is for: no agreement is asked. The mask is that of the case plan unless it is
 * named.
 */
export const openRow = (network: Network, { of, owner, kind, to, mask = 8n, ...row }: OpenRow) =>
  network.owner((sql) =>
    sql.begin((tx) => [
      tx`alter table effective_access disable trigger keep_to_agreements`,
      tx`insert into effective_access (case_id, owner_agency, grantee_kind, grantee_id, purpose, basis_kind,
        basis_id, see_mask, know_mask, valid_from, valid_to, opened_at)
      select ${of}, ${owner}, ${kind}, ${to}, ${row.purpose ?? PURPOSES['care-plan-coordination']},
        ${row.basis ?? 'consent'}, ${row.basisId ?? newId(StaffId)}, ${String(mask)}, ${String(mask)},
        ${row.from ?? '-infinity'}::text::timestamptz, ${row.until ?? 'infinity'}::text::timestamptz, f.opened_at
      from case_file f where f.id = ${of}`,
      tx`alter table effective_access enable trigger keep_to_agreements`,
    ]),
  );

export const assignRow = (
  network: Network,
  of: CaseId,
  { staffId }: StaffActor,
  { from, until, kind }: Dates & { kind?: string | undefined } = {},
) =>
  network.owner(
    (sql) => sql`insert into assignment (case_id, staff_id, kind, valid_from, valid_to)
      values (${of}, ${staffId}, ${kind ?? 'assigned'}, ${from ?? '-infinity'}::text::timestamptz,
        ${until ?? 'infinity'}::text::timestamptz)`,
  );

export const shutRow = (
  network: Network,
  of: CaseId,
  target: string,
  { from, until, mask }: Dates & { mask?: number | undefined } = {},
) =>
  network.owner(
    (
      sql,
    ) => sql`insert into access_denial (id, case_id, target_kind, target_id, categories, valid_from, valid_to)
      values (${newId(StaffId)}, ${of}, case when exists (select from agency where id = ${target}) then 'agency' else 'staff' end,
        ${target}, ${mask ?? 8}, ${from ?? '-infinity'}::text::timestamptz, ${until ?? 'infinity'}::text::timestamptz)`,
  );

export interface GrantRow extends Dates {
  of: CaseId;
  discloser: AgencyId;
  to: StaffActor | AgencyId;
  by: StaffActor;
  categories: bigint;
  status?: 'draft' | 'active' | 'paused' | 'stopped';
  mayWrite?: boolean;
}

/** A permission that opens nothing by itself; what it let open, were it looked at, is all that it names. */
export async function grantRow(
  network: Network,
  { of, discloser, to, by, ...row }: GrantRow,
): Promise<string> {
  const id = randomUUID();
  const kinds = String(row.categories);
  await network.owner(
    (
      sql,
    ) => sql`insert into consent_grant (id, case_id, discloser_agency, recipient_kind, recipient_id, purpose,
        categories, opens, valid_from, valid_to, prepared_by, status, may_write)
      values (${id}, ${of}, ${discloser}, ${typeof to === 'string' ? 'agency' : 'staff'},
        ${typeof to === 'string' ? to : to.staffId}, 1, ${kinds}, ${kinds}, ${row.from ?? PAST}::text::timestamptz,
        ${row.until ?? FUTURE}::text::timestamptz, ${by.staffId}, ${row.status ?? 'draft'}, ${row.mayWrite ?? false})`,
  );
  return id;
}

/** A key of the case that its owner has written with. */
export const keyRow = (network: Network, of: CaseId, owner: AgencyId) =>
  network.owner(
    (sql) => sql`insert into case_key (case_id, owner_agency, agency_epoch, wrapped)
      values (${of}, ${owner}, 1, '\\x00') on conflict do nothing`,
  );

/** A wrap of such a key for the plan, by a basis. */
export const wrapRow = (network: Network, of: CaseId, owner: AgencyId, holder: AgencyId, basis: string) =>
  network.owner(async (sql) => {
    await sql`insert into category_key (case_id, owner_agency, category_mask, key_version)
      values (${of}, ${owner}, 8, 1) on conflict do nothing`;
    await sql`insert into key_wrap (id, case_id, owner_agency, category_mask, key_version, holder_id, holder_epoch,
        basis_id, ends_at, wrapped)
      values (${randomUUID()}, ${of}, ${owner}, 8, 1, ${holder}, 1, ${basis}, 'infinity', '\\x00')`;
  });

/** How much stands by a basis: rows of the projection, and wraps of keys. */
export const standing = (network: Network, basis: string) =>
  network.owner(async (sql) => {
    const [count] = await sql<{ rows: number; wraps: number }[]>`select
      (select count(*)::int from effective_access where basis_id = ${basis}) as rows,
      (select count(*)::int from key_wrap where basis_id = ${basis}) as wraps`;
    return { rows: count?.rows, wraps: count?.wraps };
  });

/** With which version of a case's key each owner writes next, by `case owner`. */
export const keyVersions = (network: Network, ...cases: CaseId[]) =>
  network.owner(async (sql) => {
    const rows = await sql<{ key: string; version: number }[]>`
      select case_id || ' ' || owner_agency as key, version from case_key where case_id = any (${cases})`;
    return Object.fromEntries(rows.map(({ key, version }) => [key, version]));
  });

/** What whoever writes in the case, and whoever stops something in it, finds of its keys at this moment. */
export const keysNow = (network: Network, of: CaseId) =>
  network.owner(async (sql) => {
    const [free] = await sql<{ write: boolean; stop: boolean }[]>`select
      pg_try_advisory_xact_lock_shared(case_lock(${of})) as write, pg_try_advisory_xact_lock(case_lock(${of})) as stop`;
    return free?.write ? (free.stop ? 'free' : 'shared') : 'taken';
  });

/** Whether the keys' epoch could change at this moment: not while anybody holds or takes the keys of a case. */
export const epochsFree = (network: Network) =>
  network.owner(async (sql) => {
    const [row] = await sql<{ free: boolean }[]>`select pg_try_advisory_xact_lock(20261123) as free`;
    return row?.free;
  });
