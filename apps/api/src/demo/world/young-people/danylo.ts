import type { YoungPerson } from '../young-person.ts';

/** What was shared with the school was stopped; the same page is neutral again. */
export const DANYLO = {
  codeName: 'Plover',
  name: 'Danylo H.',
  age: 13,
  pronouns: 'he',
  language: 'Ukrainian, some English',
  safeContact: 'Message to the family phone, 555-0164, in Ukrainian.',
  lead: 'samira',
  opened: 64,
  goals: [
    {
      ownWords: 'Build a robot that can draw',
      adultWords: 'Robotics club on Tuesdays',
      steps: [
        { text: 'Visit the club', done: true },
        { text: 'Bring the old motor', done: true },
        { text: 'Write the first program' },
      ],
    },
    {
      ownWords: 'Understand everything in English class',
      steps: [{ text: 'Ten new words a day', done: true }, { text: 'Read one comic in English' }],
    },
  ],
  notes: [
    { kind: 'appointments', ago: 17, facts: 'Danylo showed three drawings of the robot, with measures.' },
    { kind: 'appointments', ago: 2, facts: 'The club meets in the big hall this week.' },
  ],
  referrals: [
    {
      service: 'Finish school your way',
      reason: 'English in small groups.',
      ago: 50,
      answers: [{ move: 'decline', reason: 'full' }],
      answeredAgo: 44,
    },
  ],
  shares: [
    {
      to: 'pruitt',
      kinds: ['case-plan'],
      need: 'To plan the first months at school.',
      ago: 38,
      outcome: 'stopped',
    },
    { to: 'blake', kinds: ['case-plan'], need: 'To find parts for the robot in the workshop.', ago: 20 },
  ],
} as const satisfies YoungPerson;
