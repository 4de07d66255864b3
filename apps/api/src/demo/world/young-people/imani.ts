import type { YoungPerson } from '../young-person.ts';

/** The safe contact is old, and a restriction keeps one agency out whatever is signed. */
export const IMANI = {
  codeName: 'Finch',
  name: 'Imani O.',
  age: 14,
  pronouns: 'she',
  language: 'English, Yoruba at home',
  safeContact: 'Through the choir, 555-0178. Ask again whether this still works.',
  contactFrom: 245,
  adults: [
    { relation: 'father', domains: ['education', 'placement'], evidence: 'birth-record', is: 'not-to-sign' },
    { relation: 'foster-parent', domains: ['education'], evidence: 'placement', is: 'unasked', days: 200 },
  ],
  lead: 'hannah',
  opened: 245,
  goals: [
    {
      ownWords: 'Sing the solo at the winter concert',
      adultWords: 'Stay in the choir through the move',
      steps: [
        { text: 'Tell the choir leader about the move', done: true },
        { text: 'Learn the second verse', done: true },
        { text: 'Sing it once for friends' },
      ],
    },
    {
      ownWords: 'Keep my dog with me',
      adultWords: 'A home where the dog can stay',
      steps: [{ text: 'Get the dog’s papers', done: true }, { text: 'Ask both homes about dogs' }],
    },
  ],
  notes: [
    {
      kind: 'cw-record',
      ago: 48,
      facts: 'Visited both homes. Imani made a list with stars for each.',
      view: 'Weighs things well and says why.',
      ownWords: 'The dog comes too.',
    },
    { kind: 'case-plan', ago: 7, facts: 'The second home says yes to the dog.' },
  ],
  referrals: [
    {
      service: 'Teen counseling',
      reason: 'Someone to talk to during the move.',
      ago: 52,
      answers: [{ move: 'accept' }, { move: 'start' }, { move: 'pause' }],
      answeredAgo: 9,
    },
  ],
  shares: [
    { to: 'blake', kinds: ['case-plan'], need: 'So that the solo stays Imani’s through the move.', ago: 41 },
    { to: 'kwan', kinds: ['case-plan'], need: 'To know where Imani will be during the move.', ago: 33 },
  ],
  restriction: { agency: 'police', kinds: ['case-plan', 'service-linkage', 'cw-record', 'contact-location'] },
  duties: [{ is: 'records-request', hoursAgo: 40 }],
  emergency: {
    to: 'reyes',
    kinds: ['contact-location'],
    nature: 'hurt-or-ill',
    agreedBy: 'amara',
    hoursAgo: 20,
  },
  colleagues: [
    { who: 'amara', as: 'supervision' },
    { who: 'alma', as: 'supervision' },
    { who: 'alma', as: 'cover', days: 90 },
  ],
} as const satisfies YoungPerson;
