import { DeclineReason, ReferralMove, ReferralStatus } from '@accord/cases';
import { CaseId, ItemId, ServiceId } from '@accord/kernel';
import { z } from 'zod';

export const ReferInput = z.strictObject({
  caseId: CaseId,
  serviceId: ServiceId,
  reason: z
    .string()
    .trim()
    .min(1, 'Write what the service is asked to do.')
    .max(500, 'Keep it under 500 characters.'),
});
export const Referred = z.strictObject({ itemId: ItemId, status: ReferralStatus });

/** A reason comes with a decline and with nothing else. */
export const MoveInput = z
  .strictObject({
    caseId: CaseId,
    itemId: ItemId,
    move: ReferralMove,
    reason: DeclineReason.optional(),
    /** The revision that the mover was looking at; another one answers CONFLICT. */
    revision: z.int32().positive(),
  })
  .refine(({ move, reason }) => (move === 'decline') === (reason !== undefined), {
    path: ['reason'],
    message: 'Choose the reason that they gave.',
  });
export type MoveInput = z.infer<typeof MoveInput>;

/** The young person's own answer to "Did this help?". */
export const HelpedInput = z.strictObject({
  itemId: ItemId,
  helped: z.boolean(),
  revision: z.int32().positive(),
});
export const Moved = z.strictObject({ revision: z.int(), status: ReferralStatus });
