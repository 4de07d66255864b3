import type { asOwner } from '@accord/db';

type Sql = Parameters<Parameters<typeof asOwner>[1]>[0];

/**
 * What was on record follows the days of the stories: each fact from when it began, each stop from when it was received,
 * so that a question about a past day of the demo finds that day. In a network of people this never happens: there a
 * version stands at the instant at which it was written.
 */
export async function setPast(sql: Sql): Promise<void> {
  await sql`update staff set started_at = now() - interval '2 years'`;
  await sql`update past_fact set at = now() - interval '2 years' where case_id is null`;
  // items were told today of days before
  await sql`update case_item set created_at = occurred_at where occurred_at < created_at`;
  await sql`update past_fact p set at = f.opened_at from case_file f
    where f.id = p.case_id and p.about in ('young_fact', 'authority')`;
  // a job on a case: its last version says from when
  await sql`update past_fact p set at = a.valid_from, fact = to_jsonb(a) from assignment a
    where p.about = 'assignment' and p.case_id = a.case_id and p.key = concat_ws('/', a.staff_id, a.kind)`;
  await sql`update past_fact p set at = e.valid_from, fact = to_jsonb(e) from effective_access e
    where p.about = 'effective_access' and p.case_id = e.case_id and e.basis_kind <> 'consent'
      and p.key = concat_ws('/', e.grantee_id, e.purpose, e.owner_agency, e.basis_id)`;
  await setPermissions(sql);
}

/** What a permission opened stands from its signature, and what a stop or a pause took away, from then. */
async function setPermissions(sql: Sql): Promise<void> {
  await sql`
    with row as (
      select p.id, g.valid_from as signed, (p.fact ->> 'see_mask')::bigint as mask,
        bit_or((p.fact ->> 'see_mask')::bigint) over (partition by p.case_id, p.key) as most,
        coalesce((select max(v.received_at) from consent_revocation v where v.grant_id = g.id),
          (select max(u.paused_at) from consent_pause u where u.grant_id = g.id), g.valid_to) as closed
      from past_fact p join consent_grant g on p.about = 'effective_access' and p.case_id = g.case_id
        and split_part(p.key, '/', 4) = g.id::text
    )
    update past_fact p set
      at = case when row.mask = row.most then row.signed else row.closed end,
      fact = p.fact || jsonb_build_object('valid_from', row.signed)
    from row where row.id = p.id`;
}
