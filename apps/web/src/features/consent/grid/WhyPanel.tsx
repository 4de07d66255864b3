import { Button, Section, useWords } from '@accord/ui';
import type { ReactNode } from 'react';
import { changeOf, draftedAs, type DraftChange } from './draft.ts';
import type { Chosen } from './GridTable.tsx';
import { useCellName, useReason } from './useReason.ts';

interface WhyPanelProps {
  chosen: Chosen;
  draft: DraftChange | null;
  /** Drafts are about today, with an answer that is fresh. */
  canDraft: boolean;
  onDraft: (chosen: Chosen) => void;
  /** Where a paused permission is started again. */
  startAgain: ReactNode;
}

/** The reason of the chosen cell, and what a draft could do about it. */
export function WhyPanel({ chosen, draft, canDraft, onDraft, startAgain }: WhyPanelProps) {
  const t = useWords('grid');
  const reason = useReason();
  const nameOf = useCellName();
  const { column, row, cell } = chosen;
  const change = changeOf(column, row, cell);
  const drafted = draftedAs(draft, column, row.kind);
  return (
    <Section title={t('why.title')}>
      <p>
        <strong>{nameOf(row.kind, column, cell)}</strong> {reason(column, cell)}
      </p>
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
