import { expect, test, vi } from 'vitest';
import { readPings } from './live.ts';

function streamOf(...chunks: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
}

test('each changed event is heard once, however the bytes are cut', async () => {
  const heard = vi.fn<() => void>();
  await readPings(streamOf(': hello\n\nevent: cha', 'nged\ndata:\n\nevent:changed\r\n\r\n'), heard);
  expect(heard).toHaveBeenCalledTimes(2);
});

test('a stream that is ready asks too: what was asked for before it may be old', async () => {
  const heard = vi.fn<() => void>();
  await readPings(streamOf('event: ready\ndata: \n\n'), heard);
  expect(heard).toHaveBeenCalledTimes(1);
});

test('comments and other events are no change', async () => {
  const heard = vi.fn<() => void>();
  await readPings(streamOf(': event: changed\n\nevent: closing\ndata: changed\n\n'), heard);
  expect(heard).not.toHaveBeenCalled();
});
