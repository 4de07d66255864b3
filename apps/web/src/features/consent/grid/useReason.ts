import type { Cell, CategoryCode, GridColumn } from '@accord/consent';
import { useWords } from '@accord/ui';
import { calendarDay, listed } from '../../../app/when.ts';
import { lookOf } from './draft.ts';

/** Why a cell is as it is: one sentence, and when it ends. */
export function useReason() {
  const t = useWords('grid');
  const purposes = useWords('purposes');
  return (column: GridColumn, cell: Cell): string => {
    const why = t(`why.${cell.reason}`, {
      name: column.name,
      purposes: listed(cell.purposes.map((purpose) => purposes(purpose))),
    });
    return cell.endsOn ? `${why} ${t('why.until', { day: calendarDay(cell.endsOn) })}` : why;
  };
}

/** "Goals and steps, Rafael Ortiz: All." */
export function useCellName() {
  const t = useWords('grid');
  const kinds = useWords('categories');
  return (kind: CategoryCode, column: GridColumn, cell: Cell): string =>
    t('why.cell', { kind: kinds(`${kind}.label`), name: column.name, state: t(`state.${lookOf(cell)}`) });
}
