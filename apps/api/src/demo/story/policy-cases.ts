import type { SavePolicyCaseInput } from '@accord/consent';
import { as, type Stage } from './stage.ts';

/** What the supervisor of County Welfare wants the rules to go on answering. Made up, as all saved cases are. */
const CASES: readonly SavePolicyCaseInput[] = [
  {
    from: 'plan-by-permission',
    kinds: ['case-plan', 'mh-record'],
    purpose: 'care-plan-coordination',
    on: '2026-06-01',
    law: 'CA 2026-11-22',
    name: 'A plan that also speaks of therapy stays closed',
    expected: { decision: 'deny', reason: 'NO_BASIS' },
  },
  {
    from: 'plan-by-permission',
    kinds: ['case-plan'],
    purpose: 'investigation',
    on: '2026-06-01',
    law: 'CA 2026-11-22',
    name: 'A permission for the plan is none for an investigation',
    expected: { decision: 'deny', reason: 'NO_BASIS' },
  },
];

/** The saved cases of County Welfare. */
export async function tellPolicyCases(stage: Stage): Promise<void> {
  for (const one of CASES) await as(stage, 'amara').policyCases.save(one);
}
