import { pause, readPings, type Ears } from '@accord/ui/live';
import { useEffect, useRef } from 'react';
import { seatHeader, type Seat } from './client.ts';
import { useLockState } from './locking.tsx';

const FIRST_WAIT = 500;
/** Between two tries, in ms: where the answer is missing, and where it is that there is nothing for this reader. */
const LONGEST_WAIT = { ended: 15_000, failed: 15_000, refused: 60_000 };
/** A stream that held for so long, in ms, was no failure: the next waits begin short again. */
const STEADY = 15_000;
/** The session is over, or the case is not shared (any more): asking often changes nothing. */
const REFUSALS = [401, 404];

interface LiveOptions {
  path: '/api/staff/live' | '/api/youth/live';
  /** Left out by the young person's page: the server knows which case is theirs. */
  caseId?: string | undefined;
  seat?: Seat | undefined;
  /** Something may have changed since the page was last asked for: ask again. */
  onChange: () => void;
  /** The stream is ready, and this is the mark that the page would carry now. Left out: it is asked for again. */
  onReady?: (mark: string) => void;
}

/**
 * Listens for bare pings about one case while the page is visible, and not at all while it is hidden or locked. A ping carries
 * nothing; whoever hears it asks again and gets what they may see now. Each try to open a stream ends in one question
 * too, since something may have changed while nobody listened: when the stream is ready, or when there is none.
 */
export function useLive({ path, caseId, seat, onChange, onReady = onChange }: LiveOptions): void {
  const heard = useRef({ onChange, onReady });
  const covered = useLockState().is === 'covered';
  useEffect(() => {
    heard.current = { onChange, onReady };
  });
  useEffect(() => {
    if (covered) return;
    let stream = new AbortController();
    const follow = () => {
      stream.abort();
      if (document.visibilityState !== 'visible') return;
      stream = new AbortController();
      const ears: Ears = {
        onChange: () => heard.current.onChange(),
        onReady: (mark) => heard.current.onReady(mark),
      };
      void keepListening({ path, caseId, seat }, ears, stream.signal);
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      stream.abort();
      document.removeEventListener('visibilitychange', follow);
    };
  }, [path, caseId, seat, covered]);
}

type Target = Omit<LiveOptions, 'onChange' | 'onReady'>;
type Outcome = keyof typeof LONGEST_WAIT;

async function keepListening(target: Target, ears: Ears, signal: AbortSignal): Promise<void> {
  let wait = FIRST_WAIT;
  let last: Outcome | undefined;
  while (!signal.aborted) {
    const start = Date.now();
    const outcome = await listen(target, ears, signal);
    if (signal.aborted) return;
    // What is refused again has not changed: the page that says so is not asked for again.
    if (outcome === 'failed' || (outcome === 'refused' && last !== 'refused')) ears.onChange();
    last = outcome;
    if (Date.now() - start >= STEADY) wait = FIRST_WAIT;
    await pause(wait, signal);
    wait = Math.min(wait * 2, LONGEST_WAIT[outcome]);
  }
}

/** Opens one stream and reads it to its end. */
async function listen({ path, caseId, seat }: Target, ears: Ears, signal: AbortSignal): Promise<Outcome> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...seatHeader(seat) },
      body: JSON.stringify(caseId === undefined ? {} : { cases: [caseId] }),
      cache: 'no-store',
      signal,
    });
    if (REFUSALS.includes(response.status)) return 'refused';
    if (!response.ok || !response.body) return 'failed';
    await readPings(response.body, ears);
    return 'ended';
  } catch {
    return 'failed';
  }
}
