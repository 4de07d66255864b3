import { publicProcedure } from '@accord/rpc';
import { z } from 'zod';
import { sessionsOf } from './sessions.ts';

/** Ends the session here, whether or not there was one. */
export const signOut = publicProcedure.output(z.strictObject({})).mutation(async ({ ctx }) => {
  const token = ctx.session.token();
  if (token) await sessionsOf(ctx.database).end(token);
  ctx.session.clear();
  return {};
});
