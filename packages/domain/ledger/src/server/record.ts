import type { RequestContext, Tx } from '@accord/rpc';
import {
  type Actor,
  type AgencyId,
  AppError,
  type CaseId,
  type GrantId,
  type ItemId,
  type NodeId,
  PURPOSES,
  type Purpose,
} from '@accord/kernel';
import { createHash, randomUUID } from 'node:crypto';
import type { LedgerAction } from '../contract/index.ts';
import * as q from './ledger.queries.ts';

/** Who is speaking, as the signed context of the transaction says it too: the database compares. */
export interface Speaker {
  nodeId: NodeId;
  actor: Actor;
  purpose: Purpose;
}

/** Who speaks in this call. */
export function speakerOf<A extends Actor>(
  ctx: Pick<RequestContext, 'database' | 'purpose'> & { actor: A },
): Speaker & { actor: A } {
  return { nodeId: ctx.database.node.nodeId, actor: ctx.actor, purpose: ctx.purpose };
}

/** What reached the reader of one owner agency's items. */
export interface Exposure {
  ownerAgency: AgencyId;
  categoryMask: bigint;
  /** What was met: items of the case, or the papers of a permission. */
  items: readonly { itemId: ItemId | GrantId; version: number }[];
  /** The notices that went with them, as `code@version#sha256`. */
  notices?: readonly string[];
}

/**
 * Writes the ledger in the transaction that reads or changes a case: one row per owner agency, and one for each
 * version of an item that this reader meets for the first time. When it cannot be written, this throws, and
 * with it the read fails: every read leaves a trace or does not happen.
 */
export async function record(
  tx: Tx,
  { nodeId, actor, purpose }: Speaker,
  action: LedgerAction,
  caseId: CaseId,
  exposures: readonly Exposure[],
): Promise<void> {
  const who = readerOf(actor);
  const entries = exposures.map((exposure) => ({
    id: randomUUID(),
    ownerAgency: exposure.ownerAgency,
    categoryMask: exposure.categoryMask,
    itemCount: exposure.items.length,
    digest: digestOf(exposure.items),
    notices: exposure.notices ?? [],
    items: SHOWN.has(action) ? exposure.items : [],
  }));
  try {
    await q.insertEntries(tx, { nodeId, ...who, purpose: PURPOSES[purpose], action, caseId }, entries);
  } catch (cause) {
    throw new AppError('UNAVAILABLE', 'the ledger could not be written', [], { cause });
  }
}

/** What shows the text of items to whoever does it. */
const SHOWN: ReadonlySet<LedgerAction> = new Set(['opened', 'previewed', 'handed-out']);

function readerOf(actor: Actor): { kind: 'staff' | 'youth'; id: string; agency: AgencyId | null } {
  if (actor.kind === 'staff') return { kind: 'staff', id: actor.staffId, agency: actor.agencyId };
  if (actor.kind === 'youth') return { kind: 'youth', id: actor.youngPersonId, agency: null };
  throw new AppError('INTERNAL', `a ${actor.kind} actor reads no case`);
}

/** SHA-256 over `id:version` lines in the order of ids: what was shown can be proved without storing it. */
export function digestOf(items: Exposure['items']): Buffer {
  const lines = items.map(({ itemId, version }) => `${itemId}:${version}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest();
}
