import type { StaffRouter } from '@accord/contract';
import type { RowsOf } from './rows.ts';

const nothing = () => undefined;

/** What is kept how long, legal holds, and an erasure by two persons. */
export const keepingRows: RowsOf<StaffRouter>['keeping'] = {
  open: {
    does: 'Says what the caller’s own agency keeps of Robin’s case, until when and why, with the holds on it.',
    input: ({ caseId }) => ({ caseId }),
    says: ({ agency, kinds, holds, dueAt }) =>
      `${agency} keeps ${kinds.length} kinds${dueAt ? '' : ', without an end'}; holds: ${holds.map(({ reason, lifting }) => `${reason} (${lifting})`).join(', ') || 'none'}`,
  },
  due: {
    does: 'Lists the caller’s own cases that are due to be erased.',
    input: nothing,
    says: ({ cases }) => (cases.length === 0 ? 'lists nothing' : `lists ${cases.length} cases`),
  },
  placeHold: {
    does: 'Places a legal hold on Robin’s case: nothing of it is erased.',
    input: ({ caseId }) => ({ caseId, reason: 'review' }),
    says: () => 'may place it',
  },
  liftHold: {
    does: 'Lifts a legal hold that the lead agency’s covering worker placed.',
    input: ({ caseId, holdId }) => ({ caseId, holdId }),
    says: () => 'may lift it',
  },
  schedule: {
    does: 'How long the caller’s own agency keeps what. It reads of no case.',
    input: nothing,
    says: ({ agency, rules }) => `${agency}: ${rules.length} rules`,
  },
  setRule: {
    does: 'Sets how long the caller’s own agency keeps its child welfare records.',
    input: () => ({
      kind: 'cw-record',
      source: 'own-schedule',
      number: 'CW-12',
      years: 7,
      countedFrom: 'age-18',
    }),
    says: () => 'may set it',
  },
  keepKind: {
    does: 'Takes the time of a kind away at the caller’s own agency: it is kept.',
    input: () => ({ kind: 'cw-record' }),
    says: () => 'may keep it',
  },
  askErasure: {
    does: 'Asks to erase what the caller’s own agency holds of Robin’s case, which is kept.',
    input: ({ caseId }) => ({ caseId }),
    says: () => 'may ask',
  },
  answerErasure: {
    does: 'Says that what the lead agency’s covering worker asked to erase is not to be erased.',
    input: ({ caseId, erasureId }) => ({ caseId, erasureId, erase: false }),
    says: () => 'may say so',
  },
};
