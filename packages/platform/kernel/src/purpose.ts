import { z } from 'zod';

/**
 * Why someone reads. A session has one purpose at a time, chosen, never implied by another:
 * in particular nothing implies `investigation` or `court-report`.
 * The number is what the database stores; it is never reused.
 */
export const PURPOSES = {
  'care-plan-coordination': 1,
  'service-referral': 2,
  'child-protection': 3,
  'education-support': 4,
  treatment: 5,
  investigation: 6,
  'court-report': 7,
  'missing-child-response': 8,
  'victim-advocacy': 9,
  'self-access': 10,
} as const;

export const Purpose = z.enum(Object.keys(PURPOSES) as [keyof typeof PURPOSES]);
export type Purpose = z.infer<typeof Purpose>;
