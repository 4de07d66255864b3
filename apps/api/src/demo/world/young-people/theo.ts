import type { YoungPerson } from '../young-person.ts';

/** A permission here has run out: nothing of it is seen any more. */
export const THEO = {
  codeName: 'Sparrow',
  name: 'Theo J.',
  age: 13,
  pronouns: 'he',
  language: 'English',
  safeContact: 'In the counselor’s room before first period.',
  adults: [
    {
      relation: 'father',
      domains: ['general-health', 'mental-health', 'education', 'placement'],
      evidence: 'birth-record',
      is: 'safe',
    },
  ],
  lead: 'obi',
  opened: 120,
  goals: [
    {
      ownWords: 'Read my comic out loud at the book fair',
      adultWords: 'Five minutes on the library stage',
      steps: [
        { text: 'Ink the last page', done: true },
        { text: 'Practice with Grace' },
        { text: 'Pick a chair' },
      ],
    },
    {
      ownWords: 'Walk to school with my cousin again',
      steps: [{ text: 'Agree on the corner', done: true }, { text: 'Try it for a week' }],
    },
  ],
  notes: [
    {
      kind: 'edu-record',
      ago: 18,
      facts: 'Theo was at school on 18 of 20 days, and early on most of them.',
      view: 'Mornings go well when there is a job waiting in the library.',
    },
    { kind: 'appointments', ago: 6, facts: 'Book fair rehearsal on Thursday after lunch.' },
  ],
  referrals: [
    {
      service: 'Alder food pantry',
      reason: 'Breakfast boxes for the week.',
      ago: 35,
      answers: [{ move: 'accept' }, { move: 'fail' }],
      answeredAgo: 25,
    },
  ],
  shares: [
    {
      to: 'marta',
      kinds: ['case-plan'],
      need: 'To find a mentor who draws.',
      ago: 75,
      outcome: { ended: 20 },
    },
    { to: 'reyes', kinds: ['appointments'], need: 'So that visits do not fall on rehearsal days.', ago: 30 },
  ],
} as const satisfies YoungPerson;
