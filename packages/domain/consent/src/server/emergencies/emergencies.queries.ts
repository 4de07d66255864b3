import { moveScope, type Tx } from '@accord/db';
import { type AgencyId, type BasisId, type CaseId, notFound, type StaffId } from '@accord/kernel';
import { networkZone } from '../zone.ts';

export interface EmergencyAskRow {
  basisId: BasisId;
  caseId: CaseId;
  recipientKind: 'staff' | 'agency';
  recipientId: StaffId | AgencyId;
  purposes: readonly number[];
  mask: bigint;
  nature: string;
  minutes: number;
  toldHow: string | null;
  notTold: string | null;
}

/** Writes an emergency that waits for a second person. It opens nothing. */
export async function askEmergency(tx: Tx, ask: EmergencyAskRow): Promise<void> {
  await tx`select ask_emergency(${ask.basisId}, ${ask.caseId}, ${ask.recipientKind}, ${ask.recipientId},
    ${tx.array([...ask.purposes], 21)}::smallint[], ${ask.mask}, ${ask.nature}, ${ask.minutes}::smallint,
    ${ask.toldHow}, ${ask.notTold})`;
}

export interface Moved {
  caseId: CaseId;
  owner: AgencyId;
  /** What it opened, or closed; 0 for nothing. */
  mask: bigint;
}

export async function answerEmergency(tx: Tx, basisId: BasisId, agrees: boolean): Promise<Moved> {
  const [row] = await tx<Moved[]>`
    select case_id as "caseId", owner_agency as owner, mask from answer_emergency(${basisId}, ${agrees})`;
  if (!row) throw notFound('no such emergency for this speaker');
  return row;
}

export async function reviewEmergency(tx: Tx, basisId: BasisId, outcome: string): Promise<Moved> {
  const [row] = await tx<Moved[]>`
    select case_id as "caseId", owner_agency as owner, mask from review_emergency(${basisId}, ${outcome})`;
  if (!row) throw notFound('no such emergency for this speaker');
  return row;
}

/** From here on the transaction is about this case: whoever is on call has named none. */
export const enterCase = (tx: Tx, caseId: CaseId) => moveScope(tx, [caseId]);

export interface EmergencyRow {
  what: 'ask' | 'review';
  basisId: BasisId;
  caseId: CaseId | null;
  codeName: string | null;
  name: string;
  title: string | null;
  agency: string;
  mask: bigint;
  nature: string;
  minutes: number;
  by: string;
  secondedBy: string | null;
  at: string;
  until: string;
  isOwn: boolean;
  mayDecide: boolean;
  /** The database's clock. */
  readAt: string;
}

/** What waits for a second person, and what nobody has looked at yet, of the speaker's own agency; the oldest first. */
export async function listEmergencies(tx: Tx): Promise<EmergencyRow[]> {
  return tx<EmergencyRow[]>`
    select what, id as "basisId", case_id as "caseId", code_name as "codeName", name, title, agency, mask, nature,
      minutes, by_name as by, seconded_by as "secondedBy", at, until, is_own as "isOwn", may_decide as "mayDecide",
      statement_timestamp() as "readAt"
    from emergencies()`;
}

/** What the speaker's agency wants of an emergency, and whether theirs are on hold. */
export async function getEmergencyTerms(tx: Tx): Promise<{ needsTwo: boolean; onHold: boolean }> {
  const [row] = await tx<{ needsTwo: boolean; onHold: boolean }[]>`
    select needs_two as "needsTwo", on_hold as "onHold" from own_emergency_terms()`;
  if (!row) throw notFound('no agency of this speaker');
  return row;
}

export interface OnCallRow {
  staffId: StaffId;
  name: string;
  title: string;
  phone: string;
  endsOn: string;
}

/** Who is on call now at the speaker's agency; the row policy gives no other agency's. */
export async function listOnCall(tx: Tx): Promise<OnCallRow[]> {
  return tx<OnCallRow[]>`
    select o.staff_id as "staffId", s.name, s.title, o.phone,
      to_char((o.valid_to at time zone ${networkZone()}) - interval '1 second', 'YYYY-MM-DD') as "endsOn"
    from on_call o join staff s on s.id = o.staff_id
    where o.valid_from <= statement_timestamp() and o.valid_to > statement_timestamp()
      and (s.ended_at is null or s.ended_at > statement_timestamp())
    order by s.name, o.staff_id`;
}

export async function getCard(tx: Tx, agencyId: AgencyId) {
  const [row] = await tx<{ agency: string; needsTwo: boolean; maySet: boolean }[]>`
    select name as agency, emergency_needs_two as "needsTwo", supervises() as "maySet" from agency where id = ${agencyId}`;
  if (!row) throw notFound('no such agency');
  return row;
}

export async function wantTwo(tx: Tx, needsTwo: boolean): Promise<void> {
  await tx`select want_two(${needsTwo})`;
}

export async function putOnCall(tx: Tx, staffId: StaffId, phone: string, until: string): Promise<void> {
  await tx`select put_on_call(${staffId}, ${phone}, ${until})`;
}

export async function takeOffCall(tx: Tx, staffId: StaffId): Promise<void> {
  await tx`select take_off_call(${staffId})`;
}
