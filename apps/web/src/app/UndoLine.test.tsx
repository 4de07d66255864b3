import { UiProvider } from '@accord/ui';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UNDO_LASTS, UndoLine, type Undoable } from './UndoLine.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const line = (offer: Undoable | null) => (
  <UiProvider>
    <UndoLine offer={offer} />
  </UiProvider>
);

function show() {
  const undo = vi.fn<() => Promise<void>>().mockResolvedValue(undefined);
  const view = render(line(null));
  const offer = { what: 'Marked as done.', undo };
  const appear = () => view.rerender(line(offer));
  return { undo, appear, ...view };
}
const button = () => screen.queryByRole('button', { name: 'Undo: Marked as done.' });
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

test('it is said in a live region that was there before it', () => {
  const { appear, container } = show();
  const region = container.querySelector('[role="status"]');
  expect(region?.textContent).toBe('');
  appear();
  expect(region?.textContent).toContain('Marked as done.');
});

test('it stays for ten seconds, and not for ever', async () => {
  const { appear } = show();
  appear();
  await pass(UNDO_LASTS - 1);
  expect(button()).not.toBeNull();
  await pass(2);
  expect(button()).toBeNull();
});

test('it stays while the focus is on it', async () => {
  const { appear } = show();
  appear();
  button()?.focus();
  await pass(UNDO_LASTS * 6);
  expect(document.activeElement).toBe(button());
  button()?.blur();
  await pass(2_000);
  expect(button()).toBeNull();
});

test('what is taken back is said, and takes the focus from the button', async () => {
  const { undo, appear } = show();
  appear();
  fireEvent.click(button() ?? document.body);
  await pass(0);
  expect(undo).toHaveBeenCalledTimes(1);
  expect(document.activeElement?.textContent).toBe('Taken back.');
});

test('what cannot be taken back any more says why', async () => {
  const { undo, appear } = show();
  undo.mockRejectedValue(new Error('no answer'));
  appear();
  fireEvent.click(button() ?? document.body);
  await pass(0);
  expect(document.activeElement?.textContent).toBe('We cannot reach Accord right now');
});
