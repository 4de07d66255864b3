import type { CaseItem } from '@accord/cases';

export type ItemOf<Kind extends CaseItem['kind']> = Extract<CaseItem, { kind: Kind }>;

interface GoalWithSteps {
  itemId: string;
  goal: ItemOf<'goal'>;
  steps: ItemOf<'step'>[];
}

/**
 * Puts the items in the order of the page. Steps stand under their goal, the first to do first; a step whose goal is
 * not on the page stands by itself: what the server sent is never left out.
 */
export function arrange(items: readonly CaseItem[]) {
  const of = <Kind extends CaseItem['kind']>(kind: Kind) =>
    items.filter((item): item is ItemOf<Kind> => item.kind === kind);
  const steps = of('step').toReversed();
  const goals: GoalWithSteps[] = of('goal').map((goal) => ({
    itemId: goal.itemId,
    goal,
    steps: steps.filter((step) => step.parentId === goal.itemId),
  }));
  const sides = of('statement').toReversed();
  const placed = new Set(goals.flatMap((goal) => goal.steps));
  return {
    strengths: of('strength'),
    needs: of('need'),
    worries: of('fear'),
    lookAfter: of('obligation'),
    goals,
    otherSteps: steps.filter((step) => !placed.has(step)),
    services: of('referral'),
    dates: of('appointment').toSorted((a, b) => startOf(a).localeCompare(startOf(b))),
    notes: of('note'),
    decisions: of('decision'),
    meetings: of('meeting'),
    /** Their own side of an item, the first first. */
    sidesOf: (itemId: CaseItem['itemId']) => sides.filter((side) => side.parentId === itemId),
    profiles: of('profile'),
    cards: of('card'),
    told: of('told-once'),
  };
}

/** Soonest first; one that is not open to them comes last. */
function startOf({ content }: ItemOf<'appointment'>): string {
  return content.is === 'open' ? content.body.startsAt : '9999';
}
