import { type Actor, AppError, type CaseId, type Purpose } from '@accord/kernel';
import postgres from 'postgres';
import { type NodeIdentity, scopeOf, signContext } from './context.ts';
import { asAppError, isLossOfStanding } from './errors.ts';
import { type Handle, handleOn, type Tx } from './handle.ts';

export type { Tx } from './handle.ts';

export interface Reach {
  purpose: Purpose;
  /** The cases that this transaction is about. Without any, no row of a case is seen. */
  cases?: readonly CaseId[];
}

export interface Database {
  readonly node: NodeIdentity;
  /**
   * The only way to the database: one Read Committed transaction under the signed context of `actor`. What
   * `work` answers is what was committed; when it throws, nothing happened.
   *
   * Throws AppError: NOT_FOUND where the floor refuses a write, CONFLICT, UNAVAILABLE when the database is away
   * or full, INTERNAL otherwise.
   */
  withActor<T>(actor: Actor, reach: Reach, work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A login that is a member of `accord_runtime` and no more. */
  url: string;
  node: NodeIdentity;
  /** Connections at most. */
  most?: number;
  /** How long one statement may take, in seconds: requests are short, an import is not. */
  statementSeconds?: number;
}

const POOL_WAIT_MS = 2_000;
/**
 * Temporary tables last, and said anew in each transaction: what one caller leaves on a connection must not stand in
 * for a table of ours when the next one reads or writes.
 */
const NAMES = 'accord, pg_temp';

export function openDatabase({ url, node, most = 10, statementSeconds = 5 }: DatabaseOptions): Database {
  const sql = postgres(url, {
    max: most,
    types: { bigint: postgres.BigInt, date: isoTime },
    onnotice: () => {},
    connect_timeout: 5,
    connection: {
      application_name: 'accord',
      search_path: NAMES,
      statement_timeout: statementSeconds * 1_000,
      lock_timeout: 2_000,
      idle_in_transaction_session_timeout: 10_000,
    },
  });

  async function withActor<T>(actor: Actor, reach: Reach, work: (tx: Tx) => Promise<T>): Promise<T> {
    const start = startGate();
    try {
      for (let stale = 0; ; stale += 1) {
        try {
          return (await Promise.race([transact(actor, reach, start, work), start.late])) as T;
        } catch (error) {
          // The driver gives the last words of an ended connection to the next transaction on it: not yet begun.
          if (start.isOpen() || !isLossOfStanding(error) || stale === most) throw asAppError(error);
        }
      }
    } finally {
      start.close();
    }
  }

  async function transact<T>(actor: Actor, reach: Reach, start: StartGate, work: (tx: Tx) => Promise<T>) {
    let handle: Handle | undefined;
    try {
      return await sql.begin('isolation level read committed', async (driver) => {
        start.open();
        handle = handleOn(driver);
        return untilGone(handle, async (tx) => {
          const context = signContext(node, actor, reach.purpose, Date.now());
          // Awaited before the first query: postgres.js parses the next statement early.
          await tx`select pg_catalog.set_config('accord.context', ${context}, true),
            pg_catalog.set_config('accord.scope', ${scopeOf(reach.cases ?? [])}, true),
            pg_catalog.set_config('search_path', ${NAMES}, true),
            pg_catalog.set_config('role', ${roleOf(actor)}, true)`;
          return work(tx);
        });
      });
    } finally {
      // Before `work` is done this is the connection's end: the driver does not wait for `work` then.
      handle?.end();
    }
  }

  return { node, withActor, close: () => sql.end({ timeout: 5 }) };
}

/** Moves the scope of a running transaction, for a list that first learns which cases it is about. */
export async function moveScope(tx: Tx, cases: readonly CaseId[]): Promise<void> {
  await tx`select set_config('accord.scope', ${scopeOf(cases)}, true)`;
}

/** A survivor advisor's transaction steps down to a role that has rights on protocols and nothing else. */
function roleOf({ kind }: Actor): 'accord_advisor' | 'none' {
  return kind === 'advisor' ? 'accord_advisor' : 'none';
}

interface StartGate {
  /** Called when the transaction has its connection. Throws when that came too late. */
  open(): void;
  isOpen(): boolean;
  close(): void;
  late: Promise<never>;
}

/** A connection within two seconds, or UNAVAILABLE: a full pool must not hold every caller. */
function startGate(): StartGate {
  const tooLate = new AppError('UNAVAILABLE', 'no free database connection');
  const { promise, reject } = Promise.withResolvers<never>();
  let state: 'waiting' | 'open' | 'late' = 'waiting';
  const timer = setTimeout(() => {
    state = 'late';
    reject(tooLate);
  }, POOL_WAIT_MS);
  return {
    late: promise,
    isOpen: () => state === 'open',
    close: () => clearTimeout(timer),
    open: () => {
      clearTimeout(timer);
      if (state === 'late') throw tooLate;
      state = 'open';
    },
  };
}

/**
 * Passes on what `work` came to, unless the connection itself went: then the driver ends the transaction when it
 * sees the close, and must not be led to write a commit or a rollback into a socket that is no more, or into the
 * transaction that another caller has on the next one.
 */
async function untilGone<T>(handle: Handle, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await work(handle.tx);
  } finally {
    if (!handle.end()) await new Promise<never>(() => {});
  }
}

/** Times cross as ISO strings. `infinity` never leaves the database: queries turn it into null. */
const isoTime = {
  to: 1184,
  from: [1114, 1184],
  serialize: (value: unknown) => String(value),
  parse: (text: string) => new Date(text).toISOString(),
};
