import { IconLock } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../words/i18n.ts';
import css from './notices.module.css';

/**
 * The one sentence for "there is nothing" and "it isn't shared with you": stopped, expired, narrowed and
 * never shared read alike. With `takeFocus` it takes the focus from content that has just gone.
 */
export function Neutral({ takeFocus = false }: { takeFocus?: boolean }) {
  const t = useWords('common');
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (takeFocus) line.current?.focus();
  }, [takeFocus]);
  return (
    <p className={css.neutral} tabIndex={-1} ref={line}>
      {t('neutral')}
    </p>
  );
}

/** A closed line that stands in place of what its reader may know of and may not see. */
export function Stub({ children }: { children: ReactNode }) {
  return (
    <p className={css.stub}>
      <IconLock size={16} stroke={1.75} aria-hidden />
      <span>{children}</span>
    </p>
  );
}

interface EmptyStateProps {
  title: string;
  /** What would be here, in one or two sentences. */
  children?: ReactNode;
  /** The one next step. */
  action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={css.empty}>
      <p className={css.emptyTitle}>{title}</p>
      {children ? <p className={css.soft}>{children}</p> : null}
      {action}
    </div>
  );
}

interface ErrorStateProps {
  /** What happened. */
  title: string;
  /** What was kept. */
  kept?: string;
  /** What to do. */
  action?: ReactNode;
  /** The code that support can find in the log. It names no person. */
  reference?: string | undefined;
}

export function ErrorState({ title, kept, action, reference }: ErrorStateProps) {
  const t = useWords('common');
  return (
    <div className={css.error} role="alert">
      <p className={css.emptyTitle}>{title}</p>
      {kept ? <p>{kept}</p> : null}
      {action}
      {reference ? <p className={css.reference}>{t('reference', { reference })}</p> : null}
    </div>
  );
}

/** A calm box beside the text: never a modal, never a toast. */
export function Notice({ tone, children }: { tone?: 'plum' | 'ok' | 'care' | 'stop'; children: ReactNode }) {
  return (
    <div className={css.note} data-tone={tone}>
      {children}
    </div>
  );
}
