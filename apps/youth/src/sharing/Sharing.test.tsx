import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { permission } from '../testing/permission.ts';
import { standIn } from '../testing/server.ts';
import { showAt } from '../testing/show-at.tsx';

const server = standIn();

async function pressStop() {
  await userEvent.click(await screen.findByRole('button', { name: /^Stop sharing/ }));
  await userEvent.click(
    within(screen.getByRole('group', { name: /^Stop sharing/ })).getByRole('button', { name: 'Stop' }),
  );
}

test('after a stop it says honestly what that did, and the words take the focus', async () => {
  server.answers('mine.permissions', { permissions: [permission()] });
  server.answers('mine.stop', { stillShared: [], recipient: 'Rafael Ortiz' });
  showAt('/home');
  await screen.findByRole('button', { name: /^Stop sharing/ });
  server.answers('mine.permissions', {
    permissions: [permission({ state: 'stopped', categories: [], stopped: ['case-plan'] })],
  });
  await pressStop();
  await screen.findByText("You're not sharing anything. That's OK.");
  expect(document.activeElement?.textContent).toBe(
    "You stopped sharing goals with Rafael Ortiz.They can't open it any more. What they already read, they know.",
  );
  expect(screen.getByText('Rafael Ortiz: goals. This was stopped.')).toBeTruthy();
});

test('a stop that the server could not do leaves things as they were, and says so', async () => {
  server.answers('mine.permissions', { permissions: [permission()] });
  server.refuses('mine.stop', 'UNAVAILABLE', 503);
  showAt('/home');
  await pressStop();
  expect((await screen.findByText(/You still share the same things/)).role).toBe('alert');
});

test('a stop whose answer never arrived is not called done, nor undone', async () => {
  server.answers('mine.permissions', { permissions: [permission()] });
  server.cannotBeReached('mine.stop');
  showAt('/home');
  await pressStop();
  expect(await screen.findByText(/We can not tell if that went through/)).toBeTruthy();
});

test('what ran out is listed with its last day', async () => {
  server.answers('mine.permissions', { permissions: [permission({ state: 'ended' })] });
  showAt('/home');
  expect(await screen.findByText('Rafael Ortiz: goals. This ran out on March 3, 2027.')).toBeTruthy();
});
