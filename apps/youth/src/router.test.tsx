import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { standIn } from './testing/server.ts';
import { showAt } from './testing/show-at.tsx';

const server = standIn();
const nothing = { permissions: [] };

/** React and the router tell the console of an error that a page catches and shows. */
function expectCaughtError() {
  vi.mocked(console.error).mockImplementation(() => {});
  vi.mocked(console.warn).mockImplementation(() => {});
}

test('a session that is over leads back to the start', async () => {
  server.refuses('mine.permissions', 'SIGN_IN_FIRST', 401);
  server.answers('session.me', null);
  server.refuses('demo.cards', 'NOT_FOUND', 404);
  const { router } = showAt('/home');
  await screen.findByRole('heading', { name: 'Before you start' });
  expect(router.state.location.pathname).toBe('/');
  expect(screen.queryByRole('link', { name: 'My plan' })).toBeNull();
});

test('a page that takes long says so', async () => {
  server.isSilent('mine.open');
  showAt('/plan');
  expect((await screen.findByText('Still loading')).parentElement?.role).toBe('status');
});

test('a page that cannot be reached says so and can be tried again', async () => {
  expectCaughtError();
  server.cannotBeReached('mine.permissions');
  showAt('/home');
  expect((await screen.findByRole('alert')).textContent).toBe('Check your signal, then try again.');
  server.answers('mine.permissions', nothing);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText("You're not sharing anything. That's OK.");
});

test('an error of ours carries the code to name it by, and not its inner words', async () => {
  expectCaughtError();
  server.refuses('mine.looks', 'INTERNAL', 500, 'k3v9');
  showAt('/log');
  await screen.findByRole('alert');
  expect(screen.getByText(/say this code: k3v9/)).toBeTruthy();
  expect(document.body.textContent).not.toContain('INTERNAL');
});

test('an address that leads nowhere gets the same words as what is not shared', async () => {
  showAt('/somewhere');
  expect(
    await screen.findByRole('heading', { name: "Nothing here, or it isn't shared with you." }),
  ).toBeTruthy();
});

test('help is there without a log-in and asks the server for nothing', async () => {
  showAt('/numbers');
  expect((await screen.findByRole('link', { name: 'Call 988' })).getAttribute('href')).toBe('tel:988');
});

test('moving about never adds to the history, and the new page takes the focus', async () => {
  server.answers('mine.permissions', nothing);
  server.answers('mine.looks', { looks: [] });
  const { router } = showAt('/home');
  const before = router.history.length;
  await userEvent.click(await screen.findByRole('link', { name: 'Who looked' }));
  await screen.findByText('Nobody has opened your information.');
  expect(router.history.length).toBe(before);
  expect(document.activeElement?.textContent).toBe('Who looked');
});

test('a page that was left is not kept: coming back asks anew', async () => {
  server.answers('mine.permissions', nothing);
  showAt('/home');
  await screen.findByText("You're not sharing anything. That's OK.");
  await userEvent.click(screen.getByRole('link', { name: 'Help now' }));
  await screen.findByRole('heading', { name: 'Help now' });
  server.isSilent('mine.permissions');
  await userEvent.click(screen.getByRole('link', { name: 'My sharing' }));
  await screen.findByText('Still loading');
  expect(screen.queryByText("You're not sharing anything. That's OK.")).toBeNull();
});
