import type { Grid, GridColumn } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { EmptyState, useAnnounce, useWords } from '@accord/ui';
import { useState, type ReactNode } from 'react';
import { Happened, useNews } from '../../../app/Happened.tsx';
import { changeOf, columnKey, cycle, withoutStops, type Ask, type DraftChange } from './draft.ts';
import { DraftBar } from './DraftBar.tsx';
import { GridTable, type Chosen } from './GridTable.tsx';
import { Legend } from './Legend.tsx';
import { PersonList } from './PersonList.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { useCellName, useReason } from './useReason.ts';
import { useThereAndBack } from './useThereAndBack.ts';
import { WhyPanel } from './WhyPanel.tsx';
import css from './grid.module.css';

interface GridBoardProps {
  caseId: CaseId;
  grid: Grid;
  canDraft: boolean;
  canStop: boolean;
  ask: (what: Ask, label: string) => ReactNode;
  /** The link to the permissions of the case. */
  permissions: (label: string, name: string) => ReactNode;
  onChanged: () => Promise<void>;
}

/** The table, or the list, with what was chosen in it: a reason, a draft, a person. */
export function GridBoard({ caseId, grid, canDraft, canStop, ask, permissions, onChanged }: GridBoardProps) {
  const t = useWords('grid');
  const announce = useAnnounce();
  const reason = useReason();
  const nameOf = useCellName();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [draft, setDraft] = useState<DraftChange | null>(null);
  const [person, setPerson] = useState<string | null>(null);
  const current = chosen ? findAgain(grid, chosen) : null;
  const column = grid.columns.find((each) => columnKey(each) === person);
  const { news, tell } = useNews();
  const { there, go } = useThereAndBack();

  function choose(next: Chosen): void {
    setChosen(next);
    go();
    announce(`${nameOf(next.row.kind, next.column, next.cell)} ${reason(next.column, next.cell)}`);
  }

  function change(next: Chosen): void {
    setChosen(next);
    const how = canDraft ? changeOf(next.column, next.row, next.cell) : null;
    if (!how) return announce(t(next.cell.reason === 'paused' ? 'draft.paused' : 'draft.cannotDraft'));
    setDraft(cycle(draft, next.column, next.row.kind, how));
  }

  async function changed(sentence: string): Promise<void> {
    await onChanged();
    setDraft((before) => (before && columnKey(before.column) === person ? withoutStops(before) : before));
    tell(sentence);
  }

  const drafts =
    canDraft &&
    grid.rows.some((row) =>
      grid.columns.some((each, at) => row.cells[at] && changeOf(each, row, row.cells[at])),
    );
  const startAgain = permissions(t('draft.startAgain'), t('draft.startAgainNamed', { code: grid.codeName }));
  const shared = { grid, draft, onDraft: change, onPerson: (who: GridColumn) => setPerson(columnKey(who)) };
  return (
    <div className={css.board}>
      {grid.columns.every(({ isOwn }) => isOwn) ? (
        <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
      ) : null}
      <Legend />
      <div className={css.wide}>
        <p className={css.keys}>
          {t('touch')} {t('keys')} {drafts ? t('keysDraft') : null}
        </p>
        <GridTable {...shared} chosen={current} onChoose={choose} />
      </div>
      <div className={css.narrow}>
        <PersonList {...shared} canDraft={canDraft} startAgain={startAgain} />
      </div>
      <div className={css.beside}>
        <Happened news={news} />
        {current ? (
          <div className={css.why} ref={there}>
            <WhyPanel
              code={grid.codeName}
              chosen={current}
              draft={draft}
              canDraft={canDraft}
              onDraft={change}
              startAgain={startAgain}
            />
          </div>
        ) : null}
        {column && canStop ? (
          <PersonPanel caseId={caseId} column={column} onChanged={changed} onClose={() => setPerson(null)} />
        ) : null}
        {draft && canDraft ? (
          <DraftBar
            key={columnKey(draft.column)}
            caseId={caseId}
            code={grid.codeName}
            owner={grid.owner}
            draft={draft}
            ask={ask}
            onStop={() => setPerson(columnKey(draft.column))}
            onClear={() => setDraft(null)}
          />
        ) : null}
      </div>
    </div>
  );
}

/** The chosen cell in a newer answer; null when it is no longer there. */
function findAgain(grid: Grid, chosen: Chosen): Chosen | null {
  const at = grid.columns.findIndex((column) => columnKey(column) === columnKey(chosen.column));
  const row = grid.rows.find(({ kind }) => kind === chosen.row.kind);
  const [column, cell] = [grid.columns[at], row?.cells[at]];
  return column && row && cell ? { column, row, cell } : null;
}
