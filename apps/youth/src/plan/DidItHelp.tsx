import type { CaseItem } from '@accord/cases';
import { useRouter } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { api, troubleOf } from '../api.ts';
import { words } from '../words.ts';

const { plan } = words;

interface Props {
  itemId: CaseItem['itemId'];
  revision: number;
  /** What they said before; null while they have not. */
  helped: boolean | null;
  service: string;
}

/** One question, two answers of the same size. Nobody else can answer it, and it can be answered anew. */
export function DidItHelp({ itemId, revision, helped, service }: Props) {
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();

  const say = async (yes: boolean) => {
    if (sending) return;
    setSending(true);
    setProblem(null);
    try {
      await api.mine.referralHelped.mutate({ itemId, revision, helped: yes });
    } catch (error) {
      const { code } = troubleOf(error);
      if (code !== 'SIGN_IN_FIRST') setProblem(code === 'CONFLICT' ? plan.helpedMoved : plan.helpedTrouble);
    }
    // What stands now is what the server says, and a session that is over leads back to the start.
    await router.invalidate();
    setSending(false);
  };

  return (
    <div role="group" aria-labelledby={id} className="asked">
      <p id={id}>{plan.helpedAsk}</p>
      <p role="alert" className="problem">
        {problem}
      </p>
      <div className="answers">
        <button
          type="button"
          aria-label={`${plan.yes}: ${service}`}
          aria-pressed={helped === true}
          aria-disabled={sending}
          onClick={() => void say(true)}
        >
          {plan.yes}
        </button>
        <button
          type="button"
          aria-label={`${plan.notReally}: ${service}`}
          aria-pressed={helped === false}
          aria-disabled={sending}
          onClick={() => void say(false)}
        >
          {plan.notReally}
        </button>
      </div>
      {helped !== null && <p className="quiet">{plan.helpedMind}</p>}
    </div>
  );
}
