import { useEffect, useId, useRef, useState } from 'react';
import { fill } from '../fill.ts';
import { words } from '../words.ts';

interface Props {
  who: string;
  /** Answers what went wrong, or null. */
  onYes: () => Promise<string | null>;
  onNo: () => void;
}

const { signers } = words;

/** One question, two answers of one size. In the card and not in a dialog: a dialog would take Exit away. */
export function KeepOutQuestion({ who, onYes, onNo }: Props) {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const group = useRef<HTMLDivElement>(null);
  const question = useRef<HTMLParagraphElement>(null);
  const id = useId();
  useEffect(() => {
    question.current?.focus({ preventScroll: true });
    group.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  const send = async () => {
    if (sending) return;
    setSending(true);
    setProblem(await onYes());
    setSending(false);
  };
  return (
    <div ref={group} role="group" aria-labelledby={id} className="question">
      <p id={id} ref={question} tabIndex={-1}>
        <strong>{fill(signers.question, { who })}</strong>
      </p>
      <p role="alert" className="problem">
        {problem}
      </p>
      <div className="answers">
        <button type="button" aria-disabled={sending} onClick={() => void send()}>
          {sending ? signers.saving : signers.yes}
        </button>
        <button type="button" onClick={onNo}>
          {signers.keep}
        </button>
      </div>
    </div>
  );
}
