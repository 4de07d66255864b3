import type { Tx } from '@accord/db';
import { type Actor, AppError, type CaseId, type Purpose } from '@accord/kernel';
import type { Network } from './network.ts';

/** What a statement by hand came to: its rows, or the SQLSTATE of the refusal. */
export type Asked<T> = T | string;

/** Runs statements as an actor about these cases, below the procedures, and keeps the database's own refusal. */
export async function asked<T>(
  network: Network,
  actor: Actor,
  cases: readonly CaseId[],
  work: (tx: Tx) => Promise<T>,
  purpose: Purpose = actor.kind === 'youth' ? 'self-access' : 'care-plan-coordination',
): Promise<Asked<T>> {
  try {
    return await network.database.withActor(actor, { purpose, cases }, work);
  } catch (error) {
    const cause = error instanceof AppError ? error.cause : error;
    return String((cause as { code?: unknown } | undefined)?.code ?? error);
  }
}
