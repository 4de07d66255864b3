import { useState } from 'react';
import { words } from '../words.ts';

interface Props {
  words: string;
  /** What it does and with whom, for who hears it without the card around it. */
  name: string;
  /** Answers what went wrong, or null. */
  onChange: () => Promise<string | null>;
}

/** Pauses, or starts again, in one tap: each undoes the other, so there is no question. */
export function ChangeButton({ words: shown, name, onChange }: Props) {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const send = async () => {
    if (sending) return;
    setSending(true);
    setProblem(await onChange());
    setSending(false);
  };

  return (
    <>
      <button
        type="button"
        className="change"
        aria-disabled={sending}
        aria-label={name}
        onClick={() => void send()}
      >
        {sending ? words.sharing.changing : shown}
      </button>
      {problem !== null && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
    </>
  );
}
