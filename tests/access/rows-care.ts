import type { CareChoices } from '@accord/care';
import type { StaffRouter, YouthRouter } from '@accord/contract';
import type { RowsOf } from './rows.ts';

const choices = ({ keeper, agencies }: CareChoices) =>
  `kept by ${keeper}; names ${agencies.map(({ name }) => name).join(', ')}`;
const SHEET = { kind: 'card', card: { helps: 'A walk' } } as const;

/** What helps them, and what they told once. */
export const careRows: RowsOf<StaffRouter>['care'] = {
  choices: {
    does: 'Lists which agencies can be named as the one that holds what was told.',
    input: ({ caseId }) => ({ caseId }),
    says: choices,
  },
  write: {
    does: 'Writes anew what helps Robin, as the lead agency keeps it.',
    input: ({ caseId }) => ({ caseId, seen: 1, sheet: SHEET }),
    says: () => 'may write',
  },
  toldAgain: {
    does: 'Counts that Robin had to tell it again.',
    input: ({ caseId }) => ({ caseId }),
    says: () => 'may count',
  },
};

/** The young person’s own hand. */
export const careRowsOfYouth: Pick<RowsOf<YouthRouter>['mine'], 'careChoices' | 'writeSheet' | 'toldAgain'> =
  {
    careChoices: {
      does: 'Lists which agencies Robin can name as the one that holds what was told.',
      input: () => undefined,
      says: choices,
    },
    writeSheet: {
      does: 'Writes anew what helps Robin, as Robin.',
      input: () => ({ seen: 1, sheet: SHEET }),
      says: () => 'may write',
    },
    toldAgain: {
      does: 'Counts, as Robin, that it had to be told again.',
      input: () => undefined,
      says: () => 'may count',
    },
  };
