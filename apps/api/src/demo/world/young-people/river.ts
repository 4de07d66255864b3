import type { YoungPerson } from '../young-person.ts';

/** A young person of the tribe, with a mentor from the county’s own services. */
export const RIVER = {
  codeName: 'Larch',
  name: 'River N.',
  age: 17,
  pronouns: 'they',
  language: 'English',
  safeContact: 'At Circle house on Saturdays, or 555-0159 by text.',
  lead: 'ida',
  opened: 130,
  goals: [
    {
      ownWords: 'Carve my own canoe paddle',
      adultWords: 'A season with the carvers at Circle house',
      steps: [
        { text: 'Choose the cedar plank', done: true },
        { text: 'Rough out the blade', done: true },
        { text: 'Ask Ida for the oil' },
      ],
    },
    {
      ownWords: 'Get into the forestry program',
      steps: [
        { text: 'Ask for the school transcript', done: true },
        { text: 'Write one page about the river' },
      ],
    },
  ],
  notes: [
    {
      kind: 'cw-record',
      ago: 29,
      facts: 'River teaches two younger carvers now.',
      view: 'A quiet leader.',
      ownWords: 'I would rather show than tell.',
    },
    { kind: 'appointments', ago: 10, facts: 'Campus day of the forestry program on the 15th.' },
  ],
  referrals: [
    {
      service: 'Youth legal clinic',
      reason: 'Identity papers for the application.',
      ago: 37,
      answers: [{ move: 'cancel' }],
      answeredAgo: 30,
    },
  ],
  shares: [
    { to: 'renee', kinds: ['case-plan'], need: 'To help with the application.', ago: 34, days: 150 },
    { to: 'deshawn', kinds: ['appointments'], need: 'To drive to the campus day.', ago: 9, days: 30 },
  ],
  colleagues: [{ who: 'joseph', as: 'cover', days: 21 }],
} as const satisfies YoungPerson;
