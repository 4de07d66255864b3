import type { Tx } from '@accord/db';
import type { CaseId, StaffId } from '@accord/kernel';
import type { KeptOutPerson } from '../../contract/index.ts';

export async function keepOut(tx: Tx, caseId: CaseId, staffId: StaffId, denialId: string): Promise<void> {
  await tx`select keep_out(${caseId}, ${staffId}, ${denialId})`;
}

export async function letBack(tx: Tx, caseId: CaseId, staffId: StaffId): Promise<void> {
  await tx`select let_back(${caseId}, ${staffId})`;
}

export async function listKeptOut(tx: Tx, caseId: CaseId): Promise<KeptOutPerson[]> {
  return tx<KeptOutPerson[]>`
    select staff_id as "staffId", name, title, agency, since from kept_out(${caseId})`;
}

/** Everybody who works in the network now, by agency. */
export async function listStaff(tx: Tx): Promise<Omit<KeptOutPerson, 'since'>[]> {
  return tx<Omit<KeptOutPerson, 'since'>[]>`
    select s.id as "staffId", s.name, s.title, a.name as agency
    from staff s join agency a on a.id = s.agency_id
    where s.started_at <= statement_timestamp() and (s.ended_at is null or s.ended_at > statement_timestamp())
    order by a.name, s.name`;
}
