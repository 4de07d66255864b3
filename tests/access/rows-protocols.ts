import type { StaffRouter } from '@accord/contract';
import type { RowsOf } from './rows.ts';
import { protocol, protocols } from './words.ts';

// Protocols and texts: kept by staff, reviewed by survivor advisors.

const nothing = () => undefined;

export const protocolRows: RowsOf<StaffRouter>['protocols'] = {
  list: {
    does: 'Lists the protocols of the network; a draft for its keepers alone.',
    input: nothing,
    says: protocols,
  },
  open: {
    does: 'Opens a protocol that is in review, with what the advisors said about it.',
    input: ({ review: { protocolId } }) => ({ protocolId }),
    says: protocol,
  },
  answer: {
    does: 'Answers a question of an advisor, for the agency that keeps the protocol.',
    input: ({ review: { protocolId, commentId } }) => ({
      protocolId,
      commentId,
      result: 'not-changed',
      body: 'On the one that they gave us.',
    }),
    says: () => 'may answer',
  },
  change: {
    does: 'Rewords a paragraph, as a new draft.',
    input: ({ review: { protocolId, blockId } }) => ({
      protocolId,
      version: 1,
      is: 'reword',
      blockId,
      heading: 'First',
      body: 'Ask by text before you call.',
    }),
    says: ({ version }) => `may change it, as version ${version}`,
  },
  sendForReview: {
    does: 'Puts a draft before the advisors.',
    input: ({ review: { draftId } }) => ({ protocolId: draftId, version: 1 }),
    says: () => 'may send it',
  },
  publish: {
    does: 'Publishes what an advisor signed and nothing holds back.',
    input: ({ review: { signedId } }) => ({ protocolId: signedId, version: 1 }),
    says: () => 'may publish',
  },
  start: {
    does: 'Begins a text of the speaker’s own agency, as a draft.',
    input: () => ({
      kind: 'notice',
      title: 'Before you tell us',
      heading: 'What we pass on',
      body: 'Some things we must pass on.',
    }),
    says: () => 'may begin one',
  },
  translate: {
    does: 'Begins the Spanish version of a text, for the agency that keeps it.',
    input: ({ review: { draftId } }) => ({ protocolId: draftId, version: 1, title: 'Segunda llamada' }),
    says: () => 'may translate it',
  },
  nameReader: {
    does: 'Names who read a translation beside its original.',
    input: ({ review: { translationId } }) => ({
      protocolId: translationId,
      version: 1,
      name: 'M. Vidal',
      capacity: 'Court interpreter',
    }),
    says: () => 'may name them',
  },
};

export const reviewRows: RowsOf<StaffRouter>['reviews'] = {
  list: {
    does: 'Lists the protocols that an advisor can read: no drafts.',
    input: nothing,
    says: protocols,
  },
  open: {
    does: 'Opens a protocol that is in review, for an advisor.',
    input: ({ review: { protocolId } }) => ({ protocolId }),
    says: protocol,
  },
  comment: {
    does: 'Comments on a paragraph of a protocol in review.',
    input: ({ review: { protocolId, blockId } }) => ({
      protocolId,
      version: 1,
      blockId,
      kind: 'concern',
      body: 'Some phones are shared.',
    }),
    says: () => 'may comment',
  },
  withdraw: {
    does: 'Takes back one’s own comment.',
    input: ({ review: { protocolId, commentId } }) => ({ protocolId, commentId }),
    says: () => 'may take it back',
  },
  signOff: {
    does: 'Signs a protocol in review, by the own name or another.',
    input: ({ review: { protocolId } }) => ({ protocolId, version: 1, pseudonym: 'Marigold' }),
    says: () => 'may sign',
  },
  hours: {
    does: 'Lists the advisor’s own time.',
    input: nothing,
    says: ({ days }) => `lists the own time on ${days.length} protocols`,
  },
};
