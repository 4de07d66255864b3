import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { installExit } from './exit.ts';

const go = vi.fn<(to: string) => void>();
const screenState = () => document.documentElement.dataset['screen'];

beforeAll(() => installExit(go));
beforeEach(() => {
  go.mockReset();
  delete document.documentElement.dataset['screen'];
  document.title = 'Plans';
  document.body.innerHTML =
    '<a href="/leave">Exit now</a><a href="/plan">My plan</a><input aria-label="Words" />';
});

test('Exit covers the screen and empties the title before it goes anywhere', async () => {
  go.mockImplementation(() => {
    expect(screenState()).toBe('leaving');
    expect(document.title).toBe('\u200B');
  });
  await userEvent.click(screen.getByText('Exit now'));
  expect(go).toHaveBeenCalledWith('/leave');
});

test('another link is not an exit', () => {
  const link = screen.getByText('My plan');
  link.addEventListener('click', (event) => event.preventDefault());
  fireEvent.click(link);
  expect(go).not.toHaveBeenCalled();
});

test('Shift pressed three times leaves, wherever the focus is', async () => {
  await userEvent.click(screen.getByLabelText('Words'));
  await userEvent.keyboard('{Shift}{Shift}');
  expect(go).not.toHaveBeenCalled();
  await userEvent.keyboard('{Shift}');
  expect(go).toHaveBeenCalledWith('/leave');
});

test('three capital letters do not leave', async () => {
  await userEvent.click(screen.getByLabelText('Words'));
  await userEvent.keyboard('{Shift>}a{/Shift}{Shift>}b{/Shift}{Shift>}c{/Shift}');
  expect(go).not.toHaveBeenCalled();
});

test('three presses with another key between them do not leave', async () => {
  await userEvent.keyboard('{Shift}{Shift}x{Shift}');
  expect(go).not.toHaveBeenCalled();
});

test('three presses that take longer than five seconds do not leave', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const pressAfter = (ms: number) => {
    vi.advanceTimersByTime(ms);
    fireEvent.keyDown(document, { key: 'Shift' });
    fireEvent.keyUp(document, { key: 'Shift' });
  };
  fireEvent.keyDown(document, { key: 'x' });
  [0, 3000, 2500].forEach(pressAfter);
  expect(go).not.toHaveBeenCalled();
  pressAfter(1000);
  expect(go).toHaveBeenCalledTimes(1);
});
