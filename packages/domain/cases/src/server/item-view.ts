import { codesOf, covers } from '@accord/consent';
import type { ItemId } from '@accord/kernel';
import type { Unseal } from '@accord/vault';
import { CaseItem, ITEM_KINDS, type ReferralStanding } from '../contract/index.ts';
import type { AudienceRow, ItemRow } from './cases.queries.ts';

export const BODY_TABLE = 'case_item_body';

/** What one reader gets of a row: open, being prepared, or known and closed. */
export function contentOf(
  row: ItemRow,
  unseal: Unseal,
): { is: 'open'; body: unknown } | { is: 'preparing' | 'closed' } {
  const { sealed, keyVersion } = row;
  if (sealed === null || keyVersion === null) return { is: 'closed' };
  const place = { table: BODY_TABLE, rowId: row.itemId, version: row.bodyVersion };
  const text = unseal(place, { ...row, sealed, keyVersion });
  if (text === undefined) return { is: 'preparing' };
  // The kind is not sealed. A body that is none of its kind reads as not opened, and leaves the page whole.
  const body = ITEM_KINDS[row.kind].safeParse(JSON.parse(text));
  return body.success ? { is: 'open', body: body.data } : { is: 'preparing' };
}

export interface ViewOf {
  unseal: Unseal;
  names: ReadonlyMap<string, string>;
  /** Null for a reader who may not know who else reads. */
  audience: readonly AudienceRow[] | null;
  /** What else is on the page: an item that is not is not named by one that belongs to it. */
  known: ReadonlySet<ItemId>;
  standings: ReadonlyMap<ItemId, ReferralStanding>;
}

export function viewOf(row: ItemRow, { unseal, names, audience, known, standings }: ViewOf): CaseItem {
  const who = audience
    ?.filter((each) => each.ownerAgency === row.ownerAgency && covers(each.seeMask, row.categoryMask))
    .map((each) => each.name);
  const content = contentOf(row, unseal);
  return CaseItem.parse({
    itemId: row.itemId,
    kind: row.kind,
    categories: codesOf(row.categoryMask),
    owner: names.get(row.ownerAgency) ?? '',
    author: names.get(row.createdBy) ?? null,
    at: row.occurredAt,
    revision: row.revision,
    state: row.state === 'done' ? 'done' : 'open',
    parentId: row.parentId !== null && known.has(row.parentId) ? row.parentId : null,
    content,
    audience: who ? [...new Set(who)] : null,
    ...(row.kind === 'referral' && {
      standing: content.is === 'open' ? (standings.get(row.itemId) ?? null) : null,
    }),
  });
}
