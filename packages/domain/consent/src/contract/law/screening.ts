import type { Purpose } from '@accord/kernel';
import type { CategoryCode } from '../categories.ts';
import { type Check, deny, pass, review } from './rules.ts';
import type { StatePolicy } from './state.ts';

const SCREENED: readonly CategoryCode[] = ['trafficking-status', 'exploitation-history'];

/**
 * JJ-7: what a young person said in a screening is kept from an investigation. Where the state's row says nothing, a
 * person looks at it.
 */
export function screeningChecks(
  kind: CategoryCode,
  purposes: readonly Purpose[],
  state: StatePolicy | null,
): Check[] {
  if (!SCREENED.includes(kind) || !purposes.includes('investigation')) return [];
  const row = state?.screeningUseImmunity;
  if (!row) return [review('JJ-7')];
  return [row.applies ? deny('JJ-7') : pass('JJ-7')];
}
