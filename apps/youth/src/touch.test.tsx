import { fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from './api.ts';

/** The header of each call, in order; null where it counts as use. */
let marks: (string | null)[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  later(3_600_000);
  marks = [];
  vi.stubGlobal('fetch', async (_: unknown, init: RequestInit) => {
    marks.push(new Headers(init.headers).get('x-accord-background'));
    return Response.json({ result: { data: null } });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

test('what a page asks counts as use within a minute of a touch, and not without one', async () => {
  await api.session.me.query();
  fireEvent.pointerDown(document.body);
  await api.session.me.query();
  later(59_999);
  await api.session.me.query();
  later(1);
  await api.session.me.query();
  expect(marks).toEqual(['1', null, null, '1']);
});

test('a change is somebody’s doing, whether or not the page felt them', async () => {
  await api.session.signOut.mutate();
  expect(marks).toEqual([null]);
});
