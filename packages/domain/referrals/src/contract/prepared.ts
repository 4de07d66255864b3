import { PreviewItem } from '@accord/consent';
import { AgencyId, CaseId, ServiceId, StaffId } from '@accord/kernel';
import { z } from 'zod';

export const PrepareReferralInput = z.strictObject({ caseId: CaseId, serviceId: ServiceId });

/** Who would get a referral before it is sent, and what else they see: least data, shown and not promised. */
export const PreparedReferral = z.strictObject({
  /** The agency of the network that runs the service; null where none does. */
  agency: z.strictObject({ agencyId: AgencyId, name: z.string() }).nullable(),
  /** Its people who would see the referral at once. None: it goes on the plan and reaches nobody. */
  readers: z.array(z.strictObject({ staffId: StaffId, name: z.string(), title: z.string() })),
  /** What these people can open today of the caller's own agency's items. */
  preview: z.array(PreviewItem),
  /** Since when this service is asked already and has not answered, as far as the caller sees it. */
  askedAt: z.iso.datetime().nullable(),
});
export type PreparedReferral = z.infer<typeof PreparedReferral>;
