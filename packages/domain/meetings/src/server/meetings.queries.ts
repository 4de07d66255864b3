import { networkZone } from '@accord/ledger/server';
import type { Tx } from '@accord/db';
import type { CaseId, ItemId, StaffId } from '@accord/kernel';
import type { SealedRow } from '@accord/vault';
import type { AttendeeId, GuestRole } from '../contract/index.ts';

export interface MeetingRow {
  meetingId: ItemId;
  codeName: string;
  calledBy: StaffId;
  caller: string;
  owner: string;
  state: 'called' | 'open' | 'closed';
  youngHere: boolean;
  openedAt: string | null;
  closedAt: string | null;
  spokenFor: 'self' | 'person' | 'nobody' | null;
  speakerId: StaffId | null;
  /** Null where this reader may not know that they are invited. */
  speaker: string | null;
  isInRoom: boolean;
}

/** The meetings of a case that this reader sees, newest first; `only` one of them. */
export async function listMeetings(
  tx: Tx,
  caseId: CaseId,
  only: ItemId | null = null,
): Promise<MeetingRow[]> {
  return tx<MeetingRow[]>`
    select m.item_id as "meetingId", f.code_name as "codeName", m.called_by as "calledBy", c.name as caller, a.name as owner, m.state,
      m.young_here as "youngHere", m.opened_at as "openedAt", m.closed_at as "closedAt",
      m.spoken_for as "spokenFor", m.speaker as "speakerId", s.name as speaker,
      is_in_room(m.case_id, m.item_id) as "isInRoom"
    from meeting m
    join case_file f on f.id = m.case_id
    join agency a on a.id = m.owner_agency
    join staff c on c.id = m.called_by
    left join meeting_attendee t on t.case_id = m.case_id and t.meeting_id = m.item_id and t.staff_id = m.speaker
    left join staff s on s.id = t.staff_id
    where m.case_id = ${caseId} and (${only}::uuid is null or m.item_id = ${only})
    order by m.item_id desc`;
}

/** A name is sealed for somebody without an account; the others have theirs from where they work. */
export type AttendeeRow = Omit<SealedRow, 'sealed' | 'keyVersion'> & {
  attendeeId: AttendeeId;
  staffId: StaffId | null;
  name: string | null;
  title: string | null;
  agency: string | null;
  role: GuestRole | null;
  cameAt: string | null;
  leftAt: string | null;
  sealed: Buffer | null;
  keyVersion: number | null;
};

export async function listAttendees(tx: Tx, caseId: CaseId, meetingId: ItemId): Promise<AttendeeRow[]> {
  return tx<AttendeeRow[]>`
    select t.case_id as "caseId", t.id as "attendeeId", t.staff_id as "staffId", s.name, s.title, a.name as agency,
      t.role, t.came_at as "cameAt", t.left_at as "leftAt", t.owner_agency as "ownerAgency",
      t.category_mask as "categoryMask", t.sealed, t.key_version as "keyVersion", ${wrapColumns(tx)}
    from meeting_attendee t
    left join staff s on s.id = t.staff_id
    left join agency a on a.id = coalesce(s.agency_id, t.agency_id)
    ${wrapFor(tx, tx`t`)}
    where t.case_id = ${caseId} and t.meeting_id = ${meetingId}
    order by t.role is not null, s.name, t.id`;
}

export type PrepRow = SealedRow & {
  part: 'say' | 'not-say' | 'after';
  prepId: string;
  version: number;
  forAll: boolean;
  reader: StaffId | null;
};

/** The young person's own words for one meeting, as far as this reader may read them. */
export async function listPrep(tx: Tx, caseId: CaseId, meetingId: ItemId): Promise<PrepRow[]> {
  return tx<PrepRow[]>`
    select p.case_id as "caseId", p.part, p.id as "prepId", p.version, p.for_all as "forAll", p.reader,
      p.owner_agency as "ownerAgency", p.category_mask as "categoryMask", p.sealed, p.key_version as "keyVersion",
      ${wrapColumns(tx)}
    from meeting_prep p
    ${wrapFor(tx, tx`p`)}
    where p.case_id = ${caseId} and p.meeting_id = ${meetingId}`;
}

const wrapColumns = (tx: Tx) => tx`
  statement_timestamp() as "readAt", w.id as "wrapId", w.wrapped, w.holder_epoch as "holderEpoch",
  w.basis_id as "basisId", nullif(w.ends_at, 'infinity') as "endsAt"`;

const wrapFor = (tx: Tx, row: ReturnType<Tx>) => tx`
  left join lateral (
    select * from key_wrap k
    where k.case_id = ${row}.case_id and k.owner_agency = ${row}.owner_agency
      and k.category_mask = ${row}.category_mask and k.key_version = ${row}.key_version
    order by k.ends_at desc limit 1
  ) w on true`;

export async function callMeeting(tx: Tx, caseId: CaseId, meetingId: ItemId): Promise<void> {
  await tx`select call_meeting(${caseId}, ${meetingId})`;
}

export async function invite(
  tx: Tx,
  caseId: CaseId,
  meetingId: ItemId,
  attendeeId: AttendeeId,
  staffId: StaffId,
): Promise<void> {
  await tx`select invite(${caseId}, ${meetingId}, ${attendeeId}, ${staffId})`;
}

export interface NewGuest {
  caseId: CaseId;
  meetingId: ItemId;
  attendeeId: AttendeeId;
  role: GuestRole;
  agencyId: string | null;
  keyVersion: number;
  sealed: Buffer;
}

export async function expectGuest(tx: Tx, guest: NewGuest): Promise<void> {
  await tx`select expect_guest(${guest.caseId}, ${guest.meetingId}, ${guest.attendeeId}, ${guest.role},
    ${guest.agencyId}, ${guest.keyVersion}, ${guest.sealed})`;
}

export async function attend(
  tx: Tx,
  caseId: CaseId,
  meetingId: ItemId,
  attendeeId: AttendeeId,
  isHere: boolean,
): Promise<void> {
  await tx`select attend(${caseId}, ${meetingId}, ${attendeeId}, ${isHere})`;
}

export async function setMeeting(tx: Tx, caseId: CaseId, meetingId: ItemId, isOpen: boolean): Promise<void> {
  await tx`select set_meeting(${caseId}, ${meetingId}, ${isOpen})`;
}

export async function sayYoungHere(
  tx: Tx,
  caseId: CaseId,
  meetingId: ItemId,
  isHere: boolean,
): Promise<void> {
  await tx`select say_young_here(${caseId}, ${meetingId}, ${isHere})`;
}

/** Who in the room would hear something new of the speaker's agency; null stands for the young person. */
export async function listHearers(tx: Tx, caseId: CaseId, meetingId: ItemId, mask: bigint) {
  const rows = await tx<{ attendeeId: AttendeeId | null }[]>`
    select attendee_id as "attendeeId" from would_hear(${caseId}, ${meetingId}, ${mask})`;
  return new Set(rows.map(({ attendeeId }) => attendeeId));
}

/**
 * What everybody in the room would see by themselves. It is told to all of them: each of the others has their line in the
 * ledger with this very statement. NOT_FOUND for whoever is not in the room.
 */
export async function hearAgenda(
  tx: Tx,
  caseId: CaseId,
  meetingId: ItemId,
  notices: Readonly<Record<string, readonly string[]>>,
) {
  return tx<{ itemId: ItemId; version: number }[]>`
    select item_id as "itemId", version
    from hear_agenda(${caseId}, ${meetingId}, ${tx.json(notices)}, ${networkZone()})`;
}

export interface NewPrep {
  caseId: CaseId;
  meetingId: ItemId;
  part: PrepRow['part'];
  prepId: string;
  forAll: boolean;
  reader: StaffId | null;
  keyVersion: number;
  sealed: Buffer;
}

export async function putPrep(tx: Tx, prep: NewPrep): Promise<void> {
  await tx`select put_prep(${prep.caseId}, ${prep.meetingId}, ${prep.part}, ${prep.prepId}, ${prep.forAll},
    ${prep.reader}, ${prep.keyVersion}, ${prep.sealed})`;
}

export async function saySpeaker(
  tx: Tx,
  caseId: CaseId,
  meetingId: ItemId,
  how: 'self' | 'person' | 'nobody',
  person: StaffId | null,
): Promise<void> {
  await tx`select say_speaker(${caseId}, ${meetingId}, ${how}, ${person})`;
}

/** Changes with all that this reader could tell apart of the case's meetings; empty where there is none. */
export async function roomsMark(tx: Tx, caseId: CaseId): Promise<string> {
  const [row] = await tx<{ mark: string | null }[]>`select rooms_mark(${caseId}) as mark`;
  return row?.mark ?? '';
}
