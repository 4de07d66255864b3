import type { YoungPerson } from '../young-person.ts';

/** A mentor leads; the facilitator supervises. */
export const SOFIA = {
  codeName: 'Robin',
  name: 'Sofia P.',
  age: 14,
  pronouns: 'she',
  language: 'Portuguese, English',
  safeContact: 'Message in the mentoring group, or 555-0186 on weekends.',
  lead: 'deshawn',
  opened: 47,
  goals: [
    {
      ownWords: 'Land a kickflip before summer',
      adultWords: 'Skate park on Saturdays with the group',
      steps: [
        { text: 'Borrow a helmet', done: true },
        { text: 'Learn to ollie', done: true },
        { text: 'Film ten tries' },
      ],
    },
    {
      ownWords: 'Stay in the same school',
      adultWords: 'School stability through the next move',
      steps: [{ text: 'Ask the school what it needs', done: true }, { text: 'Plan the bus with DeShawn' }],
    },
  ],
  notes: [
    {
      kind: 'case-plan',
      ago: 15,
      facts: 'Sofia taught two newcomers how to fall safely.',
      view: 'Brave, and kind to beginners.',
      ownWords: 'Nobody stays on the bench.',
    },
    { kind: 'appointments', ago: 1, facts: 'Park on Saturday at eleven, if it is dry.' },
  ],
  referrals: [{ service: 'Harbor House rooms', reason: 'A room close to school for two weeks.', ago: 3 }],
  shares: [
    {
      to: 'noor',
      kinds: ['id-core', 'service-linkage'],
      need: 'So that Harbor House can answer whether there is a room.',
      ago: 10,
      days: 20,
    },
    { to: 'obi', kinds: ['case-plan'], need: 'To keep the place in school.', ago: 14 },
    { to: 'kwan', kinds: ['service-linkage'], need: 'To know who to call.', ago: 13, days: 12 },
  ],
  colleagues: [{ who: 'renee', as: 'supervision' }],
} as const satisfies YoungPerson;
