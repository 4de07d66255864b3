import { ReferralStanding, type ReferralStatus } from '@accord/cases';
import { CaseId, ItemId } from '@accord/kernel';
import { z } from 'zod';

/** `to-answer`: the reader's agency runs the service. `waiting`: the reader's agency asked. */
export const ReferralShow = z.enum(['to-answer', 'waiting', 'answered']);
export type ReferralShow = z.infer<typeof ReferralShow>;

export const ListReferralsInput = z.strictObject({ show: ReferralShow });

/** Which referrals stand under a heading: by their state, and by whose they are. */
export const SHOWN: Readonly<
  Record<ReferralShow, { statuses: readonly ReferralStatus[]; sent: boolean; received: boolean }>
> = {
  'to-answer': { statuses: ['requested'], sent: false, received: true },
  waiting: { statuses: ['requested'], sent: true, received: false },
  answered: {
    statuses: ['accepted', 'rejected', 'in-progress', 'on-hold', 'completed', 'failed', 'cancelled'],
    sent: true,
    received: true,
  },
};

export const ReferralRow = z.strictObject({
  caseId: CaseId,
  itemId: ItemId,
  codeName: z.string(),
  /** Null where the name is not shared with this reader. */
  name: z.string().nullable(),
  service: z.string(),
  organization: z.string(),
  /** What the service is asked to do. */
  asked: z.string(),
  revision: z.int(),
  standing: ReferralStanding,
});
export type ReferralRow = z.infer<typeof ReferralRow>;

/** How many wait, of the newest cases of the reader, and at most 51 of each. Figures, and no word of a case. */
export const ReferralCounts = z.strictObject({ toAnswer: z.int(), waiting: z.int() });
export type ReferralCounts = z.infer<typeof ReferralCounts>;

/** At most 50 rows, whoever waits longest first. */
export const ReferralList = z.strictObject({ referrals: z.array(ReferralRow), more: z.boolean() });
export type ReferralList = z.infer<typeof ReferralList>;
