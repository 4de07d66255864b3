import { NOTE_CATEGORIES } from '@accord/cases';
import { findCustody, findSystem } from '@accord/cases/server';
import { type CategoryCode, maskOf } from '@accord/consent';
import { System } from '@accord/identity';
import { type CaseId, type ItemId, type StaffActor } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx } from '@accord/rpc';
import type { Unseal } from '@accord/vault';
import { type Attendee, type Hearers, MeetingOnly, Room } from '../contract/index.ts';
import { bodyOf, exposureOf, getMeeting, speaksOf } from './meeting.ts';
import * as q from './meetings.queries.ts';
import { nameOf, prepOf } from './words.ts';

/** What was agreed by everybody is of the meeting's own kind; the plan's kind is the other one that all systems write. */
const COMMON: readonly CategoryCode[] = ['meetings', 'case-plan'];

/**
 * One meeting as its reader may know it: how it stands, who comes, what the young person wants said. NOT_FOUND for
 * whoever does not see the meeting.
 */
export const room = staffProcedure
  .input(MeetingOnly)
  .output(Room)
  .query(({ ctx, input: { caseId, meetingId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const unseal = await ctx.vault.unsealer(tx, ctx.actor);
      const { row, standing } = await getMeeting(tx, caseId, meetingId);
      const attendees = await q.listAttendees(tx, caseId, meetingId);
      const roster = attendees.map((each) => attendeeOf(each, ctx.actor, unseal));
      const { writes } = await findCustody(tx, caseId, ctx.actor.agencyId);
      const prep = prepOf(await q.listPrep(tx, caseId, meetingId), unseal);
      await record(tx, speakerOf(ctx), 'opened', caseId, [exposureOf(row)]);
      const { codeName, owner, caller, state, openedAt, closedAt, youngHere, isInRoom } = standing;
      return {
        meetingId,
        codeName,
        body: bodyOf(row, unseal),
        owner,
        calledBy: caller,
        state,
        openedAt,
        closedAt,
        roster,
        youngHere,
        speaks: speaksOf(standing),
        prep,
        me: roster.find(({ isMe }) => isMe)?.attendeeId ?? null,
        isInRoom,
        runs: writes && row.ownerAgency === ctx.actor.agencyId,
        hearers:
          isInRoom && writes ? await hearersIn(tx, ctx.actor, caseId, meetingId, roster, youngHere) : [],
      };
    }),
  );

function attendeeOf(row: q.AttendeeRow, { staffId }: StaffActor, unseal: Unseal): Attendee {
  const { attendeeId, title, agency, role, cameAt, leftAt } = row;
  return {
    attendeeId,
    name: nameOf(row, unseal),
    title,
    agency,
    role,
    isMe: row.staffId === staffId,
    is: cameAt === null ? 'expected' : leftAt === null ? 'here' : 'left',
  };
}

/** For each kind that this reader's agency writes: who in the room would read it. */
async function hearersIn(
  tx: Tx,
  { agencyId }: StaffActor,
  caseId: CaseId,
  meetingId: ItemId,
  roster: readonly Attendee[],
  youngHere: boolean,
): Promise<Hearers[]> {
  const system = System.parse(await findSystem(tx, agencyId));
  const here = roster.filter(({ is }) => is === 'here');
  const hearers: Hearers[] = [];
  for (const category of new Set([...COMMON, ...NOTE_CATEGORIES[system]])) {
    const heard = await q.listHearers(tx, caseId, meetingId, maskOf([category]));
    const those = here.filter(({ attendeeId }) => heard.has(attendeeId));
    const young = heard.has(null);
    hearers.push({
      category,
      everyone: those.length === here.length && (young || !youngHere),
      young,
      names: those.filter(({ isMe }) => !isMe).flatMap(({ name }) => (name === null ? [] : [name])),
    });
  }
  return hearers;
}
