import { findNameDigest } from '@accord/cases/server';
import { badInput, newId, notFound } from '@accord/kernel';
import { speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { z } from 'zod';
import { AskId, AskMatchInput } from '../contract/index.ts';
import * as q from './matches.queries.ts';
import { note } from './note.ts';

/**
 * A worker asks whether anyone else works with a young person of their own agency. The answer is the same for any case,
 * and is all that ever comes to them. BAD_INPUT names what the profile lacks; TOO_MANY: asked too often.
 */
export const ask = staffProcedure
  .input(AskMatchInput)
  .output(z.strictObject({}))
  .mutation(({ ctx, input: { caseId, reason } }) =>
    ctx.inCase(caseId, async (tx) => {
      const standing = await q.findStanding(tx, caseId, ctx.actor.agencyId);
      if (!standing?.takesPart || !standing.writes) throw notFound('no case to ask about for this speaker');
      if (!(await findNameDigest(tx, ctx.vault, ctx.actor, caseId))) {
        throw badInput('caseId', 'Write their name and birthday in the profile first.');
      }
      await q.askMatch(tx, newId(AskId), caseId, reason);
      await note(tx, speakerOf(ctx), 'match-asked', caseId);
      return {};
    }),
  );
