import { type Actor, ANONYMOUS, Purpose, PURPOSES } from '@accord/kernel';
import type { RequestContext, Tx } from '@accord/rpc';
import { type Adapter, Lucia, TimeSpan } from 'lucia';
import { createHash } from 'node:crypto';
import * as q from './identity.queries.ts';

/**
 * Lucia behind this one file, with an adapter of our own (decision 0001): the database keeps the SHA-256 of a
 * session id and never the id; 30 minutes idle and 12 hours in all, after NIST SP 800-63B for AAL2. The way out
 * is to write `start`, `find` and `end` over the same queries.
 */
declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, { caller: Caller }>;
    DatabaseSessionAttributes: { purpose: Purpose };
    DatabaseUserAttributes: { caller: Caller };
  }
}

export interface Caller {
  accountId: string;
  actor: Actor;
  purpose: Purpose;
  /** Left alone or locked by hand: whoever this is opens nothing until they have shown who they are again. */
  isLocked: boolean;
}

export interface Sessions {
  /** A new session; answers the token for the cookie. */
  start(accountId: string, purpose: Purpose): Promise<string>;
  /** Whose live session this is. Using it keeps it from locking and from idling out; one that is locked stays so. */
  find(token: string): Promise<Caller | null>;
  /** The same without counting as use: neither an open stream nor what a page asks by itself keeps it alive. */
  watch(token: string): Promise<WatchedSession | null>;
  choosePurpose(token: string, purpose: Purpose): Promise<void>;
  lock(token: string): Promise<void>;
  /** For a person who has shown who they are. */
  unlock(token: string): Promise<void>;
  /** The account of a live session, locked or not. */
  account(token: string): Promise<(q.AccountRow & { email: string }) | undefined>;
  end(token: string): Promise<void>;
  /** Clears away what is over. */
  sweep(): Promise<void>;
}

export interface WatchedSession {
  caller: Caller;
  /** When it locks or ends unless it is used before. */
  until: Date;
  /** The keyed topic on which the database tells that it changed or ended. */
  topic: string;
}

const IDLE = new TimeSpan(30, 'm');
const MINUTE_MS = 60_000;

const hashOf = (token: string) => createHash('sha256').update(token).digest();

export function sessionsOf(database: RequestContext['database']): Sessions {
  const within = <T>(work: (tx: Tx) => Promise<T>) =>
    database.withActor(ANONYMOUS, { purpose: 'self-access' }, work);
  const lucia = new Lucia(adapter(within), {
    sessionExpiresIn: IDLE,
    getUserAttributes: ({ caller }) => ({ caller }),
  });
  return {
    start: async (accountId, purpose) => (await lucia.createSession(accountId, { purpose })).id,
    find: async (token) => {
      const { session, user } = await lucia.validateSession(token);
      if (!session) return null;
      if (user.caller.isLocked) return user.caller;
      // Lucia renews after half of the time, so that a pause of 16 minutes could end a session of 30.
      const until = new Date(Date.now() + IDLE.milliseconds());
      if (until.getTime() - session.expiresAt.getTime() > MINUTE_MS) {
        await within((tx) => q.touchSession(tx, hashOf(token), until));
      }
      return user.caller;
    },
    watch: async (token) => {
      const row = await within((tx) => q.findSession(tx, hashOf(token)));
      return row ? { caller: callerOf(row), until: nextEndOf(row), topic: row.topic } : null;
    },
    choosePurpose: (token, purpose) => within((tx) => q.choosePurpose(tx, hashOf(token), PURPOSES[purpose])),
    lock: (token) => within((tx) => q.lockSession(tx, hashOf(token))),
    unlock: (token) =>
      within((tx) => q.unlockSession(tx, hashOf(token), new Date(Date.now() + IDLE.milliseconds()))),
    account: (token) => within((tx) => q.findAccountOf(tx, hashOf(token))),
    end: (token) => lucia.invalidateSession(token),
    sweep: () => lucia.deleteExpiredSessions(),
  };
}

function adapter(within: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>): Adapter {
  return {
    getSessionAndUser: async (token) => {
      const row = await within((tx) => q.findSession(tx, hashOf(token)));
      if (!row) return [null, null];
      const caller = callerOf(row);
      const { purpose, accountId } = caller;
      const session = { id: token, userId: accountId, expiresAt: endOf(row), attributes: { purpose } };
      return [session, { id: accountId, attributes: { caller } }];
    },
    // Nobody lists sessions yet: the database gives no rows of them to the runtime.
    getUserSessions: async () => [],
    setSession: ({ id, userId, expiresAt, attributes }) =>
      within((tx) => q.putSession(tx, hashOf(id), userId, PURPOSES[attributes.purpose], expiresAt)),
    updateSessionExpiration: (token, expiresAt) =>
      within((tx) => q.touchSession(tx, hashOf(token), expiresAt)),
    deleteSession: (token) => within((tx) => q.endSession(tx, hashOf(token))),
    deleteUserSessions: (accountId) => within((tx) => q.endSessionsOf(tx, accountId)),
    deleteExpiredSessions: () => within((tx) => q.sweepSessions(tx)),
  };
}

function endOf({ idleUntil, absoluteUntil }: q.SessionRow): Date {
  return new Date(Math.min(Date.parse(idleUntil), Date.parse(absoluteUntil)));
}

function nextEndOf(row: q.SessionRow): Date {
  const end = endOf(row);
  return row.locksAt && !row.isLocked ? new Date(Math.min(Date.parse(row.locksAt), end.getTime())) : end;
}

function callerOf(row: q.SessionRow): Caller {
  const { accountId, isLocked } = row;
  return { accountId, actor: actorOf(row), purpose: Purpose.parse(row.purpose), isLocked };
}

function actorOf(row: q.SessionRow): Actor {
  if (row.staffId && row.agencyId) return { kind: 'staff', staffId: row.staffId, agencyId: row.agencyId };
  if (row.youngPersonId) return { kind: 'youth', youngPersonId: row.youngPersonId };
  if (row.advisorId) return { kind: 'advisor', advisorId: row.advisorId };
  return ANONYMOUS;
}
