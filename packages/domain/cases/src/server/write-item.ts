import type { Tx } from '@accord/rpc';
import { type CaseId, ItemId, newId, type StaffActor } from '@accord/kernel';
import { record, type Speaker } from '@accord/ledger/server';
import type { Vault } from '@accord/vault';
import type { ItemKind } from '../contract/index.ts';
import * as q from './cases.queries.ts';
import { BODY_TABLE } from './item-view.ts';
import type { StepPlan } from './plan.queries.ts';

const NOBODYS: StepPlan = { doer: null, forYoungPerson: false, dueOn: null };

export interface ItemDraft {
  caseId: CaseId;
  kind: ItemKind;
  mask: bigint;
  parentId?: ItemId;
  /** Of a step: who is to do it, and by when. */
  plan?: StepPlan;
  /** Already parsed by the kind's own schema. */
  body: object;
}

/**
 * Adds one item of the writer's own agency: the spine, the sealed body, the keys for everyone who may read it
 * already, and the ledger, in the caller's transaction. NOT_FOUND where the writer has no custody on this case.
 */
export async function writeItem(
  tx: Tx,
  vault: Vault,
  speaker: Speaker & { actor: StaffActor },
  draft: ItemDraft,
): Promise<ItemId> {
  const { actor } = speaker;
  const itemId = await putItem(tx, vault, speaker, {
    caseId: draft.caseId,
    kind: draft.kind,
    owner: actor.agencyId,
    mask: draft.mask,
    parentId: draft.parentId ?? null,
    author: actor.staffId,
    asOldAsParent: false,
    ...(draft.plan ?? NOBODYS),
    body: draft.body,
  });
  await vault.share(tx, draft.caseId);
  return itemId;
}

/** The same for any writer whom the floor lets write, but for the keys: who holds none of the case's shares none. */
export async function putItem(
  tx: Tx,
  vault: Vault,
  speaker: Speaker,
  { body, ...draft }: Omit<q.NewItem, 'itemId'> & Pick<ItemDraft, 'body'>,
): Promise<ItemId> {
  const item = { ...draft, itemId: newId(ItemId) };
  await q.insertItem(tx, item);
  const sealer = await vault.sealer(tx, item.caseId, item.owner, item.mask);
  const place = { table: BODY_TABLE, rowId: item.itemId, version: 1 };
  const sealed = sealer.seal(place, JSON.stringify(body));
  await q.insertBody(tx, item, { version: 1, keyVersion: sealer.keyVersion, sealed });
  await recordWrote(tx, speaker, {
    caseId: item.caseId,
    itemId: item.itemId,
    ownerAgency: item.owner,
    categoryMask: item.mask,
    bodyVersion: 1,
  });
  return item.itemId;
}

/** The line of the ledger for one item that was written or changed. */
export async function recordWrote(
  tx: Tx,
  speaker: Speaker,
  item: Pick<q.ItemRow, 'caseId' | 'itemId' | 'ownerAgency' | 'categoryMask' | 'bodyVersion'>,
): Promise<void> {
  const { caseId, itemId, ownerAgency, categoryMask, bodyVersion } = item;
  await record(tx, speaker, 'wrote', caseId, [
    { ownerAgency, categoryMask, items: [{ itemId, version: bodyVersion }] },
  ]);
}
