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

const ears = () => ({ onChange: vi.fn<() => void>(), onReady: vi.fn<(mark: string) => void>() });

test('each changed event is heard once, however the bytes are cut', async () => {
  const heard = ears();
  await readPings(streamOf(': hello\n\nevent: cha', 'nged\ndata:\n\nevent:changed\r\n\r\n'), heard);
  expect(heard.onChange).toHaveBeenCalledTimes(2);
});

test('a stream that is ready says the mark of the page that it is ready for', async () => {
  const heard = ears();
  await readPings(streamOf('event: ready\nda', 'ta: abc\n\nevent: ready\ndata: \n\n'), heard);
  expect(heard.onReady.mock.calls).toEqual([['abc'], ['']]);
  expect(heard.onChange).not.toHaveBeenCalled();
});

test('comments and other events are no change', async () => {
  const heard = ears();
  await readPings(streamOf(': event: changed\n\nevent: closing\ndata: changed\n\n'), heard);
  expect(heard.onChange).not.toHaveBeenCalled();
  expect(heard.onReady).not.toHaveBeenCalled();
});
