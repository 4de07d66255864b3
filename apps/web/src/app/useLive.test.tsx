import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useLive } from './live.ts';

const CASE = '0190a000-0000-7000-8000-000000000001';
const MINUTE = 60_000;

let answer: () => Response;
const asked = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.useFakeTimers();
  see('visible');
  asked.mockReset().mockImplementation(async () => answer());
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function see(state: DocumentVisibilityState) {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

const refused = () => new Response(null, { status: 404 });
const failing = () => new Response(null, { status: 503 });
const ready = () =>
  new Response(
    new ReadableStream({ start: (open) => open.enqueue(new TextEncoder().encode('event: ready\n\n')) }),
  );

function listen(target: Partial<Parameters<typeof useLive>[0]> = {}) {
  const onChange = vi.fn<() => void>();
  const view = renderHook(() => useLive({ path: '/api/staff/live', caseId: CASE, onChange, ...target }));
  return { onChange, ...view };
}

/** How often the server was asked for a stream since the last look, after so much more time. */
async function asksWithin(ms: number): Promise<number> {
  await vi.advanceTimersByTimeAsync(ms);
  const times = asked.mock.calls.length;
  asked.mockClear();
  return times;
}

test('a stream that opens asks for the page once', async () => {
  answer = ready;
  const { onChange } = listen();
  expect(await asksWithin(5 * MINUTE)).toBe(1);
  expect(onChange).toHaveBeenCalledTimes(1);
});

test('where nothing is shared the page is asked for once, and the stream once a minute in the end', async () => {
  answer = refused;
  const { onChange } = listen();
  expect(await asksWithin(2 * MINUTE)).toBeLessThan(10);
  expect(await asksWithin(10 * MINUTE)).toBe(10);
  expect(onChange).toHaveBeenCalledTimes(1);
});

test('what is shared again shows when the stream opens again', async () => {
  answer = refused;
  const { onChange } = listen();
  await asksWithin(10 * MINUTE);
  answer = ready;
  await asksWithin(MINUTE);
  expect(onChange).toHaveBeenCalledTimes(2);
});

test('while there is no stream for other reasons, each try asks for the page too', async () => {
  answer = failing;
  const { onChange } = listen();
  const tries = await asksWithin(2 * MINUTE);
  expect(tries).toBeGreaterThan(8);
  expect(onChange).toHaveBeenCalledTimes(tries);
});

test.each([
  ['where nothing is shared', refused],
  ['where the server fails', failing],
  ['where all is well', ready],
])('a hidden page asks for nothing, %s', async (_, given) => {
  answer = given;
  const { onChange } = listen();
  await asksWithin(1_000);
  see('hidden');
  onChange.mockClear();
  expect(await asksWithin(10 * MINUTE)).toBe(0);
  expect(onChange).not.toHaveBeenCalled();
  see('visible');
  expect(await asksWithin(0)).toBe(1);
  expect(onChange).toHaveBeenCalledTimes(1);
});

test('a page that is left asks for nothing', async () => {
  answer = failing;
  const { unmount } = listen();
  await asksWithin(1_000);
  unmount();
  expect(await asksWithin(10 * MINUTE)).toBe(0);
});

test('staff name the case; the young person’s own needs no name', async () => {
  answer = ready;
  listen();
  listen({ path: '/api/youth/live', caseId: undefined, seat: 'left' });
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.mock.calls.map(([path, init]) => [path, init?.body])).toEqual([
    ['/api/staff/live', JSON.stringify({ cases: [CASE] })],
    ['/api/youth/live', '{}'],
  ]);
});
