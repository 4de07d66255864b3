import type { StaffRouter, YouthRouter } from '@accord/contract';
import type { RowsOf } from './rows.ts';

/** Cases that go to a colleague. */
export const handoverRows: Pick<RowsOf<StaffRouter>['cases'], 'caseloads' | 'handOver' | 'talked'> = {
  caseloads: {
    does: 'Lists who works on the cases that the caller supervises, by code names.',
    input: () => undefined,
    says: ({ supervises, people, colleagues, talks }) => {
      if (!supervises) return 'supervises nothing';
      const loads = people.map(({ name, cases }) => `${name} (${cases.length})`);
      return `${loads.join(', ')}; ${colleagues.length} to give them to; ${talks.length} to talk with`;
    },
  },
  handOver: {
    does: 'Gives Robin’s case from Dana to Cora, for good.',
    input: ({ caseId, people }) => ({
      leaves: people.dana.staffId,
      comes: people.cora.staffId,
      caseIds: [caseId],
      untilOn: null,
    }),
    says: () => 'gave it',
  },
  talked: {
    does: 'Says that somebody talked with Robin about who is new.',
    input: ({ talkId }) => ({ handoverId: talkId }),
    says: () => 'written down',
  },
};

/** What the young person says of who is new. */
export const handoverRowsOfYouth: Pick<RowsOf<YouthRouter>['mine'], 'handovers' | 'answerHandover'> = {
  handovers: {
    does: 'Lists who is new and works with the young person.',
    input: () => undefined,
    says: ({ handovers }) =>
      handovers.map(({ comes, leaves }) => `${comes} beside ${leaves}`).join('; ') || 'lists nothing',
  },
  answerHandover: {
    does: 'Says that somebody new is fine, as the young person.',
    input: ({ handoverId }) => ({ handoverId, answer: 'fine' }),
    says: () => 'may answer',
  },
};
