import type { StaffRouter } from '@accord/contract';
import type { RowsOf } from './rows.ts';

/** "Is anyone else working with this young person?": a blind question, and what both sides say to it. */
export const matchRows: RowsOf<StaffRouter>['matches'] = {
  open: {
    does: 'Says whether one can ask about Robin; for whoever answers for the case, what was found.',
    input: ({ caseId }) => ({ caseId }),
    says: ({ takesPart, mayAsk, isMissing, asked, matches }) =>
      `takes part: ${takesPart}; may ask: ${mayAsk}; a day is missing: ${isMissing}; asked: ${asked !== null}; ${
        matches
          .map(({ is }) => is)
          .toSorted()
          .join(', ') || 'nothing'
      }`,
  },
  waiting: {
    does: 'Lists the questions and the matches that wait for the caller’s word.',
    input: () => undefined,
    says: ({ matches }) =>
      matches
        .map(({ is }) => is)
        .toSorted()
        .join(', ') || 'lists nothing',
  },
  ask: {
    does: 'Asks about a young person of whom the lead agency’s covering worker has a case of their own.',
    input: ({ unaskedCase }) => ({ caseId: unaskedCase, reason: 'new-here', agreed: true }),
    says: () => 'may ask, and reads no answer',
  },
  decide: {
    does: 'Lets out what that worker asked about another case of theirs.',
    input: ({ askedCase, askId }) => ({ caseId: askedCase, askId, goOn: true }),
    says: () => 'may let it out',
  },
  answer: {
    does: 'Says yes to the hospital, which asks about somebody who seems to be Robin.',
    input: ({ caseId, foundId }) => ({ caseId, matchId: foundId, agrees: true, mayTell: true }),
    says: () => 'may say yes',
  },
  undo: {
    does: 'Takes the link with the hospital’s case away.',
    input: ({ caseId, linkedId }) => ({ caseId, matchId: linkedId }),
    says: () => 'may take it away',
  },
  aside: {
    does: 'Puts the link with the hospital’s case aside for the caller’s agency.',
    input: ({ caseId, linkedId }) => ({ caseId, matchId: linkedId }),
    says: () => 'may put it aside',
  },
};
