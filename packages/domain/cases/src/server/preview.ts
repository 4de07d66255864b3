import type { Tx } from '@accord/rpc';
import { codesOf, covers, type Prepared } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { record, type Speaker } from '@accord/ledger/server';
import type { Vault } from '@accord/vault';
import * as q from './cases.queries.ts';
import { contentOf } from './item-view.ts';
import { exposuresOf } from './open-case.ts';

/**
 * What a recipient's own page would hold if this agency opened these kinds to them today: the same ids, kinds
 * and fields. Text stands only where the person who previews may read it themselves.
 */
export async function previewFor(
  tx: Tx,
  vault: Vault,
  speaker: Speaker,
  caseId: CaseId,
  mask: bigint,
): Promise<Prepared['preview']> {
  const { actor } = speaker;
  const owner = actor.kind === 'staff' ? actor.agencyId : null;
  const [unseal, rows] = [await vault.unsealer(tx, actor), await q.listItems(tx, caseId)];
  const opened = rows.filter((row) => row.ownerAgency === owner && covers(mask, row.categoryMask));
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
