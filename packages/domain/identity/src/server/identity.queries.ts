import { moveScope, type Tx } from '@accord/db';
import type { AgencyId, CaseId, PostId, StaffId, YoungPersonId } from '@accord/kernel';

export interface AccountRow {
  accountId: string;
  passwordHash: string;
  staffId: StaffId | null;
  youngPersonId: YoungPersonId | null;
  advisorId: StaffId | null;
}

export async function findAccount(tx: Tx, email: string): Promise<AccountRow | undefined> {
  const [row] = await tx<AccountRow[]>`
    select account_id as "accountId", password_hash as "passwordHash", staff_id as "staffId",
      young_person_id as "youngPersonId", advisor_id as "advisorId"
    from find_account(${email})`;
  return row;
}

/** Whose a live session is, locked or not. */
export async function findAccountOf(
  tx: Tx,
  hash: Buffer,
): Promise<(AccountRow & { email: string }) | undefined> {
  const [row] = await tx<(AccountRow & { email: string })[]>`
    select account_id as "accountId", password_hash as "passwordHash", staff_id as "staffId",
      young_person_id as "youngPersonId", advisor_id as "advisorId", email
    from find_account_of(${hash})`;
  return row;
}

export interface SessionRow {
  accountId: string;
  purpose: string;
  idleUntil: string;
  absoluteUntil: string;
  /** From when it is locked; null: never. */
  locksAt: string | null;
  isLocked: boolean;
  staffId: StaffId | null;
  agencyId: AgencyId | null;
  youngPersonId: YoungPersonId | null;
  advisorId: StaffId | null;
  /** What is told when the session changes or ends. */
  topic: string;
}

export async function findSession(tx: Tx, hash: Buffer): Promise<SessionRow | undefined> {
  const [row] = await tx<SessionRow[]>`
    select s.account_id as "accountId", p.code as purpose, s.idle_until as "idleUntil",
      s.absolute_until as "absoluteUntil", nullif(s.locks_at, 'infinity') as "locksAt", s.is_locked as "isLocked", s.staff_id as "staffId", s.agency_id as "agencyId",
      s.young_person_id as "youngPersonId", s.advisor_id as "advisorId", session_topic(${hash}) as topic
    from find_session(${hash}) s join purpose p on p.id = s.purpose`;
  return row;
}

export async function putSession(tx: Tx, hash: Buffer, accountId: string, purpose: number, idleUntil: Date) {
  await tx`select put_session(${hash}, ${accountId}, ${purpose}, ${idleUntil.toISOString()})`;
}

export async function touchSession(tx: Tx, hash: Buffer, idleUntil: Date): Promise<void> {
  await tx`select touch_session(${hash}, ${idleUntil.toISOString()})`;
}

export async function lockSession(tx: Tx, hash: Buffer): Promise<void> {
  await tx`select lock_session(${hash})`;
}

export async function unlockSession(tx: Tx, hash: Buffer, idleUntil: Date): Promise<void> {
  await tx`select unlock_session(${hash}, ${idleUntil.toISOString()})`;
}

export async function choosePurpose(tx: Tx, hash: Buffer, purpose: number): Promise<void> {
  await tx`select choose_purpose(${hash}, ${purpose})`;
}

export async function endSession(tx: Tx, hash: Buffer): Promise<void> {
  await tx`select end_session(${hash})`;
}

export async function endSessionsOf(tx: Tx, accountId: string): Promise<void> {
  await tx`select end_sessions_of(${accountId})`;
}

export async function sweepSessions(tx: Tx): Promise<void> {
  await tx`select sweep_sessions()`;
}

/** Takes a token out of a bucket; false when it is empty. `seconds` is the length of its window. */
export async function takeToken(tx: Tx, digest: Buffer, most: number, seconds: number): Promise<boolean> {
  const [row] = await tx<{ ok: boolean }[]>`select take_token(${digest}, ${most}, ${seconds}) as ok`;
  return row?.ok ?? false;
}

export async function forgetTries(tx: Tx, digest: Buffer): Promise<void> {
  await tx`select forget_tries(${digest})`;
}

export async function findStaff(tx: Tx, staffId: StaffId) {
  const [row] = await tx<
    { name: string; title: string; agencyId: AgencyId; agency: string; system: string }[]
  >`
    select s.name, s.title, a.id as "agencyId", a.name as agency, a.system
    from staff s join agency a on a.id = s.agency_id where s.id = ${staffId}`;
  return row;
}

/** Of the advisor who asks. */
export async function findAdvisorName(tx: Tx): Promise<string | undefined> {
  const [row] = await tx<{ name: string | null }[]>`select own_advisor_name() as name`;
  return row?.name ?? undefined;
}

export interface ColleagueRow {
  agencyId: AgencyId;
  agency: string;
  system: string;
  dataTerms: string | null;
  staffId: StaffId | null;
  name: string | null;
  title: string | null;
}

export async function listColleagues(tx: Tx): Promise<ColleagueRow[]> {
  return tx<ColleagueRow[]>`
    select a.id as "agencyId", a.name as agency, a.system, a.data_terms as "dataTerms", s.id as "staffId", s.name,
      s.title
    from agency a left join staff s on s.agency_id = a.id and (s.ended_at is null or s.ended_at > now())
    order by a.name, s.name`;
}

/** Posts that somebody holds now and is still there for. */
export async function listHeldPosts(tx: Tx) {
  return tx<{ agencyId: AgencyId; postId: PostId; name: string; holder: StaffId }[]>`
    select p.agency_id as "agencyId", p.id as "postId", p.name, s.id as holder
    from post p
    join post_holder h on h.post_id = p.id and h.valid_to = 'infinity'
    join staff s on s.id = h.staff_id and s.agency_id = p.agency_id
    where s.ended_at is null or s.ended_at > now()
    order by p.name`;
}

export async function findOwnCodeName(tx: Tx): Promise<string | undefined> {
  const [own] = await tx<{ caseId: CaseId }[]>`select case_id as "caseId" from my_cases('infinity', 1)`;
  if (!own) return undefined;
  await moveScope(tx, [own.caseId]);
  const [row] = await tx<{ codeName: string }[]>`
    select code_name as "codeName" from case_file where id = ${own.caseId}`;
  return row?.codeName;
}
