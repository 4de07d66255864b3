import { AgreementId, Category, maskOf } from '@accord/consent';
import { type AgencyId, newId, type StaffId } from '@accord/kernel';
import type { Sql } from 'postgres';

/**
 * An agreement of an agency on every kind and purpose, without an end, for one that has none: what a test is not about
 * does not stand in its way. Put there by the owner, past every procedure.
 */
export async function agreeOnAll(sql: Sql, agencyId: AgencyId, recorder: StaffId): Promise<void> {
  const everything = maskOf(Category.options).toString();
  await sql`
    insert into agreement (id, agency_id, sort, parties, number, signed_by, signed_on, gives, receives, purposes,
      valid_from, valid_to, over_at, recorded_by, recorded_at)
    select ${newId(AgreementId)}, ${agencyId}, 'mou', 'All agencies', 'MOU 1', 'A. Director', '2020-01-01', ${everything},
      ${everything}, array(select id from purpose), '2020-01-01', 'infinity', 'infinity', ${recorder}, '2020-01-01'
    where not exists (select from agreement where agency_id = ${agencyId})`;
}
