import type { PlanVersion } from '@accord/plans';
import type { StaffRouter, YouthRouter } from '@accord/contract';
import type { RowsOf } from './rows.ts';

const stands = (version: PlanVersion | null) =>
  version
    ? `version ${version.number} of ${version.owner}, ${version.state}${version.maySign ? '; may sign' : ''}`
    : 'none was sent';

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
  standing: {
    does: 'Says where the plan of the caller’s own agency stands with its two signatures.',
    input: ({ caseId }) => ({ caseId }),
    says: ({ version, maySend }) => `${stands(version)}${maySend ? '; may send' : ''}`,
  },
  send: {
    does: 'Sends the lead agency’s plan, which has changed since, to be signed.',
    input: ({ caseId }) => ({ caseId }),
    says: () => 'may send it',
  },
  answer: {
    does: 'Sends the plan back, as the supervisor.',
    input: ({ caseId, planId }) => ({ caseId, planId, answer: { is: 'sent-back', reason: 'talk-first' } }),
    says: () => 'may answer',
  },
};

/** The young person’s own word on the plan. */
export const planRowsOfYouth: Pick<RowsOf<YouthRouter>['mine'], 'plans' | 'answerPlan'> = {
  plans: {
    does: 'Lists the plans that were sent to the young person to sign.',
    input: () => undefined,
    says: ({ plans }) => plans.map(stands).join('; ') || 'lists nothing',
  },
  answerPlan: {
    does: 'Sends the lead agency’s plan back, as the young person.',
    input: ({ planId }) => ({ planId, answer: { is: 'sent-back', reason: 'own-words' } }),
    says: () => 'may answer',
  },
};
