import { moveScope, type Tx } from '@accord/db';
import type { AgencyId, CaseId, GrantId, RequestId, StaffId } from '@accord/kernel';
import type { Need, SetAsideReason } from '../../contract/index.ts';
import { networkZone } from '../zone.ts';

/** Writes an ask, and answers whom it newly went to: none where they were asked the same not long ago. */
export async function askFor(
  tx: Tx,
  ask: { requestId: RequestId; caseId: CaseId; kind: bigint; need: Need },
): Promise<AgencyId[]> {
  const rows = await tx<{ owner: AgencyId }[]>`
    select owner_agency as owner from ask_for(${ask.requestId}, ${ask.caseId}, ${ask.kind}, ${ask.need})`;
  return rows.map(({ owner }) => owner);
}

/** `reason` null takes it up again. */
export async function setAside(tx: Tx, requestId: RequestId, reason: SetAsideReason | null): Promise<void> {
  await tx`select set_aside(${requestId}, ${reason})`;
}

/** The newest cases that the reader is on for the agency that holds their items, with the scope moved to them. */
export async function enterHeldCases(tx: Tx, agencyId: AgencyId, most: number) {
  const known = await tx<{ caseId: CaseId }[]>`select case_id as "caseId" from my_cases('infinity', ${most})`;
  await moveScope(
    tx,
    known.map((row) => row.caseId),
  );
  if (known.length === 0) return [];
  return tx<{ caseId: CaseId; codeName: string }[]>`
    with held as materialized (
      select distinct o.case_id from unnest(openings()) o where o.holds and o.owner_agency = ${agencyId}
    )
    select f.id as "caseId", f.code_name as "codeName" from case_file f join held h on h.case_id = f.id
    order by f.opened_at desc, f.id`;
}

export interface WaitingRow {
  what: 'request' | 'draft' | 'ending' | 'paused';
  id: RequestId & GrantId;
  caseId: CaseId;
  codeName: string;
  recipientKind: 'staff' | 'agency';
  recipientId: StaffId | AgencyId;
  name: string;
  title: string | null;
  agency: string;
  system: string;
  purpose: string;
  categories: bigint;
  need: Need | null;
  /** When it was asked or prepared. */
  sinceOn: string;
  /** The last day on which it holds. */
  endsOn: string;
  pausedFrom: 'young_person' | 'staff' | null;
  pausedByName: string | null;
  pausedOn: string | null;
  /** The reader is assigned to the case: they cover for nobody and supervise nobody there. */
  isAssigned: boolean;
  mayPrepare: boolean;
}

/** What waits in the cases of the scope, the oldest first; permissions when they end within so many days. */
export async function listWaiting(tx: Tx, reader: StaffId, days: number): Promise<WaitingRow[]> {
  return tx<WaitingRow[]>`
    select w.what, w.id, w.case_id as "caseId", w.code_name as "codeName", w.recipient_kind as "recipientKind",
      w.recipient_id as "recipientId", w.name, w.title, w.agency, w.system, p.code as purpose, w.categories, w.need,
      to_char(w.at at time zone ${networkZone()}, 'YYYY-MM-DD') as "sinceOn",
      to_char((w.at at time zone ${networkZone()}) - interval '1 second', 'YYYY-MM-DD') as "endsOn",
      w.paused_from as "pausedFrom", us.name as "pausedByName",
      to_char(u.paused_at at time zone ${networkZone()}, 'YYYY-MM-DD') as "pausedOn",
      w.may_prepare as "mayPrepare", exists (
        select from assignment m
        where m.case_id = w.case_id and m.staff_id = ${reader} and m.kind = 'assigned'
          and m.valid_from <= statement_timestamp() and m.valid_to > statement_timestamp()
      ) as "isAssigned"
    from waiting(statement_timestamp() + make_interval(days => ${days})) w
    join purpose p on p.id = w.purpose
    left join consent_pause u on w.what = 'paused' and u.grant_id = w.id and u.resumed_at is null
    left join staff us on u.paused_from = 'staff' and us.id = u.paused_by
    -- what waits for somebody in a post is listed as that
    where not exists (
      select from post_introduction i where i.grant_id = w.id and i.answer is distinct from 'fine'
    )`;
}

/** Who comes of age within so many days, among the cases of the scope: the day, the soonest first. */
export async function listComingOfAge(tx: Tx, days: number) {
  return tx<{ caseId: CaseId; codeName: string; on: string }[]>`
    select f.id as "caseId", f.code_name as "codeName", to_char(a.majority_on, 'YYYY-MM-DD') as on
    from (select (statement_timestamp() at time zone ${networkZone()})::date as day) today
    cross join lateral coming_of_age(today.day, today.day + ${days}::int) a
    join case_file f on f.id = a.case_id
    order by a.majority_on, f.id`;
}
