import { Button, Confirm, useWords } from '@accord/ui';
import { useState } from 'react';
import { problemOf } from './problem.ts';

interface AskFirstProps {
  /** What the button says, and the "yes" to the question. */
  label: string;
  /** Names its line for people who listen to a list of them. */
  name: string;
  question: string;
  /** Rejects where nothing was done: the question stays, and says so. */
  onYes: () => Promise<void>;
}

/** A button that asks once more, in its own place, before something is gone. */
export function AskFirst({ label, name, question, onYes }: AskFirstProps) {
  const common = useWords('common');
  const problems = useWords('problems');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const ask = (next: boolean) => {
    setError(null);
    setAsking(next);
  };
  const yes = async () => {
    setBusy(true);
    await onYes().then(() => ask(false), setError);
    setBusy(false);
  };
  return (
    <>
      {/* Hidden and kept: the focus comes back to it. */}
      <div hidden={asking}>
        <Button kind="quiet" small aria-label={name} onClick={() => ask(true)}>
          {label}
        </Button>
      </div>
      {asking ? (
        <Confirm
          question={question}
          yes={label}
          no={common('keep')}
          busy={busy}
          error={error ? (problemOf(error).sentence ?? problems('offline')) : undefined}
          onYes={() => void yes()}
          onNo={() => ask(false)}
        />
      ) : null}
    </>
  );
}
