import { staffRouter, youthRouter } from '@accord/api/routers';
import { AppError, type ErrorCode, type FieldIssue } from '@accord/kernel';
import { appErrorOf, withoutBrowser } from '@accord/rpc';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { randomBytes } from 'node:crypto';
import type { Network } from '../support/network.ts';
import type { Relation } from './relations.ts';

type Database = Network['database'];
export type Host = 'staff' | 'youth';
export const ROUTERS = { staff: staffRouter, youth: youthRouter };

/** An answer as its bytes; the one random part of it, the reference for the operator's log, is blanked. */
export interface Answer {
  status: number;
  body: string;
  data: unknown;
  error: { code: ErrorCode; fields: FieldIssue[] } | null;
}

export interface Call {
  host: Host;
  path: string;
  /** Left out or undefined: called without input. */
  input?: unknown;
  /** The JSON to send as it is, where `JSON.stringify` could not have made it. */
  json?: string;
}

/**
 * Calls a procedure as this person and gives the bytes that would cross the wire. The person is put straight into
 * the context, past the session: even a session that should not be there must open nothing.
 */
export async function call(
  network: Network,
  who: Caller,
  { host, path, input, json }: Call,
): Promise<Answer> {
  const body = json ?? (input === undefined ? null : JSON.stringify(input));
  const request = new Request(`http://localhost/api/${host}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const response = await fetchRequestHandler({
    endpoint: `/api/${host}`,
    router: ROUTERS[host],
    req: request,
    allowMethodOverride: true,
    createContext: () => ({
      host,
      actor: who.actor,
      purpose: who.purpose,
      database: who.keeps ? network.database : undoing(network.database, who.onReach),
      vault: network.vault,
      ...withoutBrowser(),
      caller: randomBytes(32),
      demo: who.inDemo ? { youthUrl: 'http://youth.localhost' } : null,
    }),
    responseMeta: ({ errors: [first] }) => (first ? { status: appErrorOf(first).status } : {}),
  });
  return answerOf(response.status, await response.text());
}

export type Caller = Pick<Relation, 'actor' | 'purpose'> & {
  /** True: what the call wrote stays. Otherwise each call leaves the world as it was. */
  keeps?: boolean;
  /** Called when a call that is taken back gets as far as the database: one that does not can have written nothing. */
  onReach?: () => void;
  /** True: demo mode, without which its procedures are not there. */
  inDemo?: boolean;
};

function answerOf(status: number, text: string): Answer {
  const body = text.replace(/"reference":"[0-9a-f]{10}"/, '"reference":""');
  const parsed = JSON.parse(body) as {
    result?: { data: unknown };
    error?: { data: NonNullable<Answer['error']> };
  };
  return { status, body, data: parsed.result?.data, error: parsed.error?.data ?? null };
}

/** The answer of work that was taken back. */
class Undone extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super('taken back');
    this.answer = answer;
  }
}

/** Rolls back every transaction that is not about a session, so that all calls meet the same world. */
function undoing(database: Database, onReach?: () => void): Database {
  return {
    ...database,
    withActor: async <T>(...[actor, reach, work]: Parameters<typeof database.withActor<T>>): Promise<T> => {
      onReach?.();
      if (actor.kind === 'anonymous') return database.withActor(actor, reach, work);
      try {
        return await database.withActor<never>(actor, reach, async (tx) => {
          throw new Undone(await work(tx));
        });
      } catch (error) {
        if (error instanceof AppError && error.cause instanceof Undone) return error.cause.answer as T;
        throw error;
      }
    },
  };
}
