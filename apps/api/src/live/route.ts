import { type Watched, watchCase } from '@accord/cases/server';
import { enterOwnCase } from '@accord/consent/server';
import { sessionsOf, type WatchedSession } from '@accord/identity/server';
import { AppError, CaseId, notFound } from '@accord/kernel';
import { roomsMark } from '@accord/meetings/server';
import type { RequestContext } from '@accord/rpc';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { isForHost, seatOf, sessionPort } from '../http/cookies.ts';
import type { Services } from '../services.ts';

const Body = z.strictObject({ cases: z.array(CaseId).min(1).max(20).optional() });

/** Windows that one session may have open at once. */
const MOST_STREAMS = 20;
/** Keeps what stands between from closing a quiet stream, and finds out whether anybody is still there. */
const HEARTBEAT_MS = 15_000;

/**
 * One stream per page: `event: changed` without data whenever what this reader may know of one of the cases moved.
 * A young person who names no case watches their own; staff name theirs. `event: ready` says from when on it holds, with
 * the mark of what the page would be then.
 * It closes when they may not know of a case any more or their session is over or locked, and never keeps a session
 * alive. Throws SIGN_IN_FIRST, LOCKED, NOT_FOUND alike for a case that is hidden and one that is not there, TOO_MANY, UNAVAILABLE.
 */
export async function openLive(
  c: Context,
  services: Services,
  host: RequestContext['host'],
): Promise<Response> {
  const { database, live } = services;
  const token = sessionPort(c.req.raw.headers, seatOf(c.req.raw.headers, services.demo !== null)).token();
  const body = Body.safeParse(await readBody(c));

  const anySession = async (): Promise<WatchedSession | null> => {
    const found = token ? await sessionsOf(database).watch(token) : null;
    return found && isForHost(found.caller.actor, host) ? found : null;
  };
  const session = async (): Promise<WatchedSession | null> => {
    const found = await anySession();
    return found?.caller.isLocked ? null : found;
  };
  const look = async ({ caller: { actor, purpose } }: WatchedSession, cases: CaseId[]) => {
    const found = await database.withActor(actor, { purpose, cases }, async (tx) => {
      const watched: (InView | undefined)[] = [];
      for (const caseId of cases) {
        const one = await watchCase(tx, caseId);
        watched.push(one && { ...one, rooms: await roomsMark(tx, caseId) });
      }
      return watched;
    });
    return found.every((each) => each !== undefined) ? found : undefined;
  };

  const ownCase = async ({ caller: { actor, purpose } }: WatchedSession) => {
    if (actor.kind !== 'youth') return undefined;
    const own = await database.withActor(actor, { purpose }, enterOwnCase);
    return own && [own];
  };

  const first = await anySession();
  if (!first) throw new AppError('SIGN_IN_FIRST', 'no session for a stream');
  if (first.caller.isLocked) throw new AppError('LOCKED', 'a stream of a locked session');
  const cases = body.success ? (body.data.cases ?? (await ownCase(first))) : undefined;
  const watched = cases && (await look(first, cases));
  if (!watched) throw notFound('a case that is not there for this reader');
  if (!live.isHearing) throw new AppError('UNAVAILABLE', 'changes are not heard');
  if (live.countOf(first.topic) >= MOST_STREAMS) throw new AppError('TOO_MANY', 'streams of one session');

  return streamSSE(c, async (stream) => {
    const ended = Promise.withResolvers<void>();
    stream.onAbort(ended.resolve);
    let known = sightOf(watched);
    let clock: NodeJS.Timeout | undefined;
    /** A session that is not used locks and ends without a notice. */
    const lookAt = (until: Date) => {
      clearTimeout(clock);
      clock = setTimeout(() => live.notify(first.topic), until.getTime() - Date.now() + 1).unref();
    };
    const remove = live.add({
      topics: [first.topic, ...watched.map(({ topic }) => topic)],
      look: async () => {
        const current = await session();
        const now = current && (await look(current, cases));
        if (!current || !now) return 'gone';
        lookAt(current.until);
        const [before, after] = [known, sightOf(now)];
        known = after;
        return before === after ? 'same' : 'changed';
      },
      ping: () => void stream.write(event('changed')),
      close: ended.resolve,
    });
    const heartbeat = setInterval(() => void stream.write(':\n\n'), HEARTBEAT_MS).unref();
    void stream.write(event('ready', markOf(watched)));
    await ended.promise;
    clearInterval(heartbeat);
    clearTimeout(clock);
    remove();
  });
}

/** No body is an empty one: a young person's page has nothing to name. */
async function readBody(c: Context): Promise<unknown> {
  try {
    return JSON.parse((await c.req.text()) || '{}');
  } catch {
    return null;
  }
}

/** Written as one text, so that a ping that is followed by the end of the stream still gets out. */
const event = (name: 'ready' | 'changed', mark = '') => `event: ${name}\ndata: ${mark}\n\n`;

/** What is known of a case: its page, and how its meetings stand. */
type InView = Watched & { rooms: string };
const sightOf = (watched: readonly InView[]) => watched.map(({ mark, rooms }) => `${mark} ${rooms}`).join();

/** For one case, the mark of its page: who has that page already need not ask for it again. */
const markOf = (watched: readonly Watched[]) => watched.map((each) => each.mark).join();
