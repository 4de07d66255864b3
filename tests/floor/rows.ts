import { type AgencyId, type CaseId, newId, PURPOSES, StaffId, type StaffActor } from '@accord/kernel';
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
  mask?: bigint;
}

/** A row of the projection. The mask is that of the case plan unless it is named. */
export const openRow = (network: Network, { of, owner, kind, to, mask = 8n, ...row }: OpenRow) =>
  network.owner(
    (
      sql,
    ) => sql`insert into effective_access (case_id, owner_agency, grantee_kind, grantee_id, purpose, basis_kind,
        basis_id, see_mask, know_mask, valid_from, valid_to, opened_at)
      select ${of}, ${owner}, ${kind}, ${to}, ${row.purpose ?? PURPOSES['care-plan-coordination']},
        ${row.basis ?? 'consent'}, ${newId(StaffId)}, ${String(mask)}, ${String(mask)},
        ${row.from ?? '-infinity'}::text::timestamptz, ${row.until ?? 'infinity'}::text::timestamptz, f.opened_at
      from case_file f where f.id = ${of}`,
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
