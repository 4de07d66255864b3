import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderForStaff } from '../testing/render.tsx';
import { AskFirst } from './AskFirst.tsx';

const show = (onYes: () => Promise<void>) =>
  renderForStaff(<AskFirst label="Remove" name="Remove line 1" question="Remove line 1?" onYes={onYes} />);

test('nothing is done without a yes, and keeping leads back to the button', async () => {
  const onYes = vi.fn(() => Promise.resolve());
  const { user } = show(onYes);
  await user.click(screen.getByRole('button', { name: 'Remove line 1' }));
  await user.click(screen.getByRole('button', { name: 'Keep' }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove line 1' }));
  expect(onYes).not.toHaveBeenCalled();
});

test('what could not be done leaves the question there, and says so until it is tried anew', async () => {
  let reachable = false;
  const { user } = show(() =>
    reachable ? Promise.resolve() : Promise.reject(new TypeError('no connection')),
  );
  await user.click(screen.getByRole('button', { name: 'Remove line 1' }));
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  await screen.findByRole('alert');
  reachable = true;
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(screen.queryByRole('group')).toBeNull());
  expect(screen.queryByRole('alert')).toBeNull();
});
