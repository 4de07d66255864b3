import type { YoungPerson } from '../young-person.ts';

/** One of two kinds was taken back: the permission goes on, narrower. */
export const ASH = {
  codeName: 'Rowan',
  name: 'Ash W.',
  age: 16,
  pronouns: 'they',
  language: 'English',
  safeContact: 'Email only: ash@mail.example.org. Say Ash, in every message.',
  adults: [
    {
      relation: 'mother',
      domains: ['general-health', 'mental-health', 'education', 'placement'],
      evidence: 'birth-record',
      is: 'safe',
    },
  ],
  lead: 'lindqvist',
  opened: 88,
  goals: [
    {
      ownWords: 'Run the lights at the school play',
      adultWords: 'Join the stage crew for the spring show',
      steps: [
        { text: 'Learn the light board', done: true },
        { text: 'Ask for the spot in the crew', done: true },
        { text: 'Draw the cue sheet' },
      ],
    },
    {
      ownWords: 'Dinner with people who get my name right',
      steps: [{ text: 'Go to Porch drop-in once', done: true }, { text: 'Bring a dessert' }],
    },
  ],
  notes: [
    {
      kind: 'mh-record',
      ago: 22,
      facts: 'Ash brought the cue sheet and walked through the show.',
      view: 'Steady under pressure; others lean on that.',
      ownWords: 'I decide who knows what.',
    },
    { kind: 'appointments', ago: 5, facts: 'Sessions move to Monday during rehearsals.' },
  ],
  referrals: [{ service: 'Porch drop-in', reason: 'Dinner and people of the same age.', ago: 44 }],
  shares: [
    {
      to: 'blake',
      kinds: ['case-plan', 'appointments'],
      need: 'So that rehearsals and sessions do not collide.',
      ago: 40,
      outcome: { narrowedBy: ['appointments'] },
    },
    { to: 'deshawn', kinds: ['service-linkage'], need: 'To walk to the Porch together.', ago: 30 },
  ],
} as const satisfies YoungPerson;
