import type { StaffRouter } from '@accord/contract';
import type { RowsOf } from './rows.ts';

/** A change of a case that comes with Accord, or of one that the lead agency saved. */
const change = (from: string) => ({
  from,
  kinds: ['health-hiv' as const],
  purpose: 'treatment' as const,
  on: '2026-07-04',
  law: 'CA 2026-11-22',
});

/** Saved questions to the rule. Their facts are made up. */
export const policyCaseRows: RowsOf<StaffRouter>['policyCases'] = {
  list: {
    does: 'Lists the saved questions to the rule, of the caller’s own agency and of Accord, each asked again.',
    input: () => undefined,
    says: ({ agency, cases }) =>
      `${agency}: ${cases.filter(({ own }) => own).length} of its own; ${cases.every(({ passes }) => passes) ? 'all' : 'not all'} as expected`,
  },
  try: {
    does: 'Asks the rule a changed question that the lead agency saved. Nothing is kept.',
    input: ({ policyCaseId }) => change(policyCaseId),
    says: ({ answered }) => `is answered: ${answered?.decision}`,
  },
  save: {
    does: 'Saves a changed question of Accord’s own for the caller’s agency.',
    input: () => ({
      ...change('plan-by-permission'),
      name: 'The plan is not the test result',
      expected: { decision: 'deny', reason: 'NO_BASIS' },
    }),
    says: () => 'may save it',
  },
  remove: {
    does: 'Removes a question that the lead agency saved.',
    input: ({ policyCaseId }) => ({ policyCaseId }),
    says: () => 'may remove it',
  },
};
