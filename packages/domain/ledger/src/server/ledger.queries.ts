import type { Tx } from '@accord/db';
import type { AgencyId, CaseId, NodeId } from '@accord/kernel';
import type { LedgerAction } from '../contract/index.ts';
import { networkZone } from './zone.ts';

interface EntryHead {
  nodeId: NodeId;
  kind: 'staff' | 'youth';
  id: string;
  agency: AgencyId | null;
  purpose: number;
  action: LedgerAction;
  caseId: CaseId;
}

interface Entry {
  id: string;
  ownerAgency: AgencyId;
  categoryMask: bigint;
  itemCount: number;
  digest: Buffer;
  notices: readonly string[];
  items: readonly { itemId: string; version: number }[];
}

/**
 * All rows of one call in one statement; a version that this reader has met before adds none. Each says by which state's
 * rules it was decided: those in force today for whoever leads the case, or none where there are none or two.
 */
export async function insertEntries(tx: Tx, head: EntryHead, entries: readonly Entry[]): Promise<void> {
  const met = entries.flatMap((entry) => entry.items.map((item) => ({ ...item, entryId: entry.id })));
  await tx`
    with today as (select (statement_timestamp() at time zone ${networkZone()})::date as day),
    rules as (
      select case when count(*) = 1 then min(b.state || ' ' || b.version) end as version
      from case_file f
      join agency a on a.id = f.lead_agency
      join policy_bundle b on b.state = a.state
      join today on b.effective_from <= today.day and coalesce(today.day < b.effective_to, true)
      where f.id = ${head.caseId}
    ),
    entry as (
      insert into ledger_entry (id, node_id, actor_kind, actor_id, actor_agency, action, case_id, owner_agency,
        purpose, category_mask, item_count, digest, notices, policy_version)
      select e.id, ${head.nodeId}, ${head.kind}, ${head.id}, ${head.agency}, ${head.action}, ${head.caseId},
        e.owner, ${head.purpose}, e.mask, e.items, decode(e.digest, 'hex'), string_to_array(e.notices, ' '),
        rules.version
      from unnest(
        ${entries.map((e) => e.id)}::uuid[], ${entries.map((e) => e.ownerAgency)}::uuid[],
        ${entries.map((e) => e.categoryMask.toString())}::bigint[], ${entries.map((e) => e.itemCount)}::int[],
        ${entries.map((e) => e.digest.toString('hex'))}::text[],
        ${entries.map((e) => e.notices.join(' '))}::text[]
      ) as e(id, owner, mask, items, digest, notices) cross join rules
    )
    insert into ledger_exposure (case_id, item_id, version, reader_id, entry_id)
    select ${head.caseId}, m.item, m.version, ${head.id}, m.entry
    from unnest(
      ${met.map((m) => m.itemId)}::uuid[], ${met.map((m) => m.version)}::int[], ${met.map((m) => m.entryId)}::uuid[]
    ) as m(item, version, entry)
    on conflict do nothing`;
}

export interface LookRow {
  at: string;
  /** A guest has no account: they heard something in a meeting. */
  actorKind: 'staff' | 'youth' | 'guest';
  who: string | null;
  agency: string | null;
  action: LedgerAction;
  categoryMask: bigint;
}

/**
 * What the ledger holds of one case, a line for each call, newest first, as its row policy gives it: to the young
 * person alone. A quiet kind is named where they see it themselves or signed to share it; what was written of no other
 * kind is not there.
 */
export async function listLooks(tx: Tx, caseId: CaseId, most: number): Promise<LookRow[]> {
  return tx<LookRow[]>`
    with open as (
      select owner, bit_or(mask) as mask from (
        select o.owner_agency as owner, o.see_mask as mask from unnest(openings()) o where o.case_id = ${caseId}
        union all
        select g.discloser_agency, g.categories from consent_grant g
          join consent_signature k on k.grant_id = g.id where g.case_id = ${caseId}
      ) each group by owner
    ),
    line as (
      select l.*, l.category_mask & (known.mask | coalesce(open.mask, 0)) as told
      from ledger_entry l
      left join open on open.owner = l.owner_agency
      cross join (select bit_or(1::bigint << bit) as mask from category where existence_known) known
      where l.case_id = ${caseId}
    )
    select min(l.at) as at, l.actor_kind as "actorKind", s.name as who, a.name as agency, l.action,
      bit_or(l.told) as "categoryMask"
    from line l
    left join staff s on s.id = l.actor_id
    left join agency a on a.id = l.actor_agency
    where l.told <> 0 or l.action <> 'wrote'
    group by l.xid, l.actor_kind, s.name, a.name, l.action
    order by min(l.at) desc limit ${most}`;
}
