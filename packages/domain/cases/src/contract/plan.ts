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

/** What an item of a plan can be beside goals and steps, strengths first: that is the order on every screen. */
export const PART_KINDS = ['strength', 'need', 'fear', 'obligation'] as const;
export type PartKind = (typeof PART_KINDS)[number];
export const isPartKind = (kind: string): kind is PartKind =>
  (PART_KINDS as readonly string[]).includes(kind);

/** An entry of the catalogue by its id. It is sealed with the words: it alone would tell what there is. */
export const PartEntry = z.string().regex(/^[a-z][a-z-]{1,39}$/, 'Choose something from the list.');

/** What is to be done about a need: words, never numbers, and nothing is added up. The most urgent first. */
export const RATINGS = ['now', 'plan', 'watch', 'none'] as const;
export const Rating = z.enum(RATINGS, 'Choose one.');
export type Rating = z.infer<typeof Rating>;
