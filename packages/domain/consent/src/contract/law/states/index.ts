import type { StatePolicy } from '../state.ts';

export { clashAmong, type DatedRules, endOfRules } from './periods.ts';

/** After this many days a row is old: it still holds, and says so (consent-rules A15). */
const OLD_AFTER = 365;

export type Caution = 'unreviewed' | 'old';

/** What the interface says beside everything that rests on this bundle. */
export function cautionsOf(policy: Pick<StatePolicy, 'verifiedOn' | 'reviewedBy'>, day: string): Caution[] {
  const age = (Date.parse(day) - Date.parse(policy.verifiedOn)) / 86_400_000;
  return [
    ...(policy.reviewedBy === null ? (['unreviewed'] as const) : []),
    ...(age > OLD_AFTER ? (['old'] as const) : []),
  ];
}
