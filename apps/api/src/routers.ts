import * as cases from '@accord/cases/server';
import * as consent from '@accord/consent/server';
import * as directory from '@accord/directory/server';
import * as identity from '@accord/identity/server';
import * as protocols from '@accord/protocols/server';
import { router } from '@accord/rpc';
import { demoCards, demoSignIn, demoUnlock } from './demo/procedures.ts';
import { preparePermission } from './workflows/prepare-permission.ts';
import { refer } from './workflows/refer.ts';

const demo = { cards: demoCards, signIn: demoSignIn };

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
  demo: router({ ...demo, unlock: demoUnlock }),
  identity: router({ colleagues: identity.colleagues }),
  cases: router({
    list: cases.list,
    create: cases.create,
    open: cases.open,
    addGoal: cases.addGoal,
    addStep: cases.addStep,
    setStep: cases.setStep,
    addNote: cases.addNote,
  }),
  consent: router({
    prepare: preparePermission,
    sign: consent.sign,
    list: consent.list,
    stop: consent.stop,
    discard: consent.discard,
    whoSeesWhat: cases.whoSeesWhat,
    previewChange: cases.previewChange,
  }),
  directory: router({ search: directory.search }),
  referrals: router({ refer }),
  protocols: router({
    list: protocols.list,
    open: protocols.open,
    answer: protocols.answer,
    change: protocols.change,
    sendForReview: protocols.sendForReview,
    publish: protocols.publish,
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
  demo: router(demo),
  mine: router({
    open: cases.openMine,
    looks: cases.looks,
    permissions: consent.listMine,
    stop: consent.stopMine,
  }),
});
export type YouthRouter = typeof youthRouter;
