import type { CaseId } from '@accord/kernel';
import { record, type Speaker } from '@accord/ledger/server';
import type { Tx } from '@accord/rpc';
import { randomUUID } from 'node:crypto';
import type { CameBy } from '../../contract/index.ts';
import * as q from '../consent.queries.ts';

/**
 * Stops these kinds of each permission, with one line of the ledger for each owner, however many papers of theirs there
 * are. `cameBy`: how it reached the worker who records it. Answers what they still share.
 */
export async function stopGrants(
  tx: Tx,
  speaker: Speaker,
  caseId: CaseId,
  grants: readonly q.GrantRow[],
  kinds: bigint,
  cameBy: CameBy | null = null,
): Promise<bigint> {
  let left = 0n;
  for (const { grantId } of grants) left |= await q.stopGrant(tx, grantId, kinds, randomUUID(), cameBy);
  const gone = [...Map.groupBy(grants, ({ discloser }) => discloser)].map(([ownerAgency, papers]) => ({
    ownerAgency,
    categoryMask: papers.reduce((mask, paper) => mask | (kinds & paper.categories), 0n),
    items: [],
  }));
  if (gone.length > 0) await record(tx, speaker, 'stopped', caseId, gone);
  return left;
}

/** Permissions that are neither drafts, nor stopped, nor over by their date. */
export const isLive = ({ status, over }: q.GrantRow): boolean =>
  (status === 'active' || status === 'paused') && !over;
