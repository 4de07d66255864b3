import type { Grid, GridColumn } from '@accord/consent';
import { Button, firstNeed, SelectField, useWords } from '@accord/ui';
import { useId, useState, type ReactNode } from 'react';
import { CellFace } from './CellFace.tsx';
import { changeOf, columnKey, draftedAs, type DraftChange } from './draft.ts';
import type { Chosen } from './GridTable.tsx';
import { useReason } from './useReason.ts';
import css from './grid.module.css';

interface PersonListProps {
  grid: Grid;
  draft: DraftChange | null;
  canDraft: boolean;
  onDraft: (chosen: Chosen) => void;
  onPerson: (column: GridColumn) => void;
  /** Where a paused permission is started again. */
  startAgain: ReactNode;
}

/** The same answer for a narrow screen: one person at a time, every kind with its reason. */
export function PersonList({ grid, draft, canDraft, onDraft, onPerson, startAgain }: PersonListProps) {
  const t = useWords('grid');
  const kinds = useWords('categories');
  const law = useWords('law');
  const reason = useReason();
  const id = useId();
  const [picked, setPicked] = useState('');
  const first = grid.columns.find((column) => !column.isOwn) ?? grid.columns[0];
  const column = grid.columns.find((each) => columnKey(each) === picked) ?? first;
  if (!column) return null;
  const at = grid.columns.indexOf(column);
  return (
    <div className={css.list}>
      <SelectField
        id={id}
        label={t('person')}
        value={columnKey(column)}
        onChange={(event) => setPicked(event.currentTarget.value)}
        options={grid.columns.map((each) => ({
          value: columnKey(each),
          label: `${each.name}, ${each.agency}`,
        }))}
      />
      <ul className={css.lines}>
        {grid.rows.map((row) => {
          const cell = row.cells[at];
          if (!cell) return null;
          const change = changeOf(column, row, cell);
          const drafted = draftedAs(draft, column, row.kind);
          return (
            <li key={row.kind} className={css.line}>
              <span className={css.lineKind}>{kinds(`${row.kind}.label`)}</span>
              <CellFace cell={cell} drafted={drafted} />
              <span className={css.soft}>{reason(column, cell)}</span>
              {column.law
                .filter(({ kind }) => kind === row.kind)
                .map((line, index) => (
                  <span key={index} className={css.soft}>
                    {law(`needs.${firstNeed(line)}`, { code: grid.codeName })}
                  </span>
                ))}
              {canDraft && change ? (
                <span>
                  <Button
                    small
                    aria-label={`${t(drafted ? 'draft.undo' : `draft.${change}`)}: ${kinds(`${row.kind}.label`)}`}
                    onClick={() => onDraft({ column, row, cell })}
                  >
                    {t(drafted ? 'draft.undo' : `draft.${change}`)}
                  </Button>
                </span>
              ) : null}
              {cell.reason === 'paused' ? <span>{startAgain}</span> : null}
            </li>
          );
        })}
      </ul>
      <div>
        <Button onClick={() => onPerson(column)}>{t('stop.title', { name: column.name })}</Button>
      </div>
    </div>
  );
}
