import { fireEvent } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { server } from '../testing/server.ts';
import { createStaffClient } from './client.ts';

/** The header of each call, in order; null where it counts as use. */
let marks: (string | null)[];

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  marks = [];
  server.use(
    http.post('*/api/staff/:paths', ({ request }) => {
      marks.push(request.headers.get('x-accord-background'));
      return HttpResponse.json([{ result: { data: null } }]);
    }),
  );
});
afterEach(() => {
  // Long after whatever a test touched.
  vi.setSystemTime(Date.now() + 3_600_000);
  server.resetHandlers();
  vi.useRealTimers();
});
afterAll(() => server.close());

const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

test('a page that nobody touches does not count as used', async () => {
  const client = createStaffClient();
  later(3_600_000);
  await client.session.me.query();
  expect(marks).toEqual(['1']);
});

test.each([
  ['pointer', () => fireEvent.pointerDown(document.body)],
  ['key', () => fireEvent.keyDown(document.body, { key: 'a' })],
  ['click of a screen reader', () => fireEvent.click(document.body)],
])('what is asked within a minute of a %s is use, and not what is asked later', async (_, touch) => {
  const client = createStaffClient();
  later(3_600_000);
  touch();
  await client.session.me.query();
  later(59_999);
  await client.session.me.query();
  later(1);
  await client.session.me.query();
  expect(marks).toEqual([null, null, '1']);
});

test('a change is somebody’s doing, whether or not the page felt them', async () => {
  const client = createStaffClient();
  later(3_600_000);
  await client.session.signOut.mutate();
  expect(marks).toEqual([null]);
});
