import { ANONYMOUS, AppError } from '@accord/kernel';
import { publicProcedure, type RequestContext } from '@accord/rpc';
import { createHmac } from 'node:crypto';
import { Me, SignInInput } from '../contract/index.ts';
import * as q from './identity.queries.ts';
import { meOf } from './me.ts';
import { verifyPassword } from './password.ts';
import { sessionsOf } from './sessions.ts';

/** CJIS AC-7 and ASVS 6.3.1: five tries in fifteen minutes for one address from one place, then a pause. */
const TRIES = { most: 5, seconds: 15 * 60 };
/** Signing in from one place, whatever the address. */
const PLACE = { most: 60, seconds: 60 };

/** One answer for a wrong password and for an address that is not there, in the same time. */
export const signIn = publicProcedure
  .input(SignInInput)
  .output(Me)
  .mutation(async ({ ctx, input }) => {
    const tries = await countTry(ctx, input.email);
    const account = await ctx.database.withActor(ANONYMOUS, { purpose: 'self-access' }, (tx) =>
      q.findAccount(tx, input.email),
    );
    const matches = await verifyPassword(account?.passwordHash, input.password);
    if (!account || !matches || !isForHost(account, ctx.host)) {
      throw new AppError('SIGN_IN_FAILED', 'no such account with this password here');
    }
    await tries.forget();
    return signInAs(ctx, account);
  });

/** Starts a session for an account that has proved itself, and ends the one that was there. */
export async function signInAs(ctx: RequestContext, account: q.AccountRow): Promise<Me> {
  const sessions = sessionsOf(ctx.database);
  const before = ctx.session.token();
  if (before) await sessions.end(before);
  // Staff start with coordinating care and choose another purpose by hand: nothing else is ever assumed.
  const purpose = account.youngPersonId ? 'self-access' : 'care-plan-coordination';
  const token = await sessions.start(account.accountId, purpose);
  ctx.session.set(token);
  const caller = await sessions.find(token);
  return caller ? meOf(ctx, caller) : null;
}

export function isForHost(account: q.AccountRow, host: RequestContext['host']): boolean {
  return host === 'youth' ? account.youngPersonId !== null : account.youngPersonId === null;
}

/** Counts a try with a password, wherever it is asked for; whoever gets in starts anew, as CJIS counts what fails. */
export async function countTry(ctx: RequestContext, email: string): Promise<{ forget: () => Promise<void> }> {
  const tries = digestOf(ctx, `address ${email.toLowerCase()}`);
  await limit(ctx, digestOf(ctx, 'place'), PLACE);
  await limit(ctx, tries, TRIES);
  return {
    forget: () =>
      ctx.database.withActor(ANONYMOUS, { purpose: 'self-access' }, (tx) => q.forgetTries(tx, tries)),
  };
}

/** What a limit counts: keyed, so that the database holds no address and no place. */
function digestOf({ caller }: RequestContext, what: string): Buffer {
  return createHmac('sha256', caller).update(`sign-in ${what}`).digest();
}

async function limit(
  { database }: RequestContext,
  digest: Buffer,
  { most, seconds }: typeof TRIES,
): Promise<void> {
  const free = await database.withActor(ANONYMOUS, { purpose: 'self-access' }, (tx) =>
    q.takeToken(tx, digest, most, seconds),
  );
  if (!free) throw new AppError('TOO_MANY', 'sign-in tries used up');
}
