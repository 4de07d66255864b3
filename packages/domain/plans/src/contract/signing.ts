import { AgencyId, CaseId } from '@accord/kernel';
import { z } from 'zod';

export const PlanId = z.uuid().brand<'PlanId'>();
export type PlanId = z.infer<typeof PlanId>;

/** Why a plan is sent back, by a code: what is to be said about it is said to each other. */
export const RETURN_REASONS = ['own-words', 'missing', 'too-much', 'talk-first'] as const;
export const ReturnReason = z.enum(RETURN_REASONS, 'Choose what should be different.');
export type ReturnReason = z.infer<typeof ReturnReason>;

/** One of the two words on a version. `by` is null for the young person's. */
const Answer = z.strictObject({
  is: z.enum(['signed', 'sent-back']),
  reason: ReturnReason.nullable(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
});
export type PlanAnswer = z.infer<typeof Answer>;

/**
 * The newest version of one agency's plan. `agreed`: both signed. `sent-back`: one of them did that, and it is over. It is
 * `isNow` while the plan is still, word for word, what was sent.
 */
export const PlanVersion = z.strictObject({
  planId: PlanId,
  ownerId: AgencyId,
  owner: z.string(),
  number: z.int().positive(),
  sentBy: z.string(),
  sentAt: z.iso.datetime(),
  state: z.enum(['waiting', 'agreed', 'sent-back']),
  isNow: z.boolean(),
  supervisor: Answer.nullable(),
  young: Answer.nullable(),
  /** What this reader may say now. */
  maySign: z.boolean(),
  maySendBack: z.boolean(),
});
export type PlanVersion = z.infer<typeof PlanVersion>;

/** Of the caller's own agency. `version` is null where none was ever sent. */
export const PlanStanding = z.strictObject({ version: PlanVersion.nullable(), maySend: z.boolean() });
export type PlanStanding = z.infer<typeof PlanStanding>;

/** For the young person: the newest version of each agency that sent one. */
export const MyPlans = z.strictObject({ plans: z.array(PlanVersion) });

const said = {
  planId: PlanId,
  answer: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('signed') }),
    z.strictObject({ is: z.literal('sent-back'), reason: ReturnReason }),
  ]),
};
/** What a form asks for that sends a plan back. */
export const SendBackInput = z.strictObject({ reason: ReturnReason });
export const CaseOnly = z.strictObject({ caseId: CaseId });
export const AnswerPlanInput = z.strictObject({ caseId: CaseId, ...said });
export const AnswerMyPlanInput = z.strictObject(said);
