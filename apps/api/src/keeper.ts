import type { Database } from '@accord/db';
import { AppError } from '@accord/kernel';
import { openProbes } from '@accord/matches/server';
import { needsTending, shareMissing, tendAgency, tendErased, type Vault } from '@accord/vault';
import type { Log } from './log.ts';

const EVERY_MS = 10 * 60_000;

export interface Keeper {
  /** Once the transaction that may be running has ended. */
  stop(): Promise<void>;
}

/**
 * Looks after the keys of this node's agencies, now and every ten minutes: an epoch begins that is due, or that follows
 * an erasure, what could not be shared when it was decided is shared, and blind questions of other agencies are looked
 * at. All can be cut off anywhere; a round that fails is logged, and the next one goes on from there.
 */
export function startKeeper(database: Database, vault: Vault, log: Log): Keeper {
  const stopped = new AbortController();
  let round: Promise<void> | undefined;
  const keep = () => {
    round ??= keepOnce(database, vault, log, stopped.signal).finally(() => {
      round = undefined;
    });
  };
  keep();
  const timer = setInterval(keep, EVERY_MS).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      stopped.abort();
      await round;
    },
  };
}

async function keepOnce(database: Database, vault: Vault, log: Log, signal: AbortSignal): Promise<void> {
  try {
    // First: a question is closed for an epoch that tending may end.
    const answered = await openProbes(database, vault, signal);
    if (answered > 0) log('blind questions looked at', { count: answered });
    for (const agencyId of vault.ring.agencies()) {
      if (signal.aborted) return;
      if (needsTending(vault.ring, agencyId)) await tendAgency(database, vault, agencyId);
      if (await tendErased(database, vault, agencyId)) log('keys of what was erased destroyed', { count: 1 });
    }
    const shared = await shareMissing(database, vault, signal);
    if (shared > 0) log('keys shared', { count: shared });
  } catch (error) {
    log('keys not kept', { code: error instanceof AppError ? error.code : 'INTERNAL' });
  }
}
