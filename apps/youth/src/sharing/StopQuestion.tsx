import { useEffect, useId, useRef, useState } from 'react';
import { words } from '../words.ts';

interface Props {
  question: string;
  /** Answers what went wrong, or null when it is stopped. */
  onStop: () => Promise<string | null>;
  onKeep: () => void;
}

const { sharing } = words;

/**
 * One question that names what and who, two answers of the same size, no reason asked. It stands in the card and
 * not in a dialog: a dialog would take Exit away while it is open.
 */
export function StopQuestion({ question: asked, onStop, onKeep }: Props) {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const group = useRef<HTMLDivElement>(null);
  const question = useRef<HTMLParagraphElement>(null);
  const id = useId();
  useEffect(() => {
    question.current?.focus({ preventScroll: true });
    // The answers too: on a small screen they would lie under Exit.
    group.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const stop = async () => {
    if (sending) return;
    setSending(true);
    setProblem(await onStop());
    setSending(false);
  };

  return (
    <div ref={group} role="group" aria-labelledby={id} className="question">
      <p id={id} ref={question} tabIndex={-1}>
        <strong>{asked}</strong>
      </p>
      <p role="alert" className="problem">
        {problem}
      </p>
      <div className="answers">
        <button type="button" aria-disabled={sending} onClick={() => void stop()}>
          {sending ? sharing.stopping : sharing.stop}
        </button>
        <button type="button" onClick={onKeep}>
          {sharing.keep}
        </button>
      </div>
    </div>
  );
}
