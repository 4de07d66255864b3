import type { DemoCard } from '@accord/identity';
import { Page, SelectField, useWords } from '@accord/ui';
import { useId, type ReactNode } from 'react';
import { OwnTree } from './OwnTree.tsx';
import css from './SideBySide.module.css';

interface SideBySideProps {
  above: ReactNode;
  left: DemoCard;
  right: DemoCard;
  /** Who may sit on the left. */
  youths: readonly DemoCard[];
  onLeft: (key: string) => void;
  /** Who may sit on the right. */
  staff: readonly DemoCard[];
  onRight: (key: string) => void;
  leftPane: ReactNode;
  rightPane: ReactNode;
}

/** Two live pages of two people, side by side; below one another where it is narrow. */
export function SideBySide(props: SideBySideProps) {
  const { above, left, right, youths, onLeft, staff, onRight, leftPane, rightPane } = props;
  const t = useWords('demo');
  const id = useId();
  return (
    <Page
      title={t('side.title')}
      above={above}
      lead={t('side.lead', { left: left.name, right: right.name })}
      width="wide"
    >
      <div className={css.seats}>
        <SelectField
          id={`${id}-left`}
          label={t('side.chooseLeft')}
          value={left.key}
          options={youths.map((card) => ({ value: card.key, label: `${card.name}, ${card.title}` }))}
          onChange={(event) => onLeft(event.currentTarget.value)}
        />
        <SelectField
          id={`${id}-right`}
          label={t('side.choose')}
          value={right.key}
          options={staff.map((card) => ({ value: card.key, label: `${card.name}, ${card.title}` }))}
          onChange={(event) => onRight(event.currentTarget.value)}
        />
      </div>
      <div className={css.panes}>
        <section className={css.pane} data-side="left" aria-label={t('side.left', { name: left.name })}>
          <p className={css.name}>
            {left.name} <span>{left.title}</span>
          </p>
          <OwnTree key={left.key}>{leftPane}</OwnTree>
        </section>
        <section className={css.pane} data-side="right" aria-label={t('side.right', { name: right.name })}>
          <p className={css.name}>
            {right.name} <span>{[right.title, right.agency].filter(Boolean).join(', ')}</span>
          </p>
          <OwnTree key={right.key}>{rightPane}</OwnTree>
        </section>
      </div>
    </Page>
  );
}
