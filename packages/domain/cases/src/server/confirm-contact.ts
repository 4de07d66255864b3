import { AppError, badInput } from '@accord/kernel';
import { speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { ConfirmContactInput, Revised } from '../contract/index.ts';
import { getOwnProfile } from './own-profile.ts';
import { reviseItem } from './revise-item.ts';
import { findToday } from './plan.queries.ts';

/**
 * The young person said today that the way to reach them is safe. Undone, the day before it stands there again: only
 * right after it, when nothing but that day differs. CONFLICT when somebody changed the profile since it was read.
 */
export const confirmContact = staffProcedure
  .input(ConfirmContactInput)
  .output(Revised)
  .mutation(({ ctx, input: { caseId, revision, undo } }) =>
    ctx.inCase(caseId, async (tx) => {
      const speaker = speakerOf(ctx);
      const { row, body, before } = await getOwnProfile(tx, ctx.vault, speaker, caseId);
      const { safeContactConfirmedOn: _, ...rest } = body;
      if (!rest.safeContact) throw badInput('safeContact', 'Write a safe way to reach them first.');
      if (undo && before?.safeContact !== rest.safeContact) {
        throw new AppError('CONFLICT', 'what came before was about another contact');
      }
      const today = await findToday(tx);
      const on = undo ? before?.safeContactConfirmedOn : today;
      const next = { ...rest, ...(on ? { safeContactConfirmedOn: on } : {}) };
      return { revision: await reviseItem(tx, ctx.vault, speaker, row, revision, next) };
    }),
  );
