import { type Watched, watchCase } from '@accord/cases/server';
import { sessionsOf } from '@accord/identity/server';
import { CaseId, ERRORS } from '@accord/kernel';
import type { RequestContext } from '@accord/rpc';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { seatOf, sessionPort } from '../http/cookies.ts';
import type { Services } from '../services.ts';

const Body = z.strictObject({ cases: z.array(CaseId).min(1).max(20) });

/**
 * One stream per browser: `event: changed` without data whenever what this reader may know of one of the cases
 * moved. It closes when they may not know of a case any more, and it never keeps a session alive.
 */
export async function openLive(c: Context, services: Services, host: RequestContext['host']): Promise<Response> {
  const { database, live } = services;
  const seat = seatOf(c.req.raw.headers, services.demo !== null);
  const token = sessionPort(c.req.raw.headers, new Headers(), seat).token();
  const sessions = sessionsOf(database);

  const look = async (caseId: CaseId): Promise<Watched | undefined> => {
    const caller = token ? await sessions.peek(token) : null;
    if (!caller || (caller.actor.kind === 'youth') !== (host === 'youth')) return undefined;
    const reach = { purpose: caller.purpose, cases: [caseId] };
    return database.withActor(caller.actor, reach, (tx) => watchCase(tx, caseId));
  };

  const body = Body.safeParse(await c.req.json().catch(() => null));
  const caller = token ? await sessions.peek(token) : null;
  if (!caller) return c.json({ code: 'SIGN_IN_FIRST', sentence: ERRORS.SIGN_IN_FIRST.sentence }, 401);
  const first = body.success ? await Promise.all(body.data.cases.map(look)) : [];
  const missing = { code: 'NOT_FOUND', sentence: ERRORS.NOT_FOUND.sentence };
  if (!body.success || first.some((watched) => watched === undefined)) return c.json(missing, 404);

  c.header('cache-control', 'no-store');
  return streamSSE(c, async (stream) => {
    const ended = Promise.withResolvers<void>();
    const removals = body.data.cases.map((caseId, index) => {
      let { topic, fingerprint } = first[index] as Watched;
      return live.add({
        topic,
        look: async () => {
          const now = await look(caseId);
          if (!now) return 'gone';
          const moved = now.fingerprint !== fingerprint;
          ({ fingerprint } = now);
          return moved ? 'changed' : 'same';
        },
        ping: () => stream.writeSSE({ event: 'changed', data: '' }),
        close: ended.resolve,
      });
    });
    await stream.writeSSE({ event: 'ready', data: '' });
    stream.onAbort(ended.resolve);
    await ended.promise;
    for (const remove of removals) remove();
  });
}
