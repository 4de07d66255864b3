import { DemoCards, DemoSignInInput, Me } from '@accord/identity';
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

/** One click back in as the made-up person who is signed in here; for anybody else there is the password. */
export const demoUnlock = demoProcedure.output(Me).mutation(async ({ ctx }) => {
  const { token, account } = await lockedHere(ctx);
  if (!CARDS.some((card) => card.email === account.email)) throw notFound('no such card');
  return unlockAs(ctx, token);
});
