import type { YoungPerson } from '../young-person.ts';

/** A draft waits here for an answer that only Nasrin gives. */
export const NASRIN = {
  codeName: 'Willow',
  name: 'Nasrin A.',
  age: 16,
  pronouns: 'she',
  language: 'Dari, English',
  safeContact: 'Call between 3 and 5 pm, 555-0161. Pavlo or Samira interpret.',
  lead: 'samira',
  opened: 75,
  goals: [
    {
      ownWords: 'Study to be a dentist',
      adultWords: 'Science track, and a visit to the dental school',
      steps: [
        { text: 'Have the old school papers translated', done: true },
        { text: 'Sign up for chemistry' },
        { text: 'Visit the dental clinic for a morning' },
      ],
    },
    {
      ownWords: 'Swim in the women’s hour',
      steps: [{ text: 'Find the hours of the pool', done: true }, { text: 'Go with two cousins' }],
    },
  ],
  notes: [
    {
      kind: 'appointments',
      ago: 21,
      facts: 'School visit with Pavlo. Nasrin asked most of the questions.',
      view: 'Clear about what comes next, and how to get there.',
    },
    { kind: 'appointments', ago: 3, facts: 'Chemistry starts on Monday; the book is here.' },
  ],
  referrals: [
    {
      service: 'Immigrant family help desk',
      reason: 'Help with school enrollment forms.',
      ago: 66,
      answers: [{ move: 'accept' }, { move: 'complete' }],
      answeredAgo: 50,
    },
  ],
  shares: [
    { to: 'obi', kinds: ['case-plan', 'appointments'], need: 'To choose classes together.', ago: 45 },
    { to: 'reyes', kinds: ['case-plan'], need: 'To set up the morning at the dental clinic.', ago: 15 },
    {
      to: 'pruitt',
      kinds: ['appointments'],
      need: 'So that meetings do not count as missed classes.',
      outcome: 'draft',
    },
  ],
  colleagues: [{ who: 'pavlo', as: 'cover', days: 30 }],
} as const satisfies YoungPerson;
