import type { YoungPerson } from '../young-person.ts';

/** Part of this case is open to probation by the order of a court, until a day. */
export const MATEO = {
  codeName: 'Juniper',
  name: 'Mateo V.',
  age: 14,
  pronouns: 'he',
  language: 'English and Spanish',
  safeContact: 'Call the house phone before 8 pm, 555-0117.',
  lead: 'hannah',
  opened: 140,
  goals: [
    {
      ownWords: 'Fix bikes like my uncle does',
      adultWords: 'A place in the Saturday bike workshop',
      steps: [
        { text: 'Visit the workshop', done: true },
        { text: 'Bring the old road bike', done: true },
        { text: 'Learn to true a wheel', doer: 'deshawn', dueIn: 13 },
      ],
    },
    {
      ownWords: 'Get through ninth grade with my friends',
      steps: [{ text: 'Pick a history topic', done: true }, { text: 'Meet the counselor each Monday' }],
    },
  ],
  notes: [
    {
      kind: 'cw-record',
      ago: 33,
      facts: 'Mateo took apart a gear hub at the table and explained each part.',
      view: 'Patient, and a born teacher.',
    },
    { kind: 'appointments', ago: 9, facts: 'Workshop starts Saturday at ten. A ride is arranged.' },
  ],
  referrals: [{ service: 'Big sibling match', reason: 'Someone who likes to build things.', ago: 30 }],
  appointments: [{ what: 'Bike workshop', place: 'Saturday workshop', in: 5, hour: 16 }],
  shares: [
    { to: 'obi', kinds: ['case-plan'], need: 'So that Mondays at school fit the plan.', ago: 80 },
    { to: 'deshawn', kinds: ['case-plan', 'service-linkage'], need: 'To ride and repair together.', ago: 28 },
  ],
  courtOrder: {
    to: 'kim',
    kinds: ['case-plan', 'service-linkage'],
    purposes: ['care-plan-coordination', 'court-report'],
    number: 'JV-26-417',
    ago: 6,
    days: 60,
  },
  records: { preparedBy: 'hannah', number: 'REQ-26-88', receivedAgo: 2, dueIn: 8 },
  colleagues: [
    { who: 'amara', as: 'supervision' },
    { who: 'alma', as: 'supervision' },
    { who: 'alma', as: 'cover', days: 90 },
  ],
} as const satisfies YoungPerson;
