import type { Tx } from '@accord/db';
import type { AgencyId, CaseId, GrantId, StaffId } from '@accord/kernel';
import type { BasisFacts } from '../../contract/index.ts';
import { networkZone } from '../zone.ts';

export interface SightRow {
  granteeKind: 'staff' | 'agency';
  granteeId: StaffId | AgencyId;
  name: string;
  title: string | null;
  agency: string;
  /** What they are there, of a permission that is for whoever that is. */
  post: string | null;
  system: string;
  isOwn: boolean;
  basisKind: BasisFacts['kind'];
  basisId: GrantId;
  purpose: string | null;
  seeMask: bigint;
  keptMask: bigint;
  stoppedMask: bigint;
  dataFrom: string | null;
  dataTo: string | null;
  validFrom: string | null;
  validTo: string | null;
  endsOn: string | null;
  inForce: boolean;
  isPaused: boolean;
}

/** The instant that a grid is about: now, or the last one of another day of the network's. */
export async function instantOf(tx: Tx, day: string | undefined): Promise<string> {
  const [row] = await tx<{ at: string }[]>`
    select coalesce(
      case when ${day ?? null}::date <> (statement_timestamp() at time zone ${networkZone()})::date then
        (${day ?? null}::date + 1)::timestamp at time zone ${networkZone()} - interval '1 millisecond'
      end,
      statement_timestamp()) as at`;
  if (!row) throw new Error('the database gave no time');
  return row.at;
}

/** What each recipient's bases open of the speaker's own agency's items at an instant; nothing for who holds none. */
export async function listSights(tx: Tx, caseId: CaseId, at: string | null): Promise<SightRow[]> {
  return tx<SightRow[]>`
    select w.grantee_kind as "granteeKind", w.grantee_id as "granteeId", w.name, w.title, w.agency, w.system,
      post.name as post, w.is_own as "isOwn", w.basis_kind as "basisKind", w.basis_id as "basisId", p.code as purpose,
      w.see_mask as "seeMask", w.kept_mask as "keptMask", w.stopped_mask as "stoppedMask",
      nullif(w.data_from, '-infinity') as "dataFrom", nullif(w.data_to, 'infinity') as "dataTo",
      nullif(w.valid_from, '-infinity') as "validFrom", nullif(w.valid_to, 'infinity') as "validTo",
      w.in_force as "inForce", w.is_paused as "isPaused",
      to_char((nullif(w.valid_to, 'infinity') at time zone ${networkZone()}) - interval '1 second', 'YYYY-MM-DD')
        as "endsOn"
    from who_sees(${caseId}, ${at}::timestamptz) with ordinality w left join purpose p on p.id = w.purpose
    left join consent_grant g on w.basis_kind = 'consent' and g.id = w.basis_id
    left join post on post.id = g.post_id
    -- to whoever waits for the young person's word, nothing is shared yet
    where not exists (
      select from post_introduction i where i.grant_id = g.id and i.answer is distinct from 'fine'
    )
    order by w.ordinality`;
}

/** What restrictions keep from a recipient, whatever would be shared; null for who holds nothing here. */
export async function findKept(tx: Tx, caseId: CaseId, recipient: string): Promise<bigint | null> {
  const [row] = await tx<{ kept: bigint | null }[]>`select kept_from(${caseId}, ${recipient}) as kept`;
  return row?.kept ?? null;
}
