import type { StaffRouter } from '@accord/contract';
import type { RowsOf } from './rows.ts';

const nothing = () => undefined;

/** What each agency signed with others. */
export const agreementRows: RowsOf<StaffRouter>['agreements'] = {
  list: {
    does: 'Lists what the caller’s own agency signed with others. It reads of no case.',
    input: nothing,
    says: ({ agency, agreements, mayRecord }) =>
      `${agency}: ${agreements.map(({ number }) => number).join(', ') || 'nothing'}${mayRecord ? '; may record' : ''}`,
  },
  record: {
    does: 'Records that the caller’s own agency signed one more. Nothing opens by it.',
    input: () => ({
      sort: 'mou',
      parties: 'Town Police',
      number: 'MOU 3',
      digest: null,
      signedBy: 'A. Director',
      signedOn: '2026-01-02',
      startsOn: '2026-01-03',
      endsOn: null,
      gives: ['case-plan'],
      receives: ['case-plan'],
      purposes: ['care-plan-coordination'],
      replaces: null,
    }),
    says: () => 'may record it',
  },
  end: {
    does: 'Ends one of the lead agency’s, which covers nothing alone.',
    input: ({ agreementId }) => ({ agreementId }),
    says: () => 'may end it',
  },
  offer: {
    does: 'Says which kinds a permission of the caller’s own agency to a school worker could name today.',
    input: ({ people }) => ({
      recipient: { kind: 'staff', staffId: people.teo.staffId },
      purpose: 'care-plan-coordination',
    }),
    says: ({ kinds, held }) => `offers ${kinds.length} kinds, holds ${held.length}`,
  },
};
