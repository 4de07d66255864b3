import { DemoCards, DemoSignInInput, DemoState, Me } from '@accord/identity';
import { findAccount, isForHost, lockedHere, signInAs, unlockAs } from '@accord/identity/server';
import { ANONYMOUS, notFound } from '@accord/kernel';
import { publicProcedure } from '@accord/rpc';
import { CARDS } from './cards.ts';

/** Outside demo mode none of this is there. */
const demoProcedure = publicProcedure.use(({ ctx, next }) => {
  if (!ctx.demo) throw notFound('not in demo mode');
  return next({ ctx: { demo: ctx.demo } });
});

export const demoCards = demoProcedure.output(DemoCards).query(({ ctx }) => ({
  cards: CARDS.map(({ email: _, ...card }) => card),
  youthUrl: ctx.demo.youthUrl,
}));

/** One click in, without a password, as one of the made-up people. */
export const demoSignIn = demoProcedure
  .input(DemoSignInInput)
  .output(Me)
  .mutation(async ({ ctx, input }) => {
    const card = CARDS.find((each) => each.key === input.key);
    if (!card) throw notFound('no such card');
    const account = await ctx.database.withActor(ANONYMOUS, { purpose: 'self-access' }, (tx) =>
      findAccount(tx, card.email),
    );
    if (!account || !isForHost(account, ctx.host)) throw notFound('this person has no account here');
    return signInAs(ctx, account);
  });

/** Whether this demo can be reset, how far a reset is, and whether the last one can be undone. */
export const demoState = demoProcedure.output(DemoState).query(({ ctx: { demo } }) => ({
  canReset: demo.stage !== undefined,
  ...(demo.stage?.state() ?? { working: null, canUndo: false }),
}));

/** Only a demo in the embedded database can be made anew: one in a database of somebody's own is theirs. */
const stageProcedure = demoProcedure.use(({ ctx, next }) => {
  const { stage } = ctx.demo;
  if (!stage) throw notFound('this demo cannot be reset');
  return next({ ctx: { stage } });
});

/** Answers when the fresh demo is there. Everybody is signed out. CONFLICT while one is being made; TOO_MANY. */
export const demoReset = stageProcedure.output(DemoState).mutation(async ({ ctx: { stage } }) => {
  await stage.reset();
  return { canReset: true, ...stage.state() };
});

/** Brings the demo before the last reset back. NOT_FOUND when there is none. */
export const demoUndoReset = stageProcedure.output(DemoState).mutation(async ({ ctx: { stage } }) => {
  await stage.undo();
  return { canReset: true, ...stage.state() };
});

/** One click back in as the made-up person who is signed in here; for anybody else there is the password. */
export const demoUnlock = demoProcedure.output(Me).mutation(async ({ ctx }) => {
  const { token, account } = await lockedHere(ctx);
  if (!CARDS.some((card) => card.email === account.email)) throw notFound('no such card');
  return unlockAs(ctx, token);
});
