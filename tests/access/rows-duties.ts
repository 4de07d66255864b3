import type { StaffRouter } from '@accord/contract';
import { inDays } from '../support/network.ts';
import type { RowsOf } from './rows.ts';
import { emergencies } from './words.ts';
import { emergencyFor, SUBPOENA } from './world.ts';

const nothing = () => undefined;

/** Emergencies and the register of legal duties. */
export const dutyRows: Pick<RowsOf<StaffRouter>, 'emergencies' | 'register'> = {
  emergencies: {
    list: {
      does: 'Lists the emergencies of the caller’s own agency that wait for a second person, or to be looked at.',
      input: nothing,
      says: emergencies,
    },
    ask: {
      does: 'Asks a second person to open an emergency in Robin’s case. It opens nothing yet.',
      input: ({ caseId, people }) => ({ caseId, ...emergencyFor(people.pete) }),
      says: () => 'may ask',
    },
    answer: {
      does: 'Agrees to an emergency that the lead agency’s covering worker asked for.',
      input: ({ askedId }) => ({ basisId: askedId, agrees: true }),
      says: () => 'may agree',
    },
    review: {
      does: 'Says that an emergency of the lead agency was needed; the worker who covers had opened it.',
      input: ({ emergencyId }) => ({ basisId: emergencyId, outcome: 'right' }),
      says: () => 'may say so',
    },
    afterHours: {
      does: 'The card by the door: whom the caller’s own agency can call after hours. It reads of no case.',
      input: nothing,
      says: ({ agency, onCall }) => `${agency}: ${onCall.map(({ name }) => name).join(', ') || 'nobody'}`,
    },
    wantTwo: {
      does: 'Sets that two people open an emergency of the caller’s own agency.',
      input: () => ({ needsTwo: true }),
      says: () => 'may set it',
    },
    putOnCall: {
      does: 'Puts the worker who covers on call at the lead agency.',
      input: ({ people }) => ({ staffId: people.cora.staffId, phone: '555-0142', endsOn: inDays(5) }),
      says: () => 'may put them there',
    },
    takeOffCall: {
      does: 'Takes who is on call at the lead agency off.',
      input: ({ people }) => ({ staffId: people.otto.staffId }),
      says: () => 'may take them off',
    },
  },
  register: {
    list: {
      does: 'Lists the papers and duties of Robin’s case at the caller’s own agency, with what opened by law.',
      input: ({ caseId }) => ({ caseId }),
      says: ({ entries, opened }) =>
        `lists ${entries.length} entries, ${opened.length} that opened something`,
    },
    due: {
      does: 'Lists the papers and duties that are not closed yet, over the caller’s own cases.',
      input: nothing,
      says: ({ entries }) => (entries.length === 0 ? 'lists nothing' : `lists ${entries.length} entries`),
    },
    record: {
      does: 'Writes a subpoena down that came to the lead agency. It opens nothing.',
      input: ({ caseId }) => ({ caseId, ...SUBPOENA }),
      says: ({ entryIds }) => `may write down ${entryIds.length}`,
    },
    close: {
      does: 'Says that a subpoena was objected to.',
      input: ({ caseId, entryId }) => ({ caseId, entryId, outcome: 'objected' }),
      says: () => 'may say so',
    },
  },
};
