import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { troubleOf } from '../api.ts';
import { words } from '../words.ts';

const { me } = words;

/** Sends once, and asks the page again. What was written stays where it was not saved, and why is said. */
export function useSend(onDone: () => void) {
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (call: () => Promise<object>) => {
    if (sending) return;
    setSending(true);
    setProblem(null);
    try {
      await call();
      onDone();
      await router.invalidate();
    } catch (error) {
      const { code } = troubleOf(error);
      // Only a session that is over leads away from what was written.
      if (code === 'SIGN_IN_FIRST') await router.invalidate();
      else setProblem(code === 'CONFLICT' ? me.moved : code === 'UNAVAILABLE' ? me.notNow : me.trouble);
    }
    setSending(false);
  };
  return { send, sending, problem, setProblem };
}
