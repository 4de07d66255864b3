import type { YoungPerson } from '../young-person.ts';

/** One referral came back with a no and a reason, and another way was found. */
export const BAO = {
  codeName: 'Tern',
  name: 'Bao L.',
  age: 15,
  pronouns: 'he',
  language: 'Vietnamese, English',
  safeContact: 'At the clinic’s teen hour, or 555-0133 after six.',
  adults: [
    {
      relation: 'grandparent',
      domains: ['general-health', 'mental-health', 'education', 'placement'],
      evidence: 'court-order',
      is: 'safe',
    },
  ],
  lead: 'tom',
  opened: 58,
  goals: [
    {
      ownWords: 'Cook in a real kitchen',
      adultWords: 'A training place that takes 15-year-olds',
      steps: [
        { text: 'Write down ten dishes', done: true },
        { text: 'Ask at Culinary arts training', done: true },
        { text: 'Try the weekend class instead' },
      ],
    },
    {
      ownWords: 'Sleep through the night before a test',
      steps: [{ text: 'Screens off at ten', done: true }, { text: 'Walk with Tom after lunch' }],
    },
  ],
  notes: [
    {
      kind: 'health-general',
      ago: 24,
      facts: 'Check-up is all fine. Bao brought spring rolls for the front desk.',
      view: 'Feeds everyone. That is the plan.',
    },
    { kind: 'appointments', ago: 6, facts: 'Next visit in the teen hour, a week from Thursday.' },
  ],
  referrals: [
    {
      service: 'Culinary arts training',
      reason: 'A place in the next group.',
      ago: 31,
      answers: [{ move: 'decline', reason: 'age' }],
      answeredAgo: 27,
    },
    {
      service: 'Alder food pantry',
      reason: 'A weekend class in the pantry kitchen.',
      ago: 13,
      answers: [{ move: 'accept' }, { move: 'start' }],
      answeredAgo: 6,
    },
  ],
  shares: [
    { to: 'marta', kinds: ['case-plan', 'service-linkage'], need: 'To find a mentor who cooks.', ago: 28 },
    { to: 'obi', kinds: ['appointments'], need: 'So that visits do not fall on tests.', ago: 19 },
  ],
  colleagues: [{ who: 'reyes', as: 'supervision' }],
} as const satisfies YoungPerson;
