import type { RequestContext } from '@accord/rpc';
import { openProbe, type Vault } from '@accord/vault';
import { answerProbe, listProbes } from './matches.queries.ts';

const KEYS = { kind: 'system', job: 'keys' } as const;
const REACH = { purpose: 'care-plan-coordination' } as const;

/**
 * Answers the questions to this node's agencies, each in a transaction of its own: opened with the agency's key, compared
 * by the floor, and gone. It can be cut off anywhere and run again. What the ring does not open is gone too: it was
 * closed for an epoch that is over.
 *
 * @param signal ends it after the transaction that is running.
 * @returns how many it answered. Not what it found: nobody who runs a node is to read that.
 */
export async function openProbes(
  database: RequestContext['database'],
  vault: Vault,
  signal?: AbortSignal,
): Promise<number> {
  const probes = await database.withActor(KEYS, REACH, (tx) => listProbes(tx));
  let answered = 0;
  for (const probe of probes) {
    if (signal?.aborted) break;
    // Another node may speak for the agency and hold its ring.
    if (!vault.ring.holds(probe.agencyId)) continue;
    const token = openProbe(vault.ring, probe) ?? null;
    await database.withActor(KEYS, REACH, (tx) => answerProbe(tx, probe.probeId, token));
    answered += 1;
  }
  return answered;
}
