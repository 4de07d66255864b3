import type { StatePolicy } from '../state.ts';

export type DatedRules = Pick<
  StatePolicy,
  'state' | 'version' | 'replaces' | 'effectiveFrom' | 'effectiveTo'
>;

export interface Clash<Rules> {
  is: 'twice' | 'too-early';
  older: Rules;
  newer: Rules;
}

/** The first day on which a bundle no longer holds: its own end, or the day on which another one replaces it. */
export function endOfRules(rules: DatedRules, all: readonly DatedRules[]): string | null {
  const ends = all
    .filter(({ state, replaces }) => state === rules.state && replaces === rules.version)
    .map(({ effectiveFrom }) => effectiveFrom);
  if (rules.effectiveTo !== null) ends.push(rules.effectiveTo);
  return ends.toSorted()[0] ?? null;
}

/**
 * Two bundles of one state that nobody could choose between on some day, or one that does not begin after the one it
 * replaces. Undefined where every day has one at most.
 */
export function clashAmong<Rules extends DatedRules>(all: readonly Rules[]): Clash<Rules> | undefined {
  const inOrder = all.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  for (const [index, older] of inOrder.entries()) {
    const end = endOfRules(older, all);
    for (const newer of inOrder.slice(index + 1)) {
      if (newer.state !== older.state) continue;
      if (older.replaces === newer.version) return { is: 'too-early', older: newer, newer: older };
      if (end !== null && end <= older.effectiveFrom) return { is: 'too-early', older, newer };
      if (end === null || newer.effectiveFrom < end) return { is: 'twice', older, newer };
    }
  }
  return undefined;
}
