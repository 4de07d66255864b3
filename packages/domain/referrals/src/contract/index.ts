import { CaseId, ItemId, ServiceId } from '@accord/kernel';
import { z } from 'zod';

/** Referral states are FHIR Task statuses as SDOH Clinical Care (SDOHCC ReferralTaskStatus) narrows them. */
export const ReferralStatus = z.enum([
  'requested',
  'accepted',
  'rejected',
  'in-progress',
  'completed',
  'cancelled',
]);
export type ReferralStatus = z.infer<typeof ReferralStatus>;

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
