import { sessionsOf } from '@accord/identity/server';
import type { Context } from 'hono';
import type { Services } from '../services.ts';
import { sessionPort } from './cookies.ts';

/**
 * Exit now: the session ends, the browser drops what it kept, and a page that means nothing comes up. The way out
 * is open whatever else fails.
 */
export async function leave(c: Context, { database, safePage, log }: Services): Promise<Response> {
  const answer = new Headers();
  const session = sessionPort(c.req.raw.headers, null, answer);
  const token = session.token();
  if (token)
    await sessionsOf(database)
      .end(token)
      .catch(() => log('leave: session not ended'));
  session.clear();
  answer.set('clear-site-data', '"cache", "cookies", "storage"');
  answer.set('location', safePage);
  return new Response(null, { status: 303, headers: answer });
}
