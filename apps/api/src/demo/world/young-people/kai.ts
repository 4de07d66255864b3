import type { YoungPerson } from '../young-person.ts';

/** Turns 18 soon; one permission ends within two weeks, and a colleague covers. */
export const KAI = {
  codeName: 'Osprey',
  name: 'Kai B.',
  age: 17,
  birthdayIn: 40,
  pronouns: 'he or they',
  language: 'English',
  safeContact: 'Signal message at any hour. Use the name Kai.',
  lead: 'luis',
  opened: 210,
  goals: [
    {
      ownWords: 'A room of my own with a door that locks',
      adultWords: 'A shared flat by the eighteenth birthday',
      steps: [
        { text: 'Visit First keys', done: true },
        { text: 'Save the first deposit', done: true },
        { text: 'See three rooms', doer: 'luis', dueIn: -2 },
        { text: 'Decide who keeps a spare key' },
      ],
    },
    {
      ownWords: 'Play a set at the open mic',
      steps: [{ text: 'Finish the third song', done: true }, { text: 'Ask Owen for the small amp' }],
    },
  ],
  notes: [
    {
      kind: 'cw-record',
      ago: 25,
      facts: 'Went through the budget together. Kai had already made the table.',
      view: 'Careful with money, generous with time.',
      ownWords: 'Talk to me, not about me.',
    },
    { kind: 'mh-record', by: 'lindqvist', ago: 14, facts: 'Kai wrote the plan for the next month alone.' },
    { kind: 'appointments', ago: 4, facts: 'Room viewing on Friday at four.' },
  ],
  referrals: [
    {
      service: 'First keys',
      reason: 'A first apartment, and someone to call.',
      ago: 60,
      answers: [{ move: 'accept' }],
      answeredAgo: 52,
    },
  ],
  appointments: [{ what: 'Room viewing', place: 'Mill Street', in: 3, hour: 16 }],
  shares: [
    {
      to: 'noor',
      kinds: ['id-core', 'case-plan', 'service-linkage'],
      need: 'So that Harbor House can hold a bed until the room is ready.',
      ago: 50,
      days: 45,
    },
    { to: 'renee', kinds: ['case-plan'], need: 'To plan the move together.', ago: 80, days: 9 },
    {
      to: 'lindqvist',
      kinds: ['case-plan'],
      need: 'So that sessions start from the move.',
      mayWrite: true,
      ago: 70,
    },
    { to: 'blake', kinds: ['case-plan'], need: 'So that the amp is there on the night.', ago: 16 },
    {
      to: 'renee',
      kinds: ['case-plan', 'appointments'],
      need: 'So that the team goes on after the birthday.',
      days: 300,
      fromMajority: true,
    },
  ],
  colleagues: [
    { who: 'hannah', as: 'cover', days: 10 },
    { who: 'amara', as: 'supervision' },
    { who: 'alma', as: 'supervision' },
    { who: 'alma', as: 'cover', days: 90 },
  ],
  lookedAtBy: ['noor', 'renee'],
} as const satisfies YoungPerson;
