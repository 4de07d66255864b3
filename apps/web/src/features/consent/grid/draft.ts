import type { CategoryCode, Cell, GridColumn, GridRow } from '@accord/consent';
import type { Purpose } from '@accord/kernel';
import { recipientKey } from '../recipients.ts';

/** A change that nobody has been asked about: one recipient, since a permission names one. */
export interface DraftChange {
  column: GridColumn;
  add: readonly CategoryCode[];
  remove: readonly CategoryCode[];
}

/** What goes into the form that asks: ids and kinds. */
export interface Ask {
  recipient: GridColumn['recipient'];
  kinds: readonly CategoryCode[];
  purpose: Purpose;
  endsOn: string;
}

export const columnKey = (column: GridColumn) => recipientKey(column.recipient);

const NO_DRAFT: readonly Cell['reason'][] = ['restricted', 'paused', 'law'];

/**
 * What a draft can do to a cell. Colleagues, law and what no permission can open stay as they are; what is paused is
 * started again, and what a signed permission waits for is no draft's.
 */
export function changeOf(column: GridColumn, row: GridRow, cell: Cell): 'add' | 'remove' | null {
  if (column.isOwn || !row.shareable || NO_DRAFT.includes(cell.reason)) return null;
  if (cell.state === 'none') return 'add';
  return column.permissions.some(({ categories }) => categories.includes(row.kind)) ? 'remove' : null;
}

/** The draft with this cell's change put in, or taken out again. Another person's cell starts a new draft. */
export function cycle(
  draft: DraftChange | null,
  column: GridColumn,
  kind: CategoryCode,
  change: 'add' | 'remove',
): DraftChange | null {
  const base =
    draft && columnKey(draft.column) === columnKey(column) ? draft : { column, add: [], remove: [] };
  const had = base[change].includes(kind);
  const next = {
    ...base,
    [change]: had ? base[change].filter((one) => one !== kind) : [...base[change], kind],
  };
  return next.add.length + next.remove.length === 0 ? null : next;
}

/** What is left of a draft once something was really stopped: only what would be asked for. */
export const withoutStops = (draft: DraftChange): DraftChange | null =>
  draft.add.length === 0 ? null : { ...draft, remove: [] };

/** Whether a cell is in the draft, and how. */
export function draftedAs(
  draft: DraftChange | null,
  column: GridColumn,
  kind: CategoryCode,
): 'add' | 'remove' | null {
  if (!draft || columnKey(draft.column) !== columnKey(column)) return null;
  if (draft.add.includes(kind)) return 'add';
  return draft.remove.includes(kind) ? 'remove' : null;
}

/** How a cell looks: its state, and what is paused by a sign of its own. */
export const lookOf = ({ state, reason }: Cell) => (reason === 'paused' ? 'paused' : state);
