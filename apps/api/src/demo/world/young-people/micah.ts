import type { YoungPerson } from '../young-person.ts';

/** The tribe leads; the county is on the case as an agency, with one worker and one who covers. */
export const MICAH = {
  codeName: 'Kestrel',
  name: 'Micah S.',
  age: 15,
  pronouns: 'he',
  language: 'English, learning the language of Cedar River',
  safeContact: 'Through Auntie June, 555-0155, or at drum practice.',
  lead: 'joseph',
  opened: 160,
  goals: [
    {
      ownWords: 'Drum at the summer gathering',
      adultWords: 'A place with the young drummers',
      steps: [
        { text: 'Ask the drum keeper', done: true },
        { text: 'Practice each Wednesday', done: true },
        { text: 'Learn the honor song' },
      ],
    },
    {
      ownWords: 'Teach my little brother to fish',
      steps: [{ text: 'Mend the two rods', done: true }, { text: 'Get the youth licenses' }],
    },
  ],
  notes: [
    {
      kind: 'cw-record',
      ago: 40,
      facts: 'Family circle at the long house. Micah spoke first and thanked the cooks.',
      view: 'The circle is where this plan lives.',
      ownWords: 'Ask my grandmother too.',
    },
    { kind: 'appointments', ago: 11, facts: 'Next circle on the first Sunday.' },
  ],
  referrals: [
    {
      service: 'Mentors of the valley',
      reason: 'A mentor who knows the songs.',
      ago: 55,
      answers: [{ move: 'accept' }, { move: 'start' }],
      answeredAgo: 30,
    },
  ],
  shares: [
    {
      to: 'hannah',
      kinds: ['id-core', 'case-plan', 'appointments'],
      need: 'So that the county plans with the circle and not beside it.',
      mayWrite: true,
      ago: 100,
      days: 200,
    },
    {
      to: { agency: 'childwelfare' },
      kinds: ['service-linkage'],
      need: 'So that whoever is on duty for the county knows of the mentor.',
      ago: 50,
    },
  ],
  colleagues: [
    { who: 'ida', as: 'supervision' },
    { who: 'luis', as: 'cover', days: 12 },
  ],
} as const satisfies YoungPerson;
