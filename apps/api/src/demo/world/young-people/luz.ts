import type { YoungPerson } from '../young-person.ts';

/** A plan across four agencies, and a young person who reads it in Spanish. */
export const LUZ = {
  codeName: 'Wren',
  name: 'Luz M.',
  age: 15,
  pronouns: 'she',
  language: 'Spanish, English at school',
  safeContact: 'Text in Spanish, in the afternoon: 555-0149.',
  adults: [
    {
      relation: 'mother',
      domains: ['general-health', 'mental-health', 'education', 'placement'],
      evidence: 'birth-record',
      is: 'safe',
    },
  ],
  lead: 'renee',
  opened: 96,
  goals: [
    {
      ownWords: 'Quiero jugar en el equipo de fútbol de la escuela',
      adultWords: 'Join the school soccer team in spring',
      steps: [
        { text: 'Ask the coach when try-outs are', done: true },
        { text: 'Sports check-up at the clinic', done: true, by: 'tom' },
        { text: 'Hand in the form at the school office', by: 'obi', doer: 'obi', dueIn: 3 },
        { text: 'Find cleats in size 7', doer: 'young-person', dueIn: 12 },
      ],
    },
    {
      ownWords: 'Sacar buenas notas en matemáticas, en mi idioma si se puede',
      adultWords: 'Math help in Spanish, twice a week',
      steps: [
        { text: 'Meet the tutor who speaks Spanish', done: true, by: 'obi' },
        { text: 'Two afternoons in the library', done: true },
        { text: 'Show Renee the next test', doer: 'young-person', dueIn: 8 },
      ],
    },
    {
      ownWords: 'Cocinar para mi abuela un domingo',
      steps: [{ text: 'Choose three recipes', done: true }, { text: 'Invite two friends' }],
    },
  ],
  notes: [
    {
      kind: 'meetings',
      ago: 61,
      facts: 'First team meeting. Luz opened it, in Spanish, with a list of questions on the phone.',
      view: 'Organized, funny, and a good judge of who helps.',
      ownWords: 'Pregúntenme primero a mí.',
    },
    {
      kind: 'appointments',
      ago: 12,
      facts: 'Team meeting moved to Wednesday so that practice is free.',
    },
    { kind: 'appointments', by: 'tom', ago: 20, facts: 'Sports check-up done. Interpreter was there.' },
  ],
  referrals: [
    {
      service: 'Teen health clinic',
      reason: 'A sports check-up before try-outs.',
      ago: 40,
      answers: [{ move: 'accept' }, { move: 'start' }, { move: 'complete' }],
      answeredAgo: 20,
    },
  ],
  appointments: [{ what: 'Try-outs', place: 'School field', in: 6, hour: 16 }],
  meeting: {
    what: 'Spring plan',
    place: 'Library, room 1',
    in: 10,
    hour: 17,
    invited: ['tom', 'obi', 'samira', 'marta'],
    guests: [{ role: 'support', name: 'Inés Paredes' }],
    say: 'Quiero que el entrenamiento quede los miércoles. Pregúntenme primero a mí.',
    notSay: 'No hablen de mi abuela delante de todos.',
  },
  shares: [
    {
      to: 'tom',
      kinds: ['id-core', 'case-plan', 'service-linkage', 'meetings'],
      need: 'So that the clinic does its part of the plan.',
      mayWrite: true,
      ago: 58,
      days: 120,
    },
    {
      to: 'obi',
      kinds: ['case-plan', 'appointments', 'meetings'],
      need: 'So that school and team help with the same goals.',
      mayWrite: true,
      ago: 58,
      days: 120,
    },
    {
      to: 'samira',
      kinds: ['appointments', 'meetings'],
      need: 'So that an interpreter comes to meetings.',
      ago: 55,
    },
    {
      from: 'tom',
      to: 'renee',
      kinds: ['case-plan', 'appointments'],
      need: 'So that Renee sees what the clinic has done.',
      ago: 57,
      days: 120,
    },
    {
      from: 'obi',
      to: 'renee',
      kinds: ['case-plan'],
      need: 'So that Renee sees what school has done.',
      ago: 57,
      days: 120,
    },
  ],
  colleagues: [{ who: 'marta', as: 'supervision' }],
  lookedAtBy: ['tom', 'obi', 'samira'],
} as const satisfies YoungPerson;
