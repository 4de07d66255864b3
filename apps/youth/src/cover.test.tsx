import { fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { installCover, isCovered } from './cover.ts';

const onUncover = vi.fn<() => void>();
const reload = vi.fn<() => void>();

/** One page, one cover: what it listens to is there once for all tests. */
beforeAll(() => {
  vi.useFakeTimers();
  document.body.innerHTML =
    '<div id="cover"><button id="uncover">Show my page</button></div><button>Keep</button>';
  installCover({ onUncover, reload, idleMs: 1000 });
});
beforeEach(() => {
  vi.clearAllMocks();
  setVisibility('visible');
  if (isCovered()) fireEvent.click(screen.getByText('Show my page'));
  vi.clearAllMocks();
});
afterEach(() => vi.clearAllTimers());

function setVisibility(state: DocumentVisibilityState) {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  fireEvent(document, new Event('visibilitychange'));
}

test('a hidden page is covered at once and stays covered when it comes back', () => {
  setVisibility('hidden');
  expect(isCovered()).toBe(true);
  setVisibility('visible');
  expect(isCovered()).toBe(true);
  expect(document.activeElement).toBe(screen.getByText('Show my page'));
});

test('showing the page again gives the focus back and asks for what may have changed', () => {
  screen.getByText('Keep').focus();
  setVisibility('hidden');
  setVisibility('visible');
  fireEvent.click(screen.getByText('Show my page'));
  expect(isCovered()).toBe(false);
  expect(document.activeElement).toBe(screen.getByText('Keep'));
  expect(onUncover).toHaveBeenCalledTimes(1);
});

test('a page that nobody uses is covered, and one in use is not', () => {
  fireEvent.keyDown(document, { key: 'Tab' });
  vi.advanceTimersByTime(900);
  fireEvent.keyDown(document, { key: 'Tab' });
  vi.advanceTimersByTime(900);
  expect(isCovered()).toBe(false);
  vi.advanceTimersByTime(200);
  expect(isCovered()).toBe(true);
});

test('a page out of the history is covered and is loaded anew before anything of it shows', () => {
  fireEvent(window, Object.assign(new Event('pageshow'), { persisted: true }));
  expect(isCovered()).toBe(true);
  fireEvent.click(screen.getByText('Show my page'));
  expect(reload).toHaveBeenCalledTimes(1);
  expect(isCovered()).toBe(true);
});
