import type { StaffRouter, YouthRouter } from '@accord/contract';
import type { RowsOf } from './rows.ts';

const nothing = () => undefined;
const kinds = ({ opened }: { opened: readonly string[] }) => `may say so; opens: ${opened.join(', ')}`;

/** Posts of an agency, and the young person's word on somebody new in one. */
export const postRows: RowsOf<StaffRouter>['posts'] = {
  list: {
    does: 'Lists the posts of the caller’s own agency, and who holds them. It reads of no case.',
    input: nothing,
    says: ({ agency, posts, maySet }) =>
      `${agency}: ${posts.map(({ name, holder }) => `${name} (${holder?.name ?? 'nobody'})`).join(', ') || 'none'}${maySet ? '; may set it' : ''}`,
  },
  name: {
    does: 'Names a post of the caller’s own agency, with the lead agency’s covering worker in it.',
    input: ({ people }) => ({ name: 'Court contact', staffId: people.cora.staffId }),
    says: () => 'may name it',
  },
  hold: {
    does: 'Says that somebody else holds a post of the lead agency from now on.',
    input: ({ postId, people }) => ({ postId, staffId: people.olga.staffId }),
    says: () => 'may say so',
  },
  answer: {
    does: 'Writes down that Robin says somebody new in a hospital’s post is fine.',
    input: ({ caseId, announcedId }) => ({ caseId, grantId: announcedId, told: 'phone', answer: 'fine' }),
    says: kinds,
  },
};

export const postRowsOfYouth: Pick<RowsOf<YouthRouter>['mine'], 'answerNewHolder'> = {
  answerNewHolder: {
    does: 'Says that somebody new in a hospital’s post is fine, or not.',
    input: ({ announcedId }) => ({ grantId: announcedId, answer: 'fine' }),
    says: kinds,
  },
};
