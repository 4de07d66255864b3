import { badInput } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import { ChoosePurposeInput, Me } from '../contract/index.ts';
import { meOf } from './me.ts';
import { sessionsOf } from './sessions.ts';

/** Reading for another purpose is a choice that stays visible, among those that the person's system has. */
export const choosePurpose = staffProcedure
  .input(ChoosePurposeInput)
  .output(Me)
  .mutation(async ({ ctx, input: { purpose } }) => {
    const now = await meOf(ctx, ctx);
    if (now?.kind !== 'staff' || !now.purposes.includes(purpose)) {
      throw badInput('purpose', 'Choose one of the purposes of your agency.');
    }
    const token = ctx.session.token();
    if (token) await sessionsOf(ctx.database).choosePurpose(token, purpose);
    return meOf(ctx, { actor: ctx.actor, purpose });
  });
