import type { YoungPerson } from '../young-person.ts';

/** A legal hold stands on this case. */
export const ISAIAH = {
  codeName: 'Aspen',
  name: 'Isaiah D.',
  age: 17,
  pronouns: 'he',
  language: 'English',
  safeContact: 'Text first, 555-0123. Then call.',
  lead: 'luis',
  opened: 320,
  goals: [
    {
      ownWords: 'Finish the welding course and get paid for it',
      adultWords: 'Paid trades apprenticeship from summer',
      steps: [
        { text: 'Pass the safety test', done: true },
        { text: 'Weld the practice gate', done: true },
        { text: 'Apply for the apprenticeship' },
      ],
    },
    {
      ownWords: 'Be there for my sister’s games',
      steps: [{ text: 'Get the season plan', done: true }, { text: 'Ask for Fridays off' }],
    },
  ],
  notes: [
    {
      kind: 'cw-record',
      ago: 70,
      facts: 'The teacher kept Isaiah’s gate as the example for the class.',
      view: 'Finishes what is started.',
      ownWords: 'Let the work speak.',
    },
    { kind: 'appointments', ago: 8, facts: 'Apprenticeship talk on the 2nd, nine in the morning.' },
  ],
  referrals: [{ service: 'Paid trades apprenticeship', reason: 'A place in the summer group.', ago: 26 }],
  shares: [
    {
      to: 'kim',
      kinds: ['case-plan', 'appointments'],
      need: 'So that visits fit around the course.',
      ago: 90,
      days: 100,
    },
    { to: 'deshawn', kinds: ['case-plan'], need: 'To practice for the talk.', ago: 12, outcome: 'paused' },
  ],
  colleagues: [
    { who: 'amara', as: 'supervision' },
    { who: 'alma', as: 'supervision' },
    { who: 'alma', as: 'cover', days: 90 },
  ],
  emergency: {
    to: 'kwan',
    kinds: ['id-core', 'contact-location'],
    nature: 'missing',
    agreedBy: 'amara',
    reviewedBy: 'alma',
    hoursAgo: 300,
  },
  duties: [
    { is: 'missing', hoursAgo: 300, confirmations: ['PD-26-881', 'NC-40217'] },
    { is: 'subpoena', number: 'SUB-26-0412', hoursAgo: 50, days: 9 },
  ],
  hold: { by: 'alma', reason: 'court-case', since: 203 },
} as const satisfies YoungPerson;
