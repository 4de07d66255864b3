import { useEffect, useRef, useState } from 'react';
import { untilServerTime } from './clock.ts';

const LONGEST_TIMER = 2 ** 31 - 1;
const ASK_AGAIN = 1_000;

/**
 * True once `endsAt` (ISO, server's clock) has passed. Expiry makes no event, so a timer does: `onEnd` asks
 * again, every second until an answer with another end has come.
 */
export function useAccessEnd(endsAt: string | null | undefined, onEnd: () => void): boolean {
  const [passed, setPassed] = useState<string | null>(null);
  const ended = useRef(onEnd);
  useEffect(() => {
    ended.current = onEnd;
  });
  useEffect(() => {
    if (!endsAt) return;
    let timer: ReturnType<typeof setTimeout>;
    const check = () => {
      const left = untilServerTime(endsAt);
      if (left <= 0) {
        setPassed(endsAt);
        ended.current();
      }
      timer = setTimeout(check, left <= 0 ? ASK_AGAIN : Math.min(left, LONGEST_TIMER));
    };
    check();
    return () => clearTimeout(timer);
  }, [endsAt]);
  return Boolean(endsAt) && passed === endsAt;
}
