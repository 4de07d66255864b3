import { as, type Stage, type Told } from './stage.ts';

/** Hannah wonders who else works with Mateo, who said yes to asking. */
const STORY = { of: 'Juniper', asks: 'hannah' } as const;

/** A question that waits for whoever answers for the case: nobody is asked before they let it out. */
export async function tellMatches(stage: Stage, stories: readonly Told[]): Promise<void> {
  const told = stories.find(({ young }) => young.codeName === STORY.of);
  if (!told) throw new Error('the young person of the question is not in the demo');
  const { matches } = as(stage, STORY.asks);
  await matches.ask({ caseId: told.caseId, reason: 'plan-together', agreed: true });
}
