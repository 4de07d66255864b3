import { pause, readPings } from '@accord/ui/live';

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
/** A stream that held for so long was no failure: the next waits begin short again. */
const STEADY_MS = 15_000;

interface Watch {
  onChange: () => void;
  signal: AbortSignal;
  open: (signal: AbortSignal) => Promise<Response>;
}

/** Opens the stream of pings about the young person's own case: the server knows which one that is. */
export function openStream(signal: AbortSignal): Promise<Response> {
  return fetch('/api/youth/live', { method: 'POST', headers: { accept: 'text/event-stream' }, signal });
}

/** Resolves when the page can be seen, or when the watch is over. */
function seen(signal: AbortSignal): Promise<void> {
  if (document.visibilityState === 'visible' || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const check = (): void => {
      if (document.visibilityState !== 'visible' && !signal.aborted) return;
      document.removeEventListener('visibilitychange', check);
      resolve();
    };
    document.addEventListener('visibilitychange', check);
    signal.addEventListener('abort', check, { once: true });
  });
}

function bodyOf({ ok, body, status }: Response): ReadableStream<Uint8Array> {
  if (!ok || !body) throw new Error(`live stream answered ${status}`);
  return body;
}

/**
 * Calls `onChange` whenever something that this person may know of may have changed, until `signal` aborts.
 * One stream while the page is visible, none while it is hidden. When a stream ends (session over, server gone)
 * another is opened, ever more slowly. What changed while none was open is asked for once: when the next one is
 * ready, or when there is none.
 */
export async function watchChanges({ onChange, signal, open }: Watch): Promise<void> {
  let wait = FIRST_WAIT_MS;
  while (!signal.aborted) {
    await seen(signal);
    const stream = new AbortController();
    const end = (): void => stream.abort();
    const endIfHidden = (): void => {
      if (document.visibilityState === 'hidden') end();
    };
    signal.addEventListener('abort', end, { once: true });
    document.addEventListener('visibilitychange', endIfHidden);
    const start = Date.now();
    try {
      await readPings(bodyOf(await open(stream.signal)), { onChange, onReady: onChange });
    } catch {
      if (!stream.signal.aborted) onChange();
    } finally {
      signal.removeEventListener('abort', end);
      document.removeEventListener('visibilitychange', endIfHidden);
    }
    if (signal.aborted) return;
    if (stream.signal.aborted) {
      wait = FIRST_WAIT_MS;
      continue;
    }
    if (Date.now() - start >= STEADY_MS) wait = FIRST_WAIT_MS;
    await pause(wait, signal);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}
