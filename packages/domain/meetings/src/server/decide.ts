import { Added } from '@accord/cases';
import { writeItem } from '@accord/cases/server';
import { maskOf } from '@accord/consent';
import { notFound } from '@accord/kernel';
import { speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { DecideInput } from '../contract/index.ts';
import { getMeeting } from './meeting.ts';

/**
 * What was decided, written while the meeting is open by somebody who is in the room: an item of the writer's own agency,
 * which everybody reads who may read that kind of data of it. NOT_FOUND for whoever is not there.
 */
export const decide = staffProcedure
  .input(DecideInput)
  .output(Added)
  .mutation(({ ctx, input: { caseId, meetingId, category, text } }) =>
    ctx.inCase(caseId, async (tx) => {
      const { standing } = await getMeeting(tx, caseId, meetingId);
      if (!standing.isInRoom) throw notFound('not in the room');
      const draft = {
        caseId,
        kind: 'decision',
        mask: maskOf([category]),
        parentId: meetingId,
        body: { text },
      } as const;
      return { itemId: await writeItem(tx, ctx.vault, speakerOf(ctx), draft) };
    }),
  );
