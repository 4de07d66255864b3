import { SYSTEMS, type System } from '@accord/identity';
import type { Purpose } from '@accord/kernel';
import type { CategoryCode } from './categories.ts';
import type { Need } from './requests.ts';

/** What a permission would at least have to open for a need; a proposal that whoever prepares it can narrow or change. */
export interface Least {
  categories: readonly CategoryCode[];
  /** Null where nobody of that system may use information for this need: somebody has to choose, or nobody asks. */
  purpose: Purpose | null;
  /** From today. */
  days: number;
}

interface Answer {
  categories: readonly CategoryCode[];
  /** The narrowest use first. */
  purposes: readonly Purpose[];
  days: number;
}

/**
 * Everyday kinds alone: nothing whose very existence is unknown is ever proposed, and no record of an agency. 30 days
 * for what happens once, 90 for working together (experience.md P4).
 */
const ANSWERS: Readonly<Record<Need, Answer>> = {
  planning: { categories: ['case-plan'], purposes: ['care-plan-coordination'], days: 90 },
  safety: { categories: ['case-plan'], purposes: ['child-protection', 'care-plan-coordination'], days: 30 },
  support: {
    categories: ['service-linkage'],
    purposes: ['service-referral', 'care-plan-coordination'],
    days: 90,
  },
  timing: { categories: ['appointments'], purposes: ['care-plan-coordination'], days: 30 },
  court: { categories: ['case-plan'], purposes: ['court-report'], days: 30 },
};

/** The least that answers a need, for a recipient who works in this system. */
export function leastFor(need: Need, system: System): Least {
  const { categories, purposes, days } = ANSWERS[need];
  const theirs: readonly Purpose[] = SYSTEMS[system];
  return { categories, purpose: purposes.find((purpose) => theirs.includes(purpose)) ?? null, days };
}
