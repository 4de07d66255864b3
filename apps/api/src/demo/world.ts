import type { System } from '@accord/identity';

/** The made-up county of the demo. Dates are relative to today; nothing here tells of harm. */
export const AGENCIES = [
  { key: 'childwelfare', name: 'Alder County Child Welfare', system: 'child-welfare' },
  { key: 'police', name: 'Alder Police Youth Unit', system: 'law-enforcement' },
  { key: 'schools', name: 'Alder Unified Schools', system: 'education' },
  { key: 'riverbend', name: 'Riverbend Counseling', system: 'mental-health' },
  { key: 'probation', name: 'Alder Juvenile Probation', system: 'juvenile-justice' },
] as const satisfies readonly { key: string; name: string; system: System }[];
export type AgencyKey = (typeof AGENCIES)[number]['key'];

export const PEOPLE = [
  { key: 'dana', agency: 'childwelfare', name: 'Dana Whitfield', title: 'Child welfare worker' },
  { key: 'amara', agency: 'childwelfare', name: 'Amara Osei', title: 'Child welfare supervisor' },
  { key: 'alma', agency: 'childwelfare', name: 'Alma Hughes', title: 'Consent administrator' },
  { key: 'ortiz', agency: 'police', name: 'Rafael Ortiz', title: 'Detective' },
  { key: 'nair', agency: 'schools', name: 'Priya Nair', title: 'School liaison' },
  { key: 'sosa', agency: 'riverbend', name: 'Elena Sosa', title: 'Therapist' },
  { key: 'bell', agency: 'probation', name: 'Marcus Bell', title: 'Probation officer' },
] as const satisfies readonly { key: string; agency: AgencyKey; name: string; title: string }[];
export type PersonKey = (typeof PEOPLE)[number]['key'];

/** Survivor advisors of the network. */
export const ADVISORS = [
  { key: 'keisha', name: 'Keisha T.' },
  { key: 'ines', name: 'Ines M.' },
] as const;
export type AdvisorKey = (typeof ADVISORS)[number]['key'];

/** What the demo's one young person brings: goals in their own words, and the help that is on its way. */
export const JORDAN = {
  codeName: 'Heron',
  name: 'Jordan R.',
  age: 16,
  pronouns: 'they',
  language: 'English, some Spanish',
  safeContact: 'Text after 4 pm. No voicemail.',
  goals: [
    {
      ownWords: 'Get back to art class',
      adultWords: 'Rejoin the Tuesday studio group at school',
      steps: [
        { text: 'Ask which afternoon the studio is open', done: true },
        { text: 'Sort out a bus pass for Tuesdays', done: true },
        { text: 'Go once with a friend', done: false },
        { text: 'Show two drawings at the spring evening', done: false },
      ],
    },
    {
      ownWords: 'A quiet place to do homework',
      adultWords: 'Two study hours a week at the library',
      steps: [
        { text: 'Get a library card', done: true },
        { text: 'Pick two afternoons', done: false },
      ],
    },
  ],
  notes: [
    {
      facts: 'Visited on Thursday. Jordan showed the sketchbook and talked about the studio.',
      view: 'Planning ahead comes easily when it starts from drawing.',
      ownWords: 'I want to be asked first.',
    },
  ],
  therapistNote: {
    facts: 'Second meeting. Jordan chose the room by the window and set the agenda.',
    view: 'Good rapport. Keep sessions in the afternoon.',
  },
  service: 'Rides to appointments',
  referralReason: 'A bus pass for Tuesday afternoons, starting this month.',
} as const;
