import { type Purpose } from '@accord/kernel';
import { z } from 'zod';

/**
 * The eight systems around a young person that the policy brief names, and the community services beside them.
 * `purposes` are the ones that people of that system may choose; the first is where their session starts.
 */
export const SYSTEMS = {
  'child-welfare': ['care-plan-coordination', 'child-protection', 'service-referral', 'court-report'],
  'law-enforcement': ['care-plan-coordination', 'investigation', 'missing-child-response'],
  'juvenile-justice': ['care-plan-coordination', 'court-report'],
  'runaway-homeless-youth': ['care-plan-coordination', 'service-referral'],
  'refugee-immigrant': ['care-plan-coordination', 'service-referral'],
  education: ['care-plan-coordination', 'education-support'],
  'mental-health': ['care-plan-coordination', 'treatment'],
  medical: ['care-plan-coordination', 'treatment'],
  community: ['care-plan-coordination', 'service-referral', 'victim-advocacy'],
} as const satisfies Record<string, readonly [Purpose, ...Purpose[]]>;

export const System = z.enum(Object.keys(SYSTEMS) as [keyof typeof SYSTEMS]);
export type System = z.infer<typeof System>;
