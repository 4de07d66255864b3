import type { StaffRouter } from '@accord/contract';
import type { RowsOf } from './rows.ts';

/** Strengths, needs, worries and what they look after. */
export const planRows: RowsOf<StaffRouter>['plans'] = {
  add: {
    does: 'Adds a need to the plan, with what is to be done about it.',
    input: ({ caseId }) => ({ caseId, entry: 'getting-around', ownWords: 'The bus is dear', rating: 'now' }),
    says: () => 'may write',
  },
  revise: {
    does: 'Words a need of the lead agency anew; the older words are kept.',
    input: ({ caseId, needId }) => ({
      caseId,
      itemId: needId,
      ownWords: 'Rides',
      rating: 'plan',
      revision: 1,
    }),
    says: () => 'may write',
  },
  history: {
    does: 'Reads how a need of the lead agency was worded before.',
    input: ({ caseId, needId }) => ({ caseId, itemId: needId }),
    says: ({ versions }) => `reads: ${versions.map(({ ownWords }) => ownWords).join(', ')}`,
  },
};
