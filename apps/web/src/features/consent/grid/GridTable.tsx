import type { Cell, Grid, GridColumn, GridRow } from '@accord/consent';
import { useWords } from '@accord/ui';
import type { KeyboardEvent } from 'react';
import { CellFace } from './CellFace.tsx';
import { columnKey, draftedAs, type DraftChange } from './draft.ts';
import { useGridKeys } from './useGridKeys.ts';
import css from './grid.module.css';

export interface Chosen {
  column: GridColumn;
  row: GridRow;
  cell: Cell;
}

interface GridTableProps {
  grid: Grid;
  draft: DraftChange | null;
  chosen: Chosen | null;
  onChoose: (chosen: Chosen) => void;
  onDraft: (chosen: Chosen) => void;
  onPerson: (column: GridColumn) => void;
}

/** People across, kinds down: a table for everybody, and a grid for the keyboard. */
export function GridTable({ grid, draft, chosen, onChoose, onDraft, onPerson }: GridTableProps) {
  const t = useWords('grid');
  const kinds = useWords('categories');
  const place = useGridKeys({ rows: grid.rows.length, columns: grid.columns.length });
  return (
    <div className={css.scroll}>
      <table className={css.table} role="grid" aria-label={t('table')}>
        <thead>
          <tr>
            <th scope="col" className={css.corner}>
              {t('kind')}
            </th>
            {grid.columns.map((column, at) => (
              <th key={columnKey(column)} scope="col" className={css.head}>
                <button
                  type="button"
                  className={css.person}
                  onClick={() => onPerson(column)}
                  {...place({ row: -1, column: at })}
                >
                  <span className={css.name}>{column.name}</span>{' '}
                  <span className={css.agency}>{underName(column, t('colleague'), t('anyone'))}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row, rowAt) => (
            <tr key={row.kind}>
              <th scope="row" className={css.kind}>
                {kinds(`${row.kind}.label`)}
              </th>
              {row.cells.map((cell, at) => {
                const column = grid.columns[at];
                if (!column) return null;
                const here = { column, row, cell };
                const { onKeyDown, ...keys } = place({ row: rowAt, column: at });
                const isChosen = chosen?.row.kind === row.kind && chosen.column === column;
                return (
                  <td
                    key={columnKey(column)}
                    className={css.cell}
                    data-state={cell.state}
                    aria-selected={isChosen}
                    onClick={() => onChoose(here)}
                    onKeyDown={(event: KeyboardEvent) => {
                      if (event.key === 'Enter' || event.key === ' ') event.preventDefault();
                      if (event.key === 'Enter') onChoose(here);
                      if (event.key === ' ') onDraft(here);
                      onKeyDown(event);
                    }}
                    {...keys}
                  >
                    <CellFace cell={cell} drafted={draftedAs(draft, column, row.kind)} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function underName(column: GridColumn, colleague: string, anyone: string): string {
  if (column.isOwn) return colleague;
  if (column.post !== null) return `${column.post}, ${column.agency}`;
  return column.recipient.kind === 'agency' ? anyone : column.agency;
}
