import { useEffect, useRef, type MouseEvent } from 'react';
import css from './notices.module.css';

export interface FieldError {
  /** The id of the field that needs another look; null for what no single field can mend. */
  fieldId: string | null;
  message: string;
}

interface ErrorSummaryProps {
  title: string;
  errors: readonly FieldError[];
  /** Counts the attempts: each failed one moves the focus here, also when the list is the same. */
  attempt: number;
}

/** What needs another look, above the form, each line a link to its field. Takes the focus when it appears. */
export function ErrorSummary({ title, errors, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <div className={css.summary} role="alert" tabIndex={-1} ref={box}>
      <p className={css.title}>{title}</p>
      <ul className={css.lines}>
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId} ${message}`}>
            {fieldId ? (
              <a href={`#${fieldId}`} onClick={(event) => goTo(event, fieldId)}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Moves to the field without touching the address: an address says nothing about what is on the screen. */
function goTo(event: MouseEvent, fieldId: string): void {
  event.preventDefault();
  const field = document.getElementById(fieldId);
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
}
