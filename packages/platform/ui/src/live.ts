/** What is done with what a stream of changes says. */
export interface Ears {
  /** Something may have changed: ask again. */
  onChange: () => void;
  /** The stream is ready, and this is the mark that the page would carry now; empty where it has none. */
  onReady: (mark: string) => void;
}

/**
 * Reads a stream of bare pings to its end: calls `onReady` with its data for each `event: ready`, and `onChange` for each
 * `event: changed`, of an event stream (HTML standard, 9.2.6). What was asked for before either of them may be old.
 * Rejects where the stream breaks. Read by a reader: not every browser goes through a stream by `for await`.
 */
export async function readPings(body: ReadableStream<Uint8Array>, ears: Ears): Promise<void> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const events = (rest + value).split(/\r\n\r\n|\n\n|\r\r/);
    rest = events.pop() ?? '';
    for (const event of events) {
      const name = /^event: ?(.*)$/m.exec(event)?.[1];
      if (name === 'changed') ears.onChange();
      if (name === 'ready') ears.onReady(/^data: ?(.*)$/m.exec(event)?.[1]?.trim() ?? '');
    }
  }
}

/** Waits so long, in ms, before another stream is tried; not at all once `signal` aborts. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
