import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import css from './Confirm.module.css';

interface ConfirmProps {
  /** The question, naming what would happen and to whom. */
  question: string;
  yes: string;
  no: string;
  /** True where a yes ends nothing: no colour of alarm. */
  calm?: boolean;
  busy?: boolean;
  error?: ReactNode;
  onYes: () => void;
  onNo: () => void;
}

/**
 * One question in place, two answers of the same size. The focus goes to the answer that changes nothing,
 * and back to the button that asked: hide that one meanwhile, and keep it.
 */
export function Confirm({ question, yes, no, calm = false, busy = false, error, onYes, onNo }: ConfirmProps) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    keep.current?.focus();
    return () => {
      // Back to what was pressed, unless the answer took it away or the focus has a better place already.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, []);
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onNo();
  };
  return (
    <div className={css.confirm} data-calm={calm || undefined} role="group" aria-label={question}>
      <p className={css.question}>{question}</p>
      {error ? <p role="alert">{error}</p> : null}
      <div className={css.answers}>
        <Button kind={calm ? 'primary' : 'stop'} busy={busy} onClick={onYes} onKeyDown={escape}>
          {yes}
        </Button>
        <Button ref={keep} onClick={onNo} onKeyDown={escape}>
          {no}
        </Button>
      </div>
    </div>
  );
}
