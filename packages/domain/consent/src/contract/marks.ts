import { CaseId, GrantId } from '@accord/kernel';
import { z } from 'zod';

/** "This may not have been their own choice", said of a permission or of a stop. */
export const MarkId = z.uuid().toLowerCase().brand('MarkId');
export type MarkId = z.infer<typeof MarkId>;

/** What the young person said of it, alone with a worker. */
export const OUTCOMES = ['own-choice', 'not-own-choice'] as const;
const Outcome = z.enum(OUTCOMES, 'Choose what they said.');

export const MarkInput = z.strictObject({ caseId: CaseId, grantId: GrantId });
export const SettleInput = z.strictObject({ caseId: CaseId, markId: MarkId, outcome: Outcome });

/** As whoever holds the items for the discloser reads it. Nobody else does, the young person's own page included. */
export const Mark = z.strictObject({
  markId: MarkId,
  grantId: GrantId,
  about: z.enum(['permission', 'stop']),
  /** Null: the young person said it themselves. */
  markedBy: z.string().nullable(),
  markedAt: z.iso.datetime(),
  /** Null until it is settled. */
  settled: z.strictObject({ outcome: Outcome, by: z.string(), at: z.iso.datetime() }).nullable(),
});
export type Mark = z.infer<typeof Mark>;
export const Marks = z.strictObject({ marks: z.array(Mark) });
