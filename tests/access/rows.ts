import type { StaffRouter, YouthRouter } from '@accord/contract';
import type { AnyRouter, inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { inDays, SIGNATURE } from '../support/network.ts';
import { answerRows, standardsRows } from './rows-answers.ts';
import { careRows, careRowsOfYouth } from './rows-care.ts';
import { dutyRows } from './rows-duties.ts';
import { agreementRows } from './rows-agreements.ts';
import { keepingRows } from './rows-keeping.ts';
import { matchRows } from './rows-matches.ts';
import { meetingRows, meetingRowsOfYouth } from './rows-meetings.ts';
import { packageRows } from './rows-packages.ts';
import { handoverRows, handoverRowsOfYouth } from './rows-handover.ts';
import { planRows, planRowsOfYouth } from './rows-plans.ts';
import { policyCaseRows } from './rows-policy-cases.ts';
import { postRows, postRowsOfYouth } from './rows-posts.ts';
import { protocolRows, reviewRows } from './rows-protocols.ts';
import { EMAIL, orderFor, PASSWORD, permissionFor, type World } from './world.ts';
import {
  bases,
  caseList,
  colleagues,
  grid,
  inbox,
  looks,
  page,
  permissions,
  person,
  why,
  referrals,
  stateLaws,
  signers,
  today,
} from './words.ts';

/** What the matrix needs of a procedure: a plain sentence, an input that a person with every right would send. */
export interface Row<Input, Output> {
  does: string;
  input: (world: World) => Input;
  /** What came back, in words that do not change from run to run. */
  says: (output: Output) => string;
}

/** A row for each procedure of a router: a missing one, or one too many, does not compile (and fails the test). */
export type RowsOf<R extends AnyRouter, In = inferRouterInputs<R>, Out = inferRouterOutputs<R>> = {
  [Domain in keyof In & keyof Out]: {
    [Name in keyof In[Domain] & keyof Out[Domain]]: Row<In[Domain][Name], Out[Domain][Name]>;
  };
};

const nothing = () => undefined;
const added = () => 'may write';

const session = {
  me: { does: 'Says who is signed in.', input: nothing, says: person },
  signIn: {
    does: 'Signs in with an email and a password. Anyone may try; the right password of a worker is sent here.',
    input: () => ({ email: EMAIL, password: PASSWORD }),
    says: person,
  },
  signOut: { does: 'Ends the session here.', input: nothing, says: () => 'signed out' },
  chooseLanguage: {
    does: 'Chooses the language of the pages in this browser.',
    input: () => ({ language: 'es' as const }),
    says: () => 'the pages are in Spanish',
  },
};

const demo = {
  cards: {
    does: 'The log-in cards of the demo. They are there in demo mode only, and this is not it.',
    input: nothing,
    says: () => 'shows the cards',
  },
  signIn: {
    does: 'Signs in with a card of the demo. Outside demo mode there are no cards.',
    input: () => ({ key: 'dana' }),
    says: person,
  },
};

const demoOfStaff = {
  ...demo,
  state: {
    does: 'Says whether the demo can be reset, and how far a reset is. Outside demo mode there is none.',
    input: nothing,
    says: () => 'shows the state',
  },
  reset: {
    does: 'Makes the demo anew, in a database of its own. Outside demo mode there is nothing to reset.',
    input: nothing,
    says: () => 'made anew',
  },
  undoReset: {
    does: 'Brings the demo before the last reset back. Outside demo mode there is none.',
    input: nothing,
    says: () => 'brought back',
  },
  unlock: {
    does: 'Unlocks the session of a made-up person, in demo mode only.',
    input: nothing,
    says: person,
  },
};

export const staffRows: RowsOf<StaffRouter> = {
  session: {
    ...session,
    choosePurpose: {
      does: 'Chooses what the next pages are read for, among the purposes of one’s own system.',
      input: () => ({ purpose: 'care-plan-coordination' }),
      says: person,
    },
    lock: { does: 'Locks the session here, if there is one.', input: nothing, says: () => 'locked' },
    unlock: {
      does: 'Unlocks the session here with the password of whoever is signed in. Here there is no session.',
      input: () => ({ password: PASSWORD }),
      says: person,
    },
  },
  demo: demoOfStaff,
  identity: {
    colleagues: {
      does: 'Lists the agencies of the network and who works there, for naming someone in a permission.',
      input: nothing,
      says: colleagues,
    },
  },
  cases: {
    list: { does: 'Lists the cases that are open to the caller.', input: nothing, says: caseList },
    search: {
      does: 'Finds Robin’s case by the name, where the caller may read it.',
      input: () => ({ text: 'robin' }),
      says: caseList,
    },
    ...handoverRows,
    today: {
      does: 'What is due, coming, waited for and changed over the caller’s cases.',
      input: nothing,
      says: today,
    },
    looked: {
      does: 'Notes that the caller looked at Robin’s case: what comes after is new to them.',
      input: ({ caseId }) => ({ caseId }),
      says: () => 'notes the look',
    },
    create: {
      does: 'Opens a new case for a young person, led by the caller’s own agency. It touches no other case.',
      input: () => ({ name: 'Kim' }),
      says: () => 'may open a new case',
    },
    open: { does: 'Opens the page of Robin’s case.', input: ({ caseId }) => ({ caseId }), says: page },
    addGoal: {
      does: 'Adds a goal, in the young person’s words.',
      input: ({ caseId }) => ({ caseId, ownWords: 'Play the drums' }),
      says: added,
    },
    addStep: {
      does: 'Adds a step toward a goal of the lead agency.',
      input: ({ caseId, goalId }) => ({ caseId, goalId, text: 'Find a teacher' }),
      says: added,
    },
    setStep: {
      does: 'Marks a step of the lead agency as done.',
      input: ({ caseId, stepId }) => ({ caseId, stepId, done: true, revision: 2 }),
      says: () => 'may write',
    },
    planStep: {
      does: 'Gives a step of the lead agency to the young person, with a day.',
      input: ({ caseId, stepId }) => ({
        caseId,
        stepId,
        doer: 'young-person',
        dueOn: '2031-05-05',
        revision: 2,
      }),
      says: () => 'may write',
    },
    doers: {
      does: 'Lists whom a step of the caller’s own agency can be given to.',
      input: ({ caseId }) => ({ caseId }),
      says: ({ doers }) => `may choose: ${doers.map(({ name }) => name).join(', ')}`,
    },
    addAppointment: {
      does: 'Adds an appointment, a kind that every agency writes.',
      input: ({ caseId }) => ({ caseId, what: 'Visit', startsAt: '2031-05-05T15:00:00.000Z' }),
      says: added,
    },
    editProfile: {
      does: 'Changes the young person’s details, which the lead agency keeps.',
      input: ({ caseId }) => ({ caseId, name: 'Robin B.', revision: 2 }),
      says: () => 'may write',
    },
    confirmContact: {
      does: 'Says that the safe way to reach the young person was confirmed today.',
      input: ({ caseId }) => ({ caseId, revision: 2 }),
      says: () => 'may write',
    },
    addNote: {
      does: 'Adds a note about an appointment, a kind that every agency writes, to the caller’s own agency’s record.',
      input: ({ caseId }) => ({ caseId, category: 'appointments', facts: 'Meets on Friday' }),
      says: added,
    },
    correctNote: {
      does: 'Corrects the child welfare note, which its author alone does.',
      input: ({ caseId, recordId }) => ({ caseId, itemId: recordId, revision: 1, facts: 'Corrected' }),
      says: () => 'may correct',
    },
    noteVersions: {
      does: 'What the child welfare note said before its corrections, for the agency that holds it.',
      input: ({ caseId, recordId }) => ({ caseId, itemId: recordId }),
      says: ({ versions }) => `lists ${versions.length} earlier`,
    },
  },
  consent: {
    prepare: {
      does: 'Prepares a permission that would share the caller’s own agency’s goals with a school worker.',
      input: ({ caseId, people }) => ({ caseId, ...permissionFor(people.teo) }),
      says: ({ preview }) => `may prepare; would share ${preview.length} items`,
    },
    sign: {
      does: 'Signs a permission that the lead agency prepared.',
      input: ({ caseId, draftId }) => ({ caseId, grantId: draftId, ...SIGNATURE }),
      says: ({ state, categories }) => `may sign; now ${state}: ${categories.join(', ')}`,
    },
    countersign: {
      does: 'Signs, as a parent whom the lead agency has on record, a permission that it prepared.',
      input: ({ caseId, grantId, motherId: authorityId }) => {
        const { notACondition: _, ...form } = SIGNATURE;
        return { caseId, grantId, authorityId, ...form };
      },
      says: ({ adults }) => `may sign beside the young person; ${adults.length} adults have signed`,
    },
    withdraw: {
      does: 'Takes a parent’s signature back from a permission of the lead agency’s.',
      input: ({ caseId, countersignedId: grantId }) => ({ caseId, grantId, capacity: 'guardian' }),
      says: ({ categories }) => `may take it back; still open: ${categories.join(', ') || 'nothing'}`,
    },
    signers: {
      does: 'Lists who may sign for the young person: codes and dates.',
      input: ({ caseId }) => ({ caseId }),
      says: signers,
    },
    recordSigner: {
      does: 'Records that somebody may sign for the young person.',
      input: ({ caseId }) => ({
        caseId,
        capacity: 'guardian',
        relation: 'father',
        domains: ['education'],
        evidence: 'birth-record',
      }),
      says: () => 'may write',
    },
    agreeContact: {
      does: 'Records that the young person agrees that a parent is asked, and that it is safe.',
      input: ({ caseId, motherId: authorityId }) => ({ caseId, authorityId }),
      says: () => 'may write',
    },
    excludeSigner: {
      does: 'Says that a parent signs nothing and is told nothing.',
      input: ({ caseId, motherId: authorityId }) => ({ caseId, authorityId }),
      says: () => 'may write',
    },
    letSign: {
      does: 'Takes that back of somebody whom staff excluded.',
      input: ({ caseId, excludedId: authorityId }) => ({ caseId, authorityId }),
      says: () => 'may write',
    },
    endSigner: {
      does: 'Ends somebody’s authority to sign.',
      input: ({ caseId, motherId: authorityId }) => ({ caseId, authorityId }),
      says: () => 'may write',
    },
    list: {
      does: 'Lists the permissions of the case that the caller’s own agency gave.',
      input: ({ caseId }) => ({ caseId }),
      says: permissions,
    },
    stop: {
      does: 'Stops a permission that the lead agency gave.',
      input: ({ caseId, grantId }) => ({ caseId, grantId }),
      says: ({ stillShared, recipient }) =>
        `may stop it for ${recipient}; ${stillShared.length} kinds still shared`,
    },
    recordStop: {
      does: 'Records that the young person stopped everything that the caller’s agency shares, by phone.',
      input: ({ caseId }) => ({ caseId, cameBy: 'phone', what: { is: 'everything' } }),
      says: ({ stopped, goesOn, byLaw, out }) =>
        `may stop it: ${stopped.length} stopped, ${goesOn.length} go on, ${byLaw.length} by law, ${out.length} have read`,
    },
    pause: {
      does: 'Pauses a permission that the lead agency gave.',
      input: ({ caseId, grantId }) => ({ caseId, grantId }),
      says: ({ state, pausedBy }) => `may pause it; now ${state} by ${pausedBy}`,
    },
    resume: {
      does: 'Starts a permission again that the lead agency paused on the young person’s word.',
      input: ({ caseId, pausedId }) => ({ caseId, grantId: pausedId }),
      says: ({ state }) => `may start it again; now ${state}`,
    },
    draft: {
      does: 'Opens a permission again that the lead agency prepared and nobody signed.',
      input: ({ caseId, draftId }) => ({ caseId, grantId: draftId }),
      says: ({ permission, preview }) => `opens a ${permission.state}; would share ${preview.length} items`,
    },
    paper: {
      does: 'Reads the text that a permission is signed on, and what that text lacks.',
      input: ({ caseId, draftId }) => ({ caseId, grantId: draftId }),
      says: ({ language, blocks, holds }) =>
        `reads ${blocks.length} paragraphs in ${language}; lacks ${holds.join(', ') || 'nothing'}`,
    },
    inbox: {
      does: 'Lists what waits for whoever looks after permissions, over their own cases.',
      input: nothing,
      says: inbox,
    },
    policies: {
      does: 'Lists what the states say, as rules that were signed. It reads nothing of a case.',
      input: nothing,
      says: stateLaws,
    },
    ask: {
      does: 'Asks for a permission to see appointments. The answer is the same whatever comes of it.',
      input: ({ caseId }) => ({ caseId, kind: 'appointments', need: 'planning' }),
      says: () => 'may ask',
    },
    setAside: {
      does: 'Answers an ask of the lead agency’s with: not now.',
      input: ({ caseId, requestId }) => ({ caseId, requestId, reason: 'not-now' }),
      says: () => 'may set it aside',
    },
    takeUp: {
      does: 'Takes that answer back.',
      input: ({ caseId, asideId }) => ({ caseId, requestId: asideId }),
      says: () => 'may take it up again',
    },
    why: {
      does: 'Says why the child welfare note is closed to the caller, or who else reads it.',
      input: ({ caseId, recordId }) => ({ caseId, itemId: recordId }),
      says: why,
    },
    discard: {
      does: 'Throws away a permission that the lead agency prepared and nobody signed.',
      input: ({ caseId, draftId }) => ({ caseId, grantId: draftId }),
      says: () => 'may throw it away',
    },
    whoSeesWhat: {
      does: 'Shows who sees what of the caller’s own agency’s items, and why.',
      input: ({ caseId }) => ({ caseId }),
      says: grid,
    },
    previewChange: {
      does: 'Shows what a school worker’s page would hold if the caller’s own agency shared its goals, and writes nothing.',
      input: ({ caseId, people }) => {
        const { recipient, categories, purpose, endsOn } = permissionFor(people.teo);
        return { caseId, recipient, add: categories, purpose, endsOn };
      },
      says: ({ preview, gains }) =>
        `previews ${preview.length} items; would open: ${gains.join(', ') || 'nothing'}`,
    },
  },
  answers: answerRows,
  agreements: agreementRows,
  keeping: keepingRows,
  matches: matchRows,
  meetings: meetingRows,
  packages: packageRows,
  care: careRows,
  plans: planRows,
  policyCases: policyCaseRows,
  standards: standardsRows,
  bases: {
    list: {
      does: 'Lists what a law or a court opens of the caller’s own agency’s items.',
      input: ({ caseId }) => ({ caseId }),
      says: bases,
    },
    record: {
      does: 'Records an order of a court that opens the lead agency’s child welfare notes.',
      input: ({ caseId, people }) => ({ caseId, ...orderFor(people.teo) }),
      says: () => 'may record it',
    },
    end: {
      does: 'Ends an order of a court that opens items of the lead agency.',
      input: ({ caseId, basisId }) => ({ caseId, basisId, reason: 'lifted' }),
      says: () => 'may end it',
    },
    tell: {
      does: 'Says that the young person was told of such an order.',
      input: ({ caseId, basisId }) => ({ caseId, basisId, how: 'in-person' }),
      says: () => 'may say so',
    },
  },
  posts: postRows,
  renewal: {
    open: {
      does: 'Opens what the caller’s own agency shares and ends soon, with what each recipient would see.',
      input: ({ caseId }) => ({ caseId }),
      says: ({ same, changed, mayRenew }) =>
        `${same.length} the same, ${changed.length} changed; ${mayRenew ? 'may renew' : 'may not renew'}`,
    },
    sign: {
      does: 'Renews a permission that ends soon, with a signature of its own.',
      input: ({ caseId, grantId }) => ({
        caseId,
        endsOn: inDays(60),
        yes: [{ grantId, initials: [] }],
        ...SIGNATURE,
      }),
      says: ({ permissions: signed }) => `may sign; ${signed.length} renewed`,
    },
    decline: {
      does: 'Writes down that a permission which ends soon is not wanted again.',
      input: ({ caseId, grantId }) => ({ caseId, grantId }),
      says: () => 'may write',
    },
  },
  ...dutyRows,
  marks: {
    list: {
      does: 'Lists what may not have been the young person’s own choice, of what the caller’s own agency shared.',
      input: ({ caseId }) => ({ caseId }),
      says: ({ marks }) => (marks.length === 0 ? 'lists nothing' : `lists ${marks.length} marks`),
    },
    mark: {
      does: 'Marks a permission of the lead agency as one that may not have been their own choice.',
      input: ({ caseId, grantId }) => ({ caseId, grantId }),
      says: () => 'may mark it',
    },
    settle: {
      does: 'Writes down what the young person said of a mark on a permission of the lead agency.',
      input: ({ caseId, markId }) => ({ caseId, markId, outcome: 'own-choice' }),
      says: () => 'may settle it',
    },
  },
  directory: {
    search: {
      does: 'Searches the public directory of services.',
      input: () => ({ text: '' }),
      says: ({ total }) => `finds services (${total})`,
    },
  },
  referrals: {
    prepare: {
      does: 'Shows who at a service would see a referral at once, and what else these people can open.',
      input: ({ caseId, serviceId }) => ({ caseId, serviceId }),
      says: ({ readers, preview }) =>
        readers.length === 0
          ? 'would reach nobody'
          : `would reach ${readers.map(({ name }) => name).join(', ')}, who can open ${preview.length} items`,
    },
    refer: {
      does: 'Refers the young person to a service.',
      input: ({ caseId, serviceId }) => ({ caseId, serviceId, reason: 'Somewhere warm' }),
      says: added,
    },
    list: {
      does: 'Lists the answered referrals that the caller’s agency sent, or whose service it runs.',
      input: () => ({ show: 'answered' }),
      says: referrals,
    },
    waiting: {
      does: 'Says how many referrals wait for an answer, of the caller’s agency and of others.',
      input: nothing,
      says: ({ toAnswer, waiting }) => `${toAnswer} to answer, ${waiting} waiting`,
    },
    move: {
      does: 'Records that the service said yes, for the agency that sent the referral or the one that runs the service.',
      input: ({ caseId, referralId }) => ({ caseId, itemId: referralId, move: 'accept', revision: 1 }),
      says: ({ status }) => `may say so; now ${status}`,
    },
  },
  protocols: protocolRows,
  reviews: reviewRows,
};

export const youthRows: RowsOf<YouthRouter> = {
  session: {
    ...session,
    signIn: {
      ...session.signIn,
      does: 'Signs in on the young person’s own host. A worker’s account, sent here, is no account there.',
    },
  },
  demo,
  mine: {
    open: { does: 'Opens one’s own case.', input: nothing, says: page },
    addMySide: {
      does: 'Adds Robin’s side to a note of Robin’s case that Robin reads.',
      input: ({ visitId }) => ({ itemId: visitId, text: 'I was there' }),
      says: () => 'may add it',
    },
    permissions: {
      does: 'Lists the permissions of one’s own case, signed ones only.',
      input: nothing,
      says: permissions,
    },
    bases: {
      does: 'Lists what a law or a court opens of one’s own case, whoever it is for.',
      input: nothing,
      says: bases,
    },
    stop: {
      does: 'Stops a permission of Robin’s case.',
      input: ({ grantId }) => ({ grantId }),
      says: ({ stillShared, recipient }) =>
        `may stop it for ${recipient}; ${stillShared.length} kinds still shared`,
    },
    pause: {
      does: 'Pauses a permission of Robin’s case.',
      input: ({ grantId }) => ({ grantId }),
      says: ({ state, pausedBy }) => `may pause it; now ${state} by ${pausedBy}`,
    },
    resume: {
      does: 'Starts a paused permission of Robin’s case again.',
      input: ({ pausedId }) => ({ grantId: pausedId }),
      says: ({ state }) => `may start it again; now ${state}`,
    },
    mark: {
      does: 'Marks a permission of Robin’s case as one that may not have been their own choice.',
      input: ({ grantId }) => ({ grantId }),
      says: () => 'may mark it',
    },
    ...handoverRowsOfYouth,
    ...meetingRowsOfYouth,
    ...careRowsOfYouth,
    ...planRowsOfYouth,
    ...postRowsOfYouth,
    referralHelped: {
      does: 'Says whether a service helped, of a referral that is said to be done.',
      input: ({ doneReferralId }) => ({ itemId: doneReferralId, helped: true, revision: 3 }),
      says: () => 'may say so',
    },
    looks: { does: 'Lists who looked at one’s own case.', input: nothing, says: looks },
    signers: { does: 'Lists who may sign for oneself.', input: nothing, says: signers },
    excludeSigner: {
      does: 'Says of a parent that they are not to sign, nor to be told.',
      input: ({ motherId: authorityId }) => ({ authorityId }),
      says: () => 'may say so',
    },
    letSign: {
      does: 'Takes that back.',
      input: ({ excludedId: authorityId }) => ({ authorityId }),
      says: () => 'may say so',
    },
    keptOut: {
      does: 'Lists whom the young person keeps out, and whom they could.',
      input: nothing,
      says: ({ people }) => `keeps ${people.length} people out`,
    },
    keepOut: {
      does: 'Keeps one person out of one’s own case.',
      input: ({ people }) => ({ staffId: people.ortiz.staffId }),
      says: () => 'may do it',
    },
    letBack: {
      does: 'Lets somebody back who was kept out.',
      input: ({ people }) => ({ staffId: people.ortiz.staffId }),
      says: () => 'may do it',
    },
  },
};
