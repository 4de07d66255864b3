import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import css from './Confirm.module.css';

interface ConfirmProps {
  /** The question, naming what would happen and to whom. */
  question: string;
  yes: string;
  no: string;
  busy?: boolean;
  error?: ReactNode;
  onYes: () => void;
  onNo: () => void;
}

/** One question in place, two answers of the same size. It takes the focus; Escape says no. */
export function Confirm({ question, yes, no, busy = false, error, onYes, onNo }: ConfirmProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div
      className={css.confirm}
      role="group"
      aria-label={question}
      tabIndex={-1}
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onNo();
      }}
    >
      <p className={css.question}>{question}</p>
      {error ? <p role="alert">{error}</p> : null}
      <div className={css.answers}>
        <Button kind="stop" busy={busy} onClick={onYes}>
          {yes}
        </Button>
        <Button onClick={onNo}>{no}</Button>
      </div>
    </div>
  );
}
