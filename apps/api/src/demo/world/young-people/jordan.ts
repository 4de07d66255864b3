import type { YoungPerson } from '../young-person.ts';

/** What the demo's first young person brings: goals in their own words, and the help that is on its way. */
export const JORDAN = {
  codeName: 'Heron',
  name: 'Jordan R.',
  age: 16,
  pronouns: 'they',
  language: 'English, some Spanish',
  safeContact: 'Text after 4 pm. No voicemail.',
  lead: 'dana',
  parts: [
    { entry: 'has-talents', ownWords: 'I draw every day', adultWords: 'Draws to plan and to calm down' },
    { entry: 'has-someone', ownWords: 'My aunt picks up when I call' },
    {
      entry: 'staying-in-school',
      ownWords: 'I want to do my homework where it is quiet',
      adultWords: 'Credits are on track when study hours are kept',
      rating: 'plan',
      was: { ownWords: 'School is loud', rating: 'now' },
    },
    { entry: 'fun-and-talents', ownWords: 'I want more time to draw', rating: 'plan' },
    { entry: 'getting-around', ownWords: 'The bus costs too much', rating: 'now' },
    { entry: 'pet', ownWords: 'My cat has to come along' },
  ],
  card: {
    helps: 'Let me draw while we talk. Text me before you call.',
    doesNot: 'Being asked the same thing twice. Surprise visits.',
    speak: 'Say it straight and short. Ask me if I want a break.',
    quiet: 'Wait. Offer water. I will come back to it, or I will write it.',
  },
  told: { holder: 'harbor', topics: ['family', 'places'], again: 2 },
  goals: [
    {
      toward: { entry: 'fun-and-talents', family: 'learning-work' },
      ownWords: 'Get back to art class',
      adultWords: 'Rejoin the Tuesday studio group at school',
      steps: [
        { text: 'Ask which afternoon the studio is open', done: true },
        { text: 'Find out how a bus pass for Tuesdays works', done: true },
        { text: 'Go once with a friend', doer: 'young-person', dueIn: 9 },
        { text: 'Show two drawings at the open evening', doer: 'dana', dueIn: 20 },
      ],
    },
    {
      ownWords: 'A quiet place to do homework',
      adultWords: 'Two study hours a week at the library',
      steps: [
        { text: 'Get a library card', done: true },
        { text: 'Pick two afternoons', doer: 'sosa', dueIn: 5 },
      ],
    },
  ],
  notes: [
    {
      kind: 'cw-record',
      facts: 'Visited on Thursday. Jordan showed the sketchbook and talked about the studio.',
      view: 'Planning ahead comes easily when it starts from drawing.',
      ownWords: 'I want to be asked first.',
    },
    {
      kind: 'mh-record',
      by: 'sosa',
      facts: 'Second meeting. Jordan chose the room by the window and set the agenda.',
      view: 'Good rapport. Keep sessions in the afternoon.',
    },
  ],
  referrals: [
    {
      service: 'Rides to appointments',
      reason: 'A bus pass for Tuesday afternoons, starting this month.',
    },
    { service: 'Harbor House rooms', reason: 'A room for two weeks, close to school.' },
  ],
  appointments: [{ what: 'Visit at the library', place: 'Alder Library, room 2', in: 4, hour: 16 }],
  shares: [
    {
      to: 'ortiz',
      kinds: ['case-plan', 'service-linkage'],
      need: 'So that a patrol knows about the studio evenings and the rides.',
    },
    { to: 'sosa', kinds: ['case-plan'], need: 'So that sessions start from the goals.', mayWrite: true },
    {
      to: 'noor',
      kinds: ['service-linkage'],
      need: 'So that Harbor House can say if there is a room.',
    },
    {
      to: 'bell',
      kinds: ['service-linkage'],
      need: 'So that office visits do not fall on studio days.',
      outcome: 'stopped',
    },
  ],
  teamLaw: { to: 'sosa', kinds: ['cw-record'], section: 'WIC 18961.7', days: 180 },
  planSignedBy: 'alma',
  colleagues: [
    { who: 'alma', as: 'supervision' },
    { who: 'alma', as: 'cover', days: 90 },
  ],
  asks: [{ by: 'ortiz', kind: 'appointments', need: 'timing' }],
} as const satisfies YoungPerson;
