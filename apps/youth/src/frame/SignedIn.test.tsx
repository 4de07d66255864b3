import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { permission } from '../testing/permission.ts';
import { standIn } from '../testing/server.ts';
import { showAt } from '../testing/show-at.tsx';

const server = standIn();

const page = (items: object[]) => ({ items, team: [] });
const goal = {
  kind: 'goal',
  itemId: '0190a000-0000-7000-8000-000000000001',
  parentId: null,
  at: '2026-03-03T10:00:00.000Z',
  content: { is: 'open', body: { ownWords: 'Learn to swim' } },
};
const look = {
  at: '2026-03-03T10:00:00.000Z',
  who: 'Rafael Ortiz',
  agency: 'Town Police',
  what: ['case-plan'],
  action: 'opened',
};

test.each([
  ['/home', 'mine.permissions', { permissions: [] }, { permissions: [permission()] }, /^Rafael Ortiz/],
  ['/plan', 'mine.open', page([]), page([goal]), /Learn to swim/],
  ['/log', 'mine.looks', { looks: [] }, { looks: [look] }, /Rafael Ortiz/],
] as const)(
  'what changes shows on %s, after a ping and when a stream opens',
  async (at, call, before, after, text) => {
    server.answers(call, before);
    showAt(at);
    await waitFor(() => expect(server.listening()).toBe(1));
    expect(screen.queryByText(text)).toBeNull();
    server.answers(call, after);
    server.says('ready');
    expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
    server.answers(call, before);
    server.says('changed');
    await waitFor(() => expect(screen.queryByText(text)).toBeNull());
  },
);

test('moving about keeps one stream, and help has none', async () => {
  server.answers('mine.permissions', { permissions: [] });
  server.answers('mine.looks', { looks: [] });
  showAt('/home');
  await waitFor(() => expect(server.listening()).toBe(1));
  await userEvent.click(screen.getByRole('link', { name: 'Who looked' }));
  await screen.findByText('Nobody has opened your information.');
  expect(server.listening()).toBe(1);
  await userEvent.click(screen.getByRole('link', { name: 'Help now' }));
  await waitFor(() => expect(server.listening()).toBe(0));
});

test('nobody listens before it is known that they are signed in', async () => {
  server.isSilent('mine.permissions');
  showAt('/home');
  await screen.findByText('Still loading');
  expect(server.listening()).toBe(0);
});

test('a change while an older answer is on its way still shows', async () => {
  server.answers('mine.permissions', { permissions: [] });
  showAt('/home');
  await waitFor(() => expect(server.listening()).toBe(1));
  const late = server.answersLate('mine.permissions', { permissions: [] });
  server.says('ready');
  await waitFor(() => expect(late.asked()).toBe(1));
  server.answers('mine.permissions', { permissions: [permission()] });
  server.says('changed');
  late.come();
  expect((await screen.findAllByText(/^Rafael Ortiz/)).length).toBeGreaterThan(0);
});
