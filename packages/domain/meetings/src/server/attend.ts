import { speakerOf, record } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { z } from 'zod';
import { AttendInput, SetMeetingInput, YoungHereInput } from '../contract/index.ts';
import { exposureOf, getMeeting } from './meeting.ts';
import * as q from './meetings.queries.ts';

const none = z.strictObject({});

/**
 * Somebody comes or goes. Whoever has an account comes by their own word; whoever runs the meeting notes the others, and
 * who went. NOT_FOUND: not theirs to say. CONFLICT: the meeting is not open.
 */
export const attend = staffProcedure
  .input(AttendInput)
  .output(none)
  .mutation(({ ctx, input: { caseId, meetingId, attendeeId, isHere } }) =>
    ctx.inCase(caseId, async (tx) => {
      await q.attend(tx, caseId, meetingId, attendeeId, isHere);
      const { row } = await getMeeting(tx, caseId, meetingId);
      const attendees = await q.listAttendees(tx, caseId, meetingId);
      const isOwn = attendees.some(
        (each) => each.attendeeId === attendeeId && each.staffId === ctx.actor.staffId,
      );
      await record(tx, speakerOf(ctx), isOwn && isHere ? 'joined' : 'wrote', caseId, [exposureOf(row)]);
      return {};
    }),
  );

/** Opens the meeting, or closes it; for whoever runs it. CONFLICT: it was done before. */
export const setMeeting = staffProcedure
  .input(SetMeetingInput)
  .output(none)
  .mutation(({ ctx, input: { caseId, meetingId, to } }) =>
    ctx.inCase(caseId, async (tx) => {
      await q.setMeeting(tx, caseId, meetingId, to === 'open');
      const { row } = await getMeeting(tx, caseId, meetingId);
      await record(tx, speakerOf(ctx), to === 'open' ? 'joined' : 'wrote', caseId, [exposureOf(row)]);
      return {};
    }),
  );

/** Whether the young person is in the room. Nobody has to say that they are. */
export const setYoungHere = staffProcedure
  .input(YoungHereInput)
  .output(none)
  .mutation(({ ctx, input: { caseId, meetingId, isHere } }) =>
    ctx.inCase(caseId, async (tx) => {
      await q.sayYoungHere(tx, caseId, meetingId, isHere);
      const { row } = await getMeeting(tx, caseId, meetingId);
      await record(tx, speakerOf(ctx), 'wrote', caseId, [exposureOf(row)]);
      return {};
    }),
  );
