import { speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { z } from 'zod';
import { AnswerMatchInput, MatchInput } from '../contract/index.ts';
import * as q from './matches.queries.ts';
import { note } from './note.ts';

const none = z.strictObject({});

/**
 * The agency that was asked says yes or no. A yes links two cases: each side learns the other's code name and whom to
 * speak to, and nothing opens. After a no, all is as if nothing had been found. NOT_FOUND for whoever does not answer for
 * the case; CONFLICT when it has ended.
 */
export const answer = staffProcedure
  .input(AnswerMatchInput)
  .output(none)
  .mutation(({ ctx, input: { caseId, matchId, agrees } }) =>
    ctx.inCase(caseId, async (tx) => {
      await q.answerMatch(tx, matchId, agrees);
      await note(tx, speakerOf(ctx), agrees ? 'match-agreed' : 'match-declined', caseId);
      return {};
    }),
  );

/** Either side takes a link away. The floor writes it down for both young people. */
export const undo = staffProcedure
  .input(MatchInput)
  .output(none)
  .mutation(({ ctx, input: { caseId, matchId } }) =>
    ctx.inCase(caseId, async (tx) => {
      await q.undoMatch(tx, matchId);
      return {};
    }),
  );

/** Takes a link that was read out of the inbox. It stays on the page of the case. */
export const aside = staffProcedure
  .input(MatchInput)
  .output(none)
  .mutation(({ ctx, input: { caseId, matchId } }) =>
    ctx.inCase(caseId, async (tx) => {
      await q.putMatchAside(tx, matchId);
      return {};
    }),
  );
