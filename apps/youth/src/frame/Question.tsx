import { useEffect, useId, useRef, useState } from 'react';

interface Props {
  question: string;
  /** The answer that does it, at rest and while it is on its way; and the one that leaves things as they are. */
  yes: string;
  sending: string;
  no: string;
  /** Answers what went wrong, or null when it is done. */
  onYes: () => Promise<string | null>;
  onNo: () => void;
}

/**
 * One question that names what and who, two answers of the same size, no reason asked. It stands in the card and
 * not in a dialog: a dialog would take Exit away while it is open.
 */
export function Question({ question: asked, yes, sending, no, onYes, onNo }: Props) {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const group = useRef<HTMLDivElement>(null);
  const question = useRef<HTMLParagraphElement>(null);
  const id = useId();
  useEffect(() => {
    question.current?.focus({ preventScroll: true });
    // The answers too: on a small screen they would lie under Exit.
    group.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const send = async () => {
    if (isSending) return;
    setSending(true);
    setProblem(await onYes());
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
        <button type="button" aria-disabled={isSending} onClick={() => void send()}>
          {isSending ? sending : yes}
        </button>
        <button type="button" onClick={onNo}>
          {no}
        </button>
      </div>
    </div>
  );
}
