import type { Tx } from '@accord/rpc';
import type { CaseId } from '@accord/kernel';
import { findCase, listAudience, listItems, listTeam, watchTopic } from './cases.queries.ts';
import { markOf } from './mark.ts';

export interface Watched {
  /** The keyed topic on which the database tells that something moved in the case. */
  topic: string;
  /** The mark that this reader's page would carry now. */
  mark: string;
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
  return head && { topic, mark: markOf({ head, rows, audience, team }) };
}
