import { Button, firstNeed, Section, useWords } from '@accord/ui';
import type { ReactNode } from 'react';
import { Rules } from '../law/LawLines.tsx';
import { changeOf, draftedAs, type DraftChange } from './draft.ts';
import type { Chosen } from './GridTable.tsx';
import { useCellName, useReason } from './useReason.ts';

interface WhyPanelProps {
  code: string;
  chosen: Chosen;
  draft: DraftChange | null;
  /** Drafts are about today, with an answer that is fresh. */
  canDraft: boolean;
  onDraft: (chosen: Chosen) => void;
  /** Where a paused permission is started again. */
  startAgain: ReactNode;
}

/** The reason of the chosen cell, and what a draft could do about it. */
export function WhyPanel({ code, chosen, draft, canDraft, onDraft, startAgain }: WhyPanelProps) {
  const t = useWords('grid');
  const reason = useReason();
  const nameOf = useCellName();
  const { column, row, cell } = chosen;
  const law = useWords('law');
  const kinds = useWords('categories');
  const change = changeOf(column, row, cell);
  const held = column.law.filter(({ kind }) => kind === row.kind);
  const drafted = draftedAs(draft, column, row.kind);
  return (
    <Section title={t('why.title')}>
      <p>
        <strong>{nameOf(row.kind, column, cell)}</strong> {reason(column, cell)}
      </p>
      {held.map((line, at) => (
        <div key={at}>
          <p>{law(`needs.${firstNeed(line)}`, { code })}</p>
          <Rules rules={line.rules} name={law('whyNamed', { kind: kinds(`${row.kind}.label`) })} />
        </div>
      ))}
      {canDraft && change ? (
        <div>
          <Button small onClick={() => onDraft(chosen)}>
            {t(drafted ? 'draft.undo' : `draft.${change}`)}
          </Button>
        </div>
      ) : null}
      {cell.reason === 'paused' ? <div>{startAgain}</div> : null}
    </Section>
  );
}
