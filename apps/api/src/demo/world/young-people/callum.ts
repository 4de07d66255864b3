import type { YoungPerson } from '../young-person.ts';

/** Moved to another county years ago. The time to keep it is over, and one of two people has asked to erase it. */
export const CALLUM = {
  codeName: 'Linnet',
  name: 'Callum T.',
  age: 17,
  pronouns: 'he',
  language: 'English',
  safeContact: 'Through the school office, before noon.',
  lead: 'luis',
  opened: 1640,
  goals: [
    {
      ownWords: 'Learn the trumpet part by heart',
      steps: [{ text: 'Borrow a trumpet', done: true }, { text: 'Play it for the class' }],
    },
    {
      ownWords: 'Pack my own boxes for the move',
      steps: [
        { text: 'Find the boxes', done: true },
        { text: 'Label them', done: true },
      ],
    },
  ],
  notes: [
    {
      kind: 'cw-record',
      ago: 1520,
      facts: 'Callum moved with an aunt to the next county. Their worker there has taken over.',
      view: 'Looks forward to the new band.',
    },
    { kind: 'appointments', ago: 1530, facts: 'Last visit on a Friday, with cake.' },
  ],
  colleagues: [{ who: 'amara', as: 'supervision' }],
  erasure: { askedBy: 'luis' },
} as const satisfies YoungPerson;
