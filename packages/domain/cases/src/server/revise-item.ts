import { AppError, type StaffActor } from '@accord/kernel';
import type { Speaker } from '@accord/ledger/server';
import type { Tx } from '@accord/rpc';
import type { Vault } from '@accord/vault';
import { insertBody, type ItemRow } from './cases.queries.ts';
import { BODY_TABLE } from './item-view.ts';
import { reviseBody } from './plan.queries.ts';
import { recordWrote } from './write-item.ts';

/**
 * Writes a new version of an item's text, already parsed by its kind's schema; the older ones stay. CONFLICT when
 * somebody changed it since `seen`, with nothing written. Answers the new revision.
 */
export async function reviseItem(
  tx: Tx,
  vault: Vault,
  speaker: Speaker & { actor: StaffActor },
  row: ItemRow,
  seen: number,
  body: object,
): Promise<number> {
  const { caseId, itemId, ownerAgency, categoryMask } = row;
  const next = await reviseBody(tx, caseId, itemId, seen);
  if (!next) throw new AppError('CONFLICT', 'the text moved on');
  const sealer = await vault.sealer(tx, caseId, ownerAgency, categoryMask);
  const place = { table: BODY_TABLE, rowId: itemId, version: next.bodyVersion };
  await insertBody(tx, row, {
    version: next.bodyVersion,
    keyVersion: sealer.keyVersion,
    sealed: sealer.seal(place, JSON.stringify(body)),
  });
  await vault.share(tx, caseId);
  await recordWrote(tx, speaker, { ...row, bodyVersion: next.bodyVersion });
  return next.revision;
}
