import { CaseId } from '@accord/kernel';
import { z } from 'zod';

export const AskId = z.uuid().toLowerCase().brand('MatchAskId');
export type AskId = z.infer<typeof AskId>;
export const MatchId = z.uuid().toLowerCase().brand('MatchId');
export type MatchId = z.infer<typeof MatchId>;

/** Why a worker asks. A short list and no sentence: nothing of a case goes across. */
export const MATCH_REASONS = ['plan-together', 'same-service', 'new-here'] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export const AskMatchInput = z.strictObject({
  caseId: CaseId,
  reason: z.enum(MATCH_REASONS, 'Choose why you ask.'),
  /** The young person knows of the question and said yes to it. */
  agreed: z.literal(true, 'Ask them first.'),
});

/** The word of whoever answers for the case at the agency that asks. */
export const DecideAskInput = z.strictObject({ caseId: CaseId, askId: AskId, goOn: z.boolean() });

/** The word of the agency that was asked. To say yes it needs the yes of its own young person, or a rule. */
export const AnswerMatchInput = z.discriminatedUnion('agrees', [
  z.strictObject({
    caseId: CaseId,
    matchId: MatchId,
    agrees: z.literal(true),
    mayTell: z.literal(true, 'Look at this first.'),
  }),
  z.strictObject({ caseId: CaseId, matchId: MatchId, agrees: z.literal(false) }),
]);

export const MatchInput = z.strictObject({ caseId: CaseId, matchId: MatchId });
