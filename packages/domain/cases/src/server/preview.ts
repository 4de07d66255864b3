import type { Tx } from '@accord/rpc';
import { codesOf, covers, type Prepared } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { record, type Speaker } from '@accord/ledger/server';
import type { Vault } from '@accord/vault';
import * as q from './cases.queries.ts';
import { contentOf } from './item-view.ts';
import { exposuresOf } from './open-case.ts';

/** What a recipient's own page would hold if this agency opened these kinds to them today, and nothing else. */
export function previewFor(
  tx: Tx,
  vault: Vault,
  speaker: Speaker,
  caseId: CaseId,
  mask: bigint,
): Promise<Prepared['preview']> {
  return previewOf(tx, vault, speaker, caseId, (row) => covers(mask, row.categoryMask));
}

/**
 * A page of this agency's items, as far as `isOpen` says: the same ids, kinds and fields as on its reader's own.
 * Text stands only where the person who previews may read it themselves. It leaves its line in the ledger.
 */
export async function previewOf(
  tx: Tx,
  vault: Vault,
  speaker: Speaker,
  caseId: CaseId,
  isOpen: (row: q.ItemRow) => boolean,
): Promise<Prepared['preview']> {
  const { actor } = speaker;
  const owner = actor.kind === 'staff' ? actor.agencyId : null;
  const [unseal, rows] = [await vault.unsealer(tx, actor), await q.listItems(tx, caseId)];
  const opened = rows.filter((row) => row.ownerAgency === owner && isOpen(row));
  if (owner) await record(tx, speaker, 'previewed', caseId, exposuresOf(opened, owner));
  return opened.map((row) => {
    const content = contentOf(row, unseal);
    const body = content.is === 'open' ? (content.body as Record<string, unknown>) : {};
    return {
      itemId: row.itemId,
      kind: row.kind,
      categories: codesOf(row.categoryMask),
      fields: Object.keys(body),
      title: titleOf(body),
    };
  });
}

/** The first field of a body is what its item is called by. */
function titleOf(body: Record<string, unknown>): string | null {
  const [first] = Object.values(body);
  return typeof first === 'string' ? first : null;
}
