import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchChanges } from './live.ts';

let over: AbortController;
let streams: { send: (text: string) => void; end: () => void; signal: AbortSignal }[];

beforeEach(() => {
  vi.useFakeTimers();
  setVisibility('visible');
  over = new AbortController();
  streams = [];
});
afterEach(() => {
  over.abort();
  vi.useRealTimers();
});

function setVisibility(state: DocumentVisibilityState) {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

/** A server whose streams the test holds in its hand. */
async function open(signal: AbortSignal): Promise<Response> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const bytes = new TextEncoder();
  signal.addEventListener('abort', () => void writer.abort().catch(() => {}));
  streams.push({
    signal,
    send: (text) => void writer.write(bytes.encode(text)).catch(() => {}),
    end: () => void writer.close().catch(() => {}),
  });
  return new Response(readable);
}

function watch() {
  const onChange = vi.fn<() => void>();
  void watchChanges({ onChange, signal: over.signal, open });
  return onChange;
}

test('a ping asks for the page again; what is not one does not', async () => {
  const onChange = watch();
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  streams[0]?.send(': \n\n');
  streams[0]?.send('event: chan');
  streams[0]?.send('ged\ndata: \n\n');
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
});

test('a stream that ends is opened again, and asks when it is ready: something may have changed unheard', async () => {
  const onChange = watch();
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  streams[0]?.send('event: ready\ndata: \n\n');
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
  streams[0]?.end();
  await vi.advanceTimersByTimeAsync(1000);
  expect(streams).toHaveLength(2);
  expect(onChange).toHaveBeenCalledTimes(1);
  streams[1]?.send('event: ready\ndata: \n\n');
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2));
});

test('where no stream opens, each try asks for the page, and in the end there is one a minute', async () => {
  const onChange = vi.fn<() => void>();
  const refused = vi.fn<typeof open>(async () => new Response(null, { status: 404 }));
  void watchChanges({ onChange, signal: over.signal, open: refused });
  await vi.advanceTimersByTimeAsync(120_000);
  const before = refused.mock.calls.length;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(refused.mock.calls.length - before).toBe(10);
  expect(onChange).toHaveBeenCalledTimes(before + 10);
});

test('a server that keeps failing is asked ever more slowly', async () => {
  const failing = vi.fn<typeof open>(async () => new Response(null, { status: 503 }));
  void watchChanges({ onChange: () => {}, signal: over.signal, open: failing });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(failing.mock.calls.length).toBeLessThanOrEqual(7);
  expect(failing.mock.calls.length).toBeGreaterThanOrEqual(5);
});

test('a hidden page has no stream, and gets one when it is seen again', async () => {
  const onChange = watch();
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  setVisibility('hidden');
  expect(streams[0]?.signal.aborted).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(streams).toHaveLength(1);
  expect(onChange).not.toHaveBeenCalled();
  setVisibility('visible');
  await vi.waitFor(() => expect(streams).toHaveLength(2));
});

test('a watch that is over closes its stream and opens no other', async () => {
  const onChange = watch();
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  over.abort();
  expect(streams[0]?.signal.aborted).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(streams).toHaveLength(1);
  expect(onChange).not.toHaveBeenCalled();
});
