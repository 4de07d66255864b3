import { useEffect, useRef } from 'react';
import { seatHeader, type Seat } from './client.ts';

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;

interface LiveOptions {
  path: '/api/staff/live' | '/api/youth/live';
  caseId: string | undefined;
  seat?: Seat | undefined;
  /** Something may have changed, or the stream was away for a while: ask again. */
  onChange: () => void;
}

/**
 * Listens for bare pings about one case while the page is visible. A ping carries nothing; whoever hears it
 * asks again and gets what they may see now. A stream that closes (access ended, session over, server gone)
 * is followed by one refetch and a new try, each wait twice as long as the last.
 */
export function useLive({ path, caseId, seat, onChange }: LiveOptions): void {
  const changed = useRef(onChange);
  useEffect(() => {
    changed.current = onChange;
  });
  useEffect(() => {
    if (caseId === undefined) return;
    let stream = new AbortController();
    const start = () => {
      stream = new AbortController();
      void keepListening({ path, caseId, seat }, () => changed.current(), stream.signal);
    };
    const onVisibility = () => {
      stream.abort();
      if (document.visibilityState !== 'visible') return;
      changed.current();
      start();
    };
    if (document.visibilityState === 'visible') start();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      stream.abort();
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [path, caseId, seat]);
}

type Target = Omit<LiveOptions, 'onChange' | 'caseId'> & { caseId: string };

async function keepListening(target: Target, onChange: () => void, signal: AbortSignal): Promise<void> {
  let wait = FIRST_WAIT;
  while (!signal.aborted) {
    const heard = await listen(target, onChange, signal);
    if (signal.aborted) return;
    wait = heard ? FIRST_WAIT : Math.min(wait * 2, LONGEST_WAIT);
    onChange();
    await pause(wait, signal);
  }
}

/** Reads one stream to its end. True when it was open at all. */
async function listen(
  { path, caseId, seat }: Target,
  onChange: () => void,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...seatHeader(seat) },
      body: JSON.stringify({ cases: [caseId] }),
      cache: 'no-store',
      signal,
    });
    if (!response.ok || !response.body) return false;
    await readPings(response.body, onChange);
    return true;
  } catch {
    return false;
  }
}

/** Calls `onPing` for each `event: changed` of an event stream (HTML standard, 9.2.6). */
export async function readPings(body: ReadableStream<Uint8Array>, onPing: () => void): Promise<void> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + value).split(/\r\n|\n|\r/);
    rest = lines.pop() ?? '';
    for (const line of lines) if (/^event: ?changed$/.test(line)) onPing();
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
