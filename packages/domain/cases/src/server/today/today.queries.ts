import type { Tx } from '@accord/db';
import type { CaseId, ItemId } from '@accord/kernel';
import { itemRows, type ItemRow } from '../cases.queries.ts';

export async function noteVisit(tx: Tx, caseId: CaseId): Promise<void> {
  await tx`select note_visit(${caseId})`;
}

/** In the order in which they are due. */
export async function listStepsInHand(tx: Tx, most: number) {
  return tx<{ caseId: CaseId; itemId: ItemId; isMine: boolean }[]>`
    select case_id as "caseId", item_id as "itemId", is_mine as "isMine" from steps_in_hand(${most})`;
}

/** Those items with their present bodies. */
export async function listRows(
  tx: Tx,
  items: readonly { caseId: CaseId; itemId: ItemId }[],
): Promise<ItemRow[]> {
  const cases = items.map(({ caseId }) => caseId);
  const ids = items.map(({ itemId }) => itemId);
  return tx<ItemRow[]>`${itemRows(tx)}
    where (i.case_id, i.id) in (select * from unnest(${cases}::uuid[], ${ids}::uuid[]))`;
}

/** The newest appointments and meetings of the scope. When one is stands sealed with its words. */
export async function listAppointments(tx: Tx, cases: readonly CaseId[], most: number): Promise<ItemRow[]> {
  return tx<ItemRow[]>`${itemRows(tx)}
    where i.case_id = any (${[...cases]}::uuid[]) and i.kind in ('appointment', 'meeting')
    order by i.created_at desc, i.id limit ${most}`;
}

export async function listChanges(tx: Tx) {
  return tx<{ caseId: CaseId; lookedAt: string | null; changes: number; lastAt: string }[]>`
    select case_id as "caseId", looked_at as "lookedAt", changes, last_at as "lastAt"
    from changes_since_visit() order by last_at desc`;
}

/** From now until so many days from now, by the database's clock. */
export async function findSpan(tx: Tx, days: number): Promise<{ from: string; to: string }> {
  const [row] = await tx<{ from: string; to: string }[]>`
    select statement_timestamp() as from, statement_timestamp() + make_interval(days => ${days}) as to`;
  if (!row) throw new Error('the database gave no time');
  return row;
}
