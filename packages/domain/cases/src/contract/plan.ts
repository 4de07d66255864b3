import { z } from 'zod';

/**
 * What a plan is made of, beside the page that shows it. The catalogue of needs and strengths is `@accord/plans`, which
 * stands above this.
 */

/** The seven families of services of the policy brief: one list, for a need's answers and for what a goal asks for. */
export const SERVICE_FAMILIES = [
  'housing',
  'learning-work',
  'mentoring',
  'treatment',
  'medical',
  'parenting',
  'practical',
] as const;
export const ServiceFamily = z.enum(SERVICE_FAMILIES, 'Choose a kind of help.');
export type ServiceFamily = z.infer<typeof ServiceFamily>;
