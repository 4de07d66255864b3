import type { Tx } from '@accord/db';
import type { BasisId, CaseId } from '@accord/kernel';
import type { CloseDutyInput, DutyEntryId, MyBases } from '../../contract/index.ts';

export interface NewDuty {
  entryId: DutyEntryId;
  caseId: CaseId;
  kind: 'subpoena' | 'duty';
  clock: string | null;
  number: string | null;
  receivedAt: string;
  dueAt: string;
  countedBy: string | null;
}

export async function recordDuty(tx: Tx, duty: NewDuty): Promise<void> {
  await tx`select record_duty(${duty.entryId}, ${duty.caseId}, ${duty.kind}, ${duty.clock}, ${duty.number},
    ${duty.receivedAt}, ${duty.dueAt}, ${duty.countedBy})`;
}

export interface Closing {
  outcome: CloseDutyInput['outcome'];
  confirmation: string | null;
  /** Null: now. */
  doneAt: string | null;
  basisId: BasisId | null;
  lateBecause: string | null;
}

export async function closeDuty(tx: Tx, entryId: DutyEntryId, closing: Closing): Promise<void> {
  await tx`select close_duty(${entryId}, ${closing.outcome}, ${closing.confirmation}, ${closing.doneAt},
    ${closing.basisId}, ${closing.lateBecause})`;
}

export interface DutyRow {
  entryId: DutyEntryId;
  caseId: CaseId;
  codeName: string;
  kind: 'subpoena' | 'duty';
  clock: string | null;
  number: string | null;
  receivedAt: string;
  dueAt: string;
  recordedBy: string;
  outcome: string | null;
  confirmation: string | null;
  doneAt: string | null;
  doneBy: string | null;
  lateBecause: string | null;
  /** The database's clock. */
  readAt: string;
}

/**
 * The entries of the cases of the scope that the row policy gives: what is open first, the soonest first, and then what
 * is closed, the latest first.
 */
export async function listDuties(tx: Tx, which: 'all' | { dueWithinDays: number }): Promise<DutyRow[]> {
  const days = which === 'all' ? null : which.dueWithinDays;
  return tx<DutyRow[]>`
    select d.id as "entryId", d.case_id as "caseId", f.code_name as "codeName", d.kind, d.clock, d.number,
      d.received_at as "receivedAt", d.due_at as "dueAt", r.name as "recordedBy", d.outcome, d.confirmation,
      d.done_at as "doneAt", b.name as "doneBy", d.late_because as "lateBecause", statement_timestamp() as "readAt"
    from duty_entry d
    join case_file f on f.id = d.case_id
    join staff r on r.id = d.recorded_by
    left join staff b on b.id = d.done_by
    where d.case_id = any (scope()) and (${days}::int is null
      or d.outcome is null and d.due_at < statement_timestamp() + make_interval(days => ${days}))
    order by d.outcome is not null, case when d.outcome is null then d.due_at end, d.done_at desc, d.id`;
}

export async function findDuty(tx: Tx, caseId: CaseId, entryId: DutyEntryId) {
  const [row] = await tx<Pick<DutyRow, 'kind' | 'receivedAt' | 'dueAt' | 'readAt'>[]>`
    select kind, received_at as "receivedAt", due_at as "dueAt", statement_timestamp() as "readAt"
    from duty_entry where case_id = ${caseId} and id = ${entryId}`;
  return row;
}

/** The subpoenas of the young person's own case, the latest first; what was written down by mistake asked for nothing. */
export async function listPapers(tx: Tx, caseId: CaseId): Promise<MyBases['papers']> {
  return tx<MyBases['papers']>`
    select d.number, o.name as owner, d.received_at as "receivedAt",
      case when d.outcome is null then 'open' when d.outcome = 'ordered' then 'ordered' else 'closed' end as state
    from duty_entry d join agency o on o.id = d.owner_agency
    where d.case_id = ${caseId} and d.kind = 'subpoena' and d.outcome is distinct from 'mistake'
    order by d.received_at desc, d.id`;
}
