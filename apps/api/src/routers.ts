import * as care from '@accord/care/server';
import * as cases from '@accord/cases/server';
import * as consent from '@accord/consent/server';
import * as directory from '@accord/directory/server';
import * as identity from '@accord/identity/server';
import * as matches from '@accord/matches/server';
import * as meetings from '@accord/meetings/server';
import * as plans from '@accord/plans/server';
import * as protocols from '@accord/protocols/server';
import * as referrals from '@accord/referrals/server';
import { router } from '@accord/rpc';
import { openDraft } from './workflows/open-draft.ts';
import { openRenewal } from './workflows/open-renewal.ts';
import { demoCards, demoReset, demoSignIn, demoState, demoUndoReset, demoUnlock } from './demo/procedures.ts';
import { preparePermission } from './workflows/prepare-permission.ts';
import { prepareReferral } from './workflows/prepare-referral.ts';
import { refer } from './workflows/refer.ts';

const demo = router({ cards: demoCards, signIn: demoSignIn });
const demoOfStaff = router({
  cards: demoCards,
  signIn: demoSignIn,
  state: demoState,
  reset: demoReset,
  undoReset: demoUndoReset,
  unlock: demoUnlock,
});

/** What the staff workspace can call. */
export const staffRouter = router({
  session: router({
    me: identity.me,
    signIn: identity.signIn,
    signOut: identity.signOut,
    choosePurpose: identity.choosePurpose,
    chooseLanguage: identity.chooseLanguage,
    lock: identity.lock,
    unlock: identity.unlock,
  }),
  demo: demoOfStaff,
  identity: router({ colleagues: identity.colleagues }),
  cases: router({
    list: cases.list,
    search: cases.search,
    today: cases.today,
    looked: cases.looked,
    create: cases.create,
    open: cases.open,
    addGoal: cases.addGoal,
    addStep: cases.addStep,
    setStep: cases.setStep,
    planStep: cases.planStep,
    doers: cases.doers,
    addAppointment: cases.addAppointment,
    editProfile: cases.editProfile,
    confirmContact: cases.confirmContact,
    addNote: cases.addNote,
    correctNote: cases.correctNote,
    noteVersions: cases.noteVersions,
    caseloads: cases.caseloads,
    handOver: cases.handOver,
    talked: cases.talkedAboutHandover,
  }),
  meetings: router({
    invitees: meetings.invitees,
    convene: meetings.convene,
    invite: meetings.invite,
    addGuest: meetings.addGuest,
    room: meetings.room,
    set: meetings.setMeeting,
    attend: meetings.attend,
    setYoungHere: meetings.setYoungHere,
    agenda: meetings.agenda,
    decide: meetings.decide,
  }),
  care: router({
    choices: care.careChoices,
    write: care.writeSheet,
    toldAgain: care.toldAgain,
  }),
  plans: router({
    add: plans.addPart,
    revise: plans.revisePart,
    history: plans.partHistory,
    standing: plans.planStanding,
    send: plans.sendPlan,
    answer: plans.answerPlan,
  }),
  consent: router({
    prepare: preparePermission,
    sign: consent.sign,
    countersign: consent.countersign,
    withdraw: consent.withdraw,
    signers: consent.signers,
    recordSigner: consent.recordSigner,
    endSigner: consent.endSigner,
    agreeContact: consent.agreeContact,
    excludeSigner: consent.excludeSigner,
    letSign: consent.letSign,
    list: consent.list,
    stop: consent.stop,
    recordStop: consent.recordStop,
    pause: consent.pause,
    resume: consent.resume,
    discard: consent.discard,
    draft: openDraft,
    paper: consent.paper,
    inbox: consent.inbox,
    policies: consent.policies,
    ask: consent.ask,
    setAside: consent.setAside,
    takeUp: consent.takeUp,
    why: cases.why,
    whoSeesWhat: cases.whoSeesWhat,
    previewChange: cases.previewChange,
  }),
  agreements: router({
    list: consent.listAgreements,
    record: consent.recordAgreement,
    end: consent.endAgreement,
    offer: consent.offer,
  }),
  bases: router({
    list: consent.listBases,
    record: consent.recordBasis,
    end: consent.endBasis,
    tell: consent.tellBasis,
  }),
  renewal: router({ open: openRenewal, sign: consent.renew, decline: consent.declineToRenew }),
  emergencies: router({
    list: consent.listEmergencies,
    ask: consent.askEmergency,
    answer: consent.answerEmergency,
    review: consent.reviewEmergency,
    afterHours: consent.afterHours,
    wantTwo: consent.wantTwo,
    putOnCall: consent.putOnCall,
    takeOffCall: consent.takeOffCall,
  }),
  posts: router({
    list: consent.posts,
    name: consent.namePost,
    hold: consent.holdPost,
    answer: consent.answerNewHolder,
  }),
  register: router({
    list: consent.register,
    due: consent.dutiesDue,
    record: consent.recordDuty,
    close: consent.closeDuty,
  }),
  answers: router({
    cases: cases.overseen,
    choices: cases.answerChoices,
    ask: cases.askAnswer,
    accounting: consent.accounting,
    auditEvents: consent.auditEvents,
  }),
  keeping: router({
    open: cases.keeping,
    due: cases.dueCases,
    placeHold: cases.placeHold,
    liftHold: cases.liftHold,
    schedule: cases.schedule,
    setRule: cases.setRetention,
    keepKind: cases.keepKind,
    askErasure: cases.askErasure,
    answerErasure: cases.answerErasure,
  }),
  matches: router({
    open: matches.desk,
    waiting: matches.waiting,
    ask: matches.ask,
    decide: matches.decide,
    answer: matches.answer,
    undo: matches.undo,
    aside: matches.aside,
  }),
  packages: router({
    open: cases.packages,
    waiting: cases.waitingPackages,
    preview: cases.previewPackage,
    prepare: cases.preparePackage,
    answer: cases.answerPackage,
    handOut: cases.handOutPackage,
  }),
  policyCases: router({
    list: consent.listPolicyCases,
    try: consent.tryPolicyCase,
    save: consent.savePolicyCase,
    remove: consent.removePolicyCase,
  }),
  marks: router({ list: consent.listMarks, mark: consent.mark, settle: consent.settle }),
  standards: router({
    consult: consent.consult,
    exportConsent: consent.exportConsent,
    readEvidence: consent.readEvidenceFile,
    evidenceOf: consent.evidenceOf,
  }),
  directory: router({ search: directory.search }),
  referrals: router({
    prepare: prepareReferral,
    refer,
    list: referrals.list,
    waiting: referrals.waiting,
    move: referrals.move,
  }),
  protocols: router({
    list: protocols.list,
    open: protocols.open,
    answer: protocols.answer,
    change: protocols.change,
    sendForReview: protocols.sendForReview,
    publish: protocols.publish,
    start: protocols.start,
    translate: protocols.translate,
    nameReader: protocols.nameReader,
  }),
  reviews: router({
    list: protocols.reviewList,
    open: protocols.reviewOpen,
    comment: protocols.comment,
    withdraw: protocols.withdraw,
    signOff: protocols.signOff,
    hours: protocols.hours,
  }),
});
export type StaffRouter = typeof staffRouter;

/** What the young person's app can call. */
export const youthRouter = router({
  session: router({
    me: identity.me,
    signIn: identity.signIn,
    signOut: identity.signOut,
    chooseLanguage: identity.chooseLanguage,
  }),
  demo,
  mine: router({
    open: cases.openMine,
    looks: cases.looks,
    addMySide: cases.addMySide,
    permissions: consent.listMine,
    stop: consent.stopMine,
    bases: consent.listMyBases,
    signers: consent.signersMine,
    excludeSigner: consent.excludeSignerMine,
    letSign: consent.letSignMine,
    keptOut: consent.keptOut,
    keepOut: consent.keepOut,
    letBack: consent.letBack,
    pause: consent.pauseMine,
    resume: consent.resumeMine,
    mark: consent.markMine,
    answerNewHolder: consent.answerNewHolderMine,
    referralHelped: referrals.helped,
    plans: plans.myPlans,
    answerPlan: plans.answerMyPlan,
    handovers: cases.myHandovers,
    answerHandover: cases.answerMyHandover,
    meetings: meetings.myMeetings,
    prepare: meetings.prepare,
    chooseSpeaker: meetings.chooseSpeaker,
    careChoices: care.myCareChoices,
    writeSheet: care.writeMySheet,
    toldAgain: care.toldMeAgain,
  }),
});
export type YouthRouter = typeof youthRouter;
