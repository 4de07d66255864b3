import { AppError } from '@accord/kernel';
import { publicProcedure, type RequestContext } from '@accord/rpc';
import { z } from 'zod';
import { Me, UnlockInput } from '../contract/index.ts';
import { meOf } from './me.ts';
import { verifyPassword } from './password.ts';
import { sessionsOf } from './sessions.ts';
import { countTry } from './sign-in.ts';

/** Locks the session here, whether or not there is one. Its pages close, in every window. */
export const lock = publicProcedure.output(z.strictObject({})).mutation(async ({ ctx }) => {
  const token = ctx.session.token();
  if (token) await sessionsOf(ctx.database).lock(token);
  return {};
});

/** The password of whoever is signed in here, under the same limits as signing in. */
export const unlock = publicProcedure
  .input(UnlockInput)
  .output(Me)
  .mutation(async ({ ctx, input }) => {
    const { token, account } = await lockedHere(ctx);
    const tries = await countTry(ctx, account.email);
    if (!(await verifyPassword(account.passwordHash, input.password))) {
      throw new AppError('UNLOCK_FAILED', 'not the password of this session');
    }
    await tries.forget();
    return unlockAs(ctx, token);
  });

/** The session here and whose it is. Throws SIGN_IN_FIRST where there is none any more. */
export async function lockedHere(ctx: RequestContext) {
  const token = ctx.session.token();
  const account = token && (await sessionsOf(ctx.database).account(token));
  // A session counts on the host of its own kind of person alone.
  if (!token || !account || (account.youngPersonId !== null) !== (ctx.host === 'youth')) {
    throw new AppError('SIGN_IN_FIRST', 'no session to unlock');
  }
  return { token, account };
}

/** Opens the session again for a person who has shown who they are. */
export async function unlockAs(ctx: RequestContext, token: string): Promise<Me> {
  const sessions = sessionsOf(ctx.database);
  await sessions.unlock(token);
  const caller = await sessions.find(token);
  return caller ? meOf(ctx, caller) : null;
}
