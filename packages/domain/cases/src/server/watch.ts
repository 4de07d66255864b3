import type { Tx } from '@accord/rpc';
import type { CaseId } from '@accord/kernel';
import { createHash } from 'node:crypto';
import { findCase, listAudience, listItems, listTeam, watchTopic } from './cases.queries.ts';

export interface Watched {
  /** The keyed topic on which the database tells that something moved in the case. */
  topic: string;
  /** Changes exactly when what this reader's page would hold changes. */
  fingerprint: string;
}

/** Undefined when the reader may not know of the case (any more). Reads ids and versions, never text. */
export async function watchCase(tx: Tx, caseId: CaseId): Promise<Watched | undefined> {
  const topic = await watchTopic(tx, caseId);
  if (!topic) return undefined;
  const [head, rows, audience, team] = await Promise.all([
    findCase(tx, caseId),
    listItems(tx, caseId),
    listAudience(tx, caseId),
    listTeam(tx, caseId),
  ]);
  const items = rows.map((row) => [
    row.itemId,
    row.revision,
    row.bodyVersion,
    row.sealed !== null,
    row.wrapId !== null,
  ]);
  const lines = audience.map(({ ownerAgency, seeMask, name }) => [ownerAgency, seeMask.toString(), name]);
  const page = JSON.stringify([head?.accessEndsAt, items, lines, team]);
  return { topic, fingerprint: createHash('sha256').update(page).digest('hex') };
}
