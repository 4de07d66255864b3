import type { Tx } from '@accord/rpc';
import type { CaseId } from '@accord/kernel';
import { createHash } from 'node:crypto';
import { listItems, watchTopic } from './cases.queries.ts';

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
  const rows = await listItems(tx, caseId);
  const lines = rows.map((row) => `${row.itemId}:${row.revision}:${row.bodyVersion}:${row.sealed !== null}:${row.wrapId !== null}`);
  return { topic, fingerprint: createHash('sha256').update(lines.join('\n')).digest('hex') };
}
