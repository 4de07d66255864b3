import type { DemoCard } from '@accord/identity';

const GROUPS = ['team', 'consent', 'advisor', 'youth'] as const satisfies readonly DemoCard['group'][];

/** The cards by what their people do, in this order. */
export function inGroups(cards: readonly DemoCard[]) {
  return GROUPS.map((group) => ({ group, cards: cards.filter((card) => card.group === group) })).filter(
    (each) => each.cards.length > 0,
  );
}
