import type { DeclineReason, ReferralStatus } from '@accord/cases';
import type { CategoryCode, DomainCode, Relation } from '@accord/consent';
import type { Purpose } from '@accord/kernel';
import { byLaw } from './by-law.en.ts';
import { looks } from './looks.en.ts';
import { meetings } from './meetings.en.ts';
import { me } from './me.en.ts';
import { mySide } from './my-side.en.ts';
import { plan } from './plan.en.ts';
import { newPeople } from './new-people.en.ts';
import { newWorkers } from './new-workers.en.ts';
import { sharing } from './sharing.en.ts';

export { lawNeeds as lawNeedWords, lawYoung as lawWords } from '@accord/ui/law-en';

/**
 * Every word that the young person's app says, grouped by screen; `{name}` is a gap that `fill` fills.
 * Reading grade 6 at most, 20 words a sentence at most, and none of the words in the list that the tests look for.
 */
export const words = {
  frame: {
    name: 'Plans',
    pages: 'Pages',
    sharing: 'My sharing',
    plan: 'My plan',
    looks: 'Who looked',
    help: 'Help now',
    signOut: 'Sign out',
    signOutTrouble: 'That did not go through. You are still signed in. You can use Exit now.',
    waiting: 'Still loading',
    and: 'and',
    language: 'Language',
    languageTrouble: 'That did not go through. Try again.',
  },
  exit: {
    leave: 'Leave',
    exit: 'Exit',
    now: 'Exit now',
    covered: 'Your page is covered.',
    uncover: 'Show my page',
  },
  first: {
    title: 'Before you start',
    what: 'Exit now, below, covers the screen and signs you out.',
    keys: 'You can also press Shift 3 times, fast.',
    history: 'It does not clear your history. Someone could still see that you were here.',
    unsent: 'Words you have not sent are not kept.',
    back: 'To come back, type the address again and sign in.',
    go: 'OK, go on',
  },
  phone: {
    title: 'Using this on a phone someone else sees',
    own: 'If you can, use a phone that only you use.',
    private: 'If you can, open a private window first. It keeps less.',
    password: 'Do not let the phone save your password.',
    clear: 'When you are done, you can take this page out of the history.',
    gap: 'A gap in the history can stand out. You choose what is best for you.',
  },
  start: {
    title: 'Sign in',
    email: 'Email',
    password: 'Password',
    signIn: 'Sign in',
    needEmail: 'Write your email.',
    needPassword: 'Write your password.',
    noMatch: 'That email and password do not match. Try again.',
    forgot: 'No log-in yet, or lost it? Ask your worker for a new one.',
    demoTitle: 'Demo log-in',
    demo: 'This is a demo. The people in it are made up.',
    demoGo: 'Go in as {name}',
  },
  paper: {
    'no-text': 'It was signed without words that this agency chose.',
    'no-advisor': 'No advisor with lived experience has signed the words of its paper.',
    'no-reader': 'We do not know who read the Spanish words of its paper.',
    'not-published': 'The words of its paper are a draft.',
  },
  sharing,
  newPeople,
  newWorkers,
  choice: {
    more: 'More',
    moreNamed: 'More about {who}: {what}',
    permission:
      'Did someone push you to say yes? You can say so here. It closes now, and no one is told why.',
    stop: 'Did someone push you to stop this? You can say so here. It stays closed for now.',
    alone: 'Your worker will talk with you alone.',
    do: 'Not my own choice',
    doNamed: 'Not my own choice: {what}, {who}',
    kept: 'OK. This stays closed: {what}, {who}.',
  },
  byLaw,
  circle: {
    link: "Someone I don't want to see any of this",
    title: 'People I keep out',
    lead: 'They see nothing here. You do not have to say why.',
    none: 'You are not keeping anyone out.',
    since: 'Kept out since {day}.',
    letBack: 'Let {who} back in',
    who: 'Who do you want to keep out?',
    choose: 'Choose a person',
    missing: 'Choose a person first.',
    keepOut: 'Keep out',
    keepOutNamed: 'Keep {who} out',
    kept: "{who} can't open anything of yours any more. We do not tell them, but they may notice.",
    back: '{who} can see again what you share with them now.',
    honest:
      'What they already read, they know. By law or a court they may still have to be told some things. If you keep your worker out, someone else there has to help you.',
    trouble: 'That did not go through. Nothing has changed. Try again.',
    unsure: 'We can not tell if that went through. Check your signal, then try again.',
  },
  signers: {
    link: 'Who may sign for me',
    title: 'Who may sign for me',
    lead: 'Some things need a parent or guardian to say yes too. You say yes first.',
    none: 'No adult is on the list.',
    majority: 'On {day} you come of age. From then on, only you sign. What adults signed ends that day.',
    from: 'From {day} on, you can sign for the time after.',
    near: 'You can sign for the time after it now.',
    over: 'You are of age. Only you sign.',
    about: 'About',
    until: 'Until',
    ready: 'Your worker may ask them to sign. You said that was OK.',
    waiting: 'No one has asked them yet. No one will, until you say it is OK.',
    ended: 'They can not sign any more.',
    keptOut: "You said that you don't want them to sign or be told.",
    keptOutByStaff: 'Your worker keeps them from signing and from being told.',
    keepOut: "I don't want this person to sign or be told",
    keepOutNamed: "{who}: I don't want this person to sign or be told",
    question: '{who}: keep them from signing and from being told? What they signed closes now.',
    yes: 'Yes, keep them out',
    keep: 'No, leave it',
    saving: 'One moment',
    done: '{who} can not sign now and is told nothing. What they signed is closed.',
    takeBack: 'Take that back',
    takeBackNamed: '{who}: take that back',
    takenBack: '{who} may sign again. No one asks them until you say it is OK.',
    honest: 'You do not have to say why. What someone already read, they know.',
    trouble: 'That did not go through. Nothing has changed. Try again.',
    unsure: 'We can not tell if that went through. Check your signal, then try again.',
  },
  meetings,
  me,
  mySide,
  plan,
  looks,
  help: {
    title: 'Help now',
    lead: 'You do not need to sign in for this. You do not have to say your name.',
    danger: 'Are you in danger right now?',
    dangerLine: 'Call 911. If you can not talk, try to text 911.',
    talk: 'Do you need to talk?',
    talkLine: 'Call or text 988. It is free, day and night, all over the U.S.',
    youthLine: 'Alder County youth line',
    youthDay: 'Someone to talk with who lives near you. Day and night.',
    bed: 'A bed for tonight',
    bedDay: 'A warm place to sleep in Alder County. Day and night.',
    made: 'This is a demo. The two Alder County numbers are made up. No one will answer them.',
    trace: 'Calls and texts can show on the phone and on the bill.',
    call: 'Call {number}',
    text: 'Text {number}',
    back: 'Go back',
  },
  trouble: {
    title: 'This page did not load',
    unreachable: 'Check your signal, then try again.',
    ours: 'Something went wrong on our side. Try again in a minute.',
    notFound: "Nothing here, or it isn't shared with you.",
    tooMany: 'Too many tries. Wait a few minutes, then try again.',
    again: 'Try again',
    reference: 'If you ask for help with this, say this code: {reference}',
    home: 'Go to the start',
  },
} as const;

/** Where a service stands that somebody asked for them. */
export const servedWords = {
  requested: 'It is on your plan. No answer yet.',
  accepted: 'They said yes.',
  rejected: "They can't: {why}.",
  'in-progress': 'It has started.',
  'on-hold': 'It is paused for now.',
  completed: 'They say it is done.',
  failed: 'It did not work out.',
  cancelled: 'It was taken back.',
} as const satisfies Record<ReferralStatus, string>;

/** Why a service can not help, to stand after "They can't:". */
export const declineWords: Readonly<Record<DeclineReason, string>> = {
  full: 'they are full right now',
  age: 'it is not for your age',
  distance: 'it is too far away',
  group: 'they take other young people',
  'other-help': 'they give another kind of help',
  'not-said': 'they did not say why',
};

/** Who an adult is to the young person; no name is kept of them here. */
export const relationWords: Readonly<Record<Relation, string>> = {
  mother: 'Your mother',
  father: 'Your father',
  grandparent: 'Your grandparent',
  relative: 'Someone else in your family',
  'foster-parent': 'Your foster parent',
  guardian: 'Your guardian',
  agency: 'The agency that cares for you',
};

/** What an adult may sign about, to stand in a list. */
export const areaWords: Readonly<Record<DomainCode, string>> = {
  'general-health': 'health',
  'mental-health': 'feelings and therapy',
  'substance-use': 'drugs and alcohol',
  'sexual-health': 'sexual health',
  'victim-services': 'support programs',
  shelter: 'a place to sleep',
  education: 'school',
  placement: 'where you live',
};

/** The kinds of information, short enough for "Stop sharing goals with Rafael Ortiz?". */
export const kindWords: Readonly<Record<CategoryCode, string>> = {
  'id-core': 'name and birthday',
  'contact-location': 'how to reach you',
  'shelter-location': 'where you stay',
  'case-plan': 'goals',
  'service-linkage': 'your services',
  'cw-record': 'child welfare notes',
  'cw-reporter': 'who called for help',
  'exploitation-history': 'hard things that happened',
  'trafficking-status': 'your rights by law',
  'le-investigative': 'police notes',
  'jj-record': 'court and probation notes',
  'jj-sealed': 'closed court notes',
  'edu-record': 'school',
  'health-general': 'health',
  'health-sexual-repro': 'sexual health',
  'health-hiv': 'HIV tests and care',
  'health-genetic': 'gene tests',
  'mh-record': 'feelings and therapy',
  'mh-psychotherapy-notes': 'private therapy notes',
  'sud-part2': 'drug and alcohol program',
  'sud-counseling-notes': 'drug and alcohol talks',
  'sud-other': 'drug and alcohol use',
  'vsp-record': 'support program notes',
  'rhy-record': 'youth shelter notes',
  immigration: 'immigration',
  'legal-privileged': 'talks with your lawyer',
  tribal: 'your tribe',
  sogi: 'gender and who you love',
  'financial-benefits': 'money and benefits',
  appointments: 'appointments',
  meetings: 'team meetings',
  'private-notes': "a worker's own notes",
  'about-me': 'how to be with you',
};

/** Why someone may read, to stand after "Why". */
export const purposeWords: Readonly<Record<Purpose, string>> = {
  'care-plan-coordination': 'To work with you on one plan',
  'service-referral': 'To find services for you',
  'child-protection': 'To help keep you from harm',
  'education-support': 'To help with school',
  treatment: 'To give you care',
  investigation: 'To find out what happened',
  'court-report': 'To write to the court',
  'missing-child-response': 'To look for you if you are missing',
  'victim-advocacy': 'To stand by you',
  'self-access': 'So that you can see it',
};
