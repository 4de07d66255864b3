import { badInput } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import { z } from 'zod';
import {
  AfterHours,
  LONGEST_ON_CALL_DAYS,
  PutOnCallInput,
  TakeOffCallInput,
  WantTwoInput,
} from '../../contract/index.ts';
import { endOfDay } from '../consent.queries.ts';
import { networkZone } from '../zone.ts';
import * as q from './emergencies.queries.ts';

const none = z.strictObject({});

/** The card by the door of the caller's agency: whom to call, and how many people it takes. It reads of no case. */
export const afterHours = staffProcedure.output(AfterHours).query(({ ctx }) =>
  ctx.read(async (tx) => ({
    ...(await q.getCard(tx, ctx.actor.agencyId)),
    onCall: await q.listOnCall(tx),
  })),
);

/** Whether two people open an emergency of the agency from now on. NOT_FOUND for whoever supervises nothing there. */
export const wantTwo = staffProcedure
  .input(WantTwoInput)
  .output(none)
  .mutation(({ ctx, input }) =>
    ctx.read(async (tx) => {
      await q.wantTwo(tx, input.needsTwo);
      return {};
    }),
  );

/** Puts a colleague on call until the end of a day. NOT_FOUND for oneself, and for whoever supervises nothing. */
export const putOnCall = staffProcedure
  .input(PutOnCallInput)
  .output(none)
  .mutation(({ ctx, input: { staffId, phone, endsOn } }) =>
    ctx.read(async (tx) => {
      const end = await endOfDay(tx, endsOn, networkZone(), LONGEST_ON_CALL_DAYS);
      if (!end || end.isPast) throw badInput('endsOn', 'Choose a day that is still to come.');
      if (end.isTooFar) throw badInput('endsOn', 'A month at most. Choose an earlier day.');
      await q.putOnCall(tx, staffId, phone, end.endsAt);
      return {};
    }),
  );

export const takeOffCall = staffProcedure
  .input(TakeOffCallInput)
  .output(none)
  .mutation(({ ctx, input }) =>
    ctx.read(async (tx) => {
      await q.takeOffCall(tx, input.staffId);
      return {};
    }),
  );
