import { AppError, type StaffActor } from '@accord/kernel';
import type { Speaker } from '@accord/ledger/server';
import type { Tx } from '@accord/rpc';
import type { Vault } from '@accord/vault';
import { insertBody, type ItemRow } from './cases.queries.ts';
import { BODY_TABLE } from './item-view.ts';
import { reviseBody } from './plan.queries.ts';
import { recordWrote } from './write-item.ts';

/**
 * Writes a new version of an item; the older ones stay. CONFLICT when somebody changed it since `seen`, with nothing
 * written. Answers the new revision.
 */
export async function reviseItem(
  tx: Tx,
  vault: Vault,
  speaker: Speaker & { actor: StaffActor },
  row: ItemRow,
  seen: number,
  /** Already parsed by the kind's own schema. */
  body: object,
): Promise<number> {
  const revision = await putVersion(tx, vault, speaker, row, seen, body);
  await vault.share(tx, row.caseId);
  return revision;
}

/** The same for any writer whom the floor lets write, but for the keys: who holds none of the case's shares none. */
export async function putVersion(
  tx: Tx,
  vault: Vault,
  speaker: Speaker,
  row: ItemRow,
  seen: number,
  body: object,
): Promise<number> {
  const { caseId, itemId, ownerAgency, categoryMask } = row;
  // The keys of the case before its rows, as everywhere: an erasure takes them in that order too.
  const sealer = await vault.sealer(tx, caseId, ownerAgency, categoryMask);
  const next = await reviseBody(tx, caseId, itemId, seen);
  if (!next) throw new AppError('CONFLICT', 'the item moved on');
  const place = { table: BODY_TABLE, rowId: itemId, version: next.bodyVersion };
  await insertBody(tx, row, {
    version: next.bodyVersion,
    keyVersion: sealer.keyVersion,
    sealed: sealer.seal(place, JSON.stringify(body)),
  });
  await recordWrote(tx, speaker, { ...row, bodyVersion: next.bodyVersion });
  return next.revision;
}
