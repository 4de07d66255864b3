import { UiProvider } from '@accord/ui';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createLockableClient, createStaffClient } from '../../app/client.ts';
import { IDLE } from '../../app/idle.ts';
import { createLock } from '../../app/lock.ts';
import { createLocking, LockingProvider } from '../../app/locking.tsx';
import { createQueries } from '../../app/queries.ts';
import { TRPCProvider, useTRPC, useTRPCClient } from '../../app/trpc.ts';
import { dana } from '../../testing/heron.ts';
import '../../testing/dialog.ts';
import { answering, offline, Refusal, server } from '../../testing/server.ts';
import { Cover } from './Cover.tsx';
import { IdleWatch } from './IdleWatch.tsx';
import { LockButton } from './LockButton.tsx';

const MINUTE = 60_000;
const TITLE = 'This page is locked';
const who = { name: 'Dana Whitfield', demo: false };
/** The procedures that were called, in order. */
let called: string[];
let isLocked: boolean;

const answers = {
  'session.me': () => {
    called.push('me');
    return isLocked ? { kind: 'locked', name: who.name, demo: false } : dana;
  },
  'session.lock': () => {
    called.push('lock');
    isLocked = true;
    return {};
  },
  'session.unlock': (input: unknown) => {
    if ((input as { password: string }).password !== 'right') throw new Refusal('UNLOCK_FAILED');
    isLocked = false;
    return dana;
  },
  'cases.list': () => {
    called.push('list');
    if (isLocked) throw new Refusal('LOCKED');
    return { cases: [], more: false };
  },
  'cases.addGoal': () => {
    throw new Refusal('LOCKED');
  },
};

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
beforeEach(() => {
  called = [];
  isLocked = false;
  server.use(answering('staff', answers));
});
afterEach(() => {
  vi.useRealTimers();
  server.resetHandlers();
});
afterAll(() => server.close());

/** A page that shows a list, with a field and a change in it. */
function Desk() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [said, setSaid] = useState('');
  const query = useQuery(trpc.cases.list.queryOptions());
  const change = () =>
    client.cases.addGoal
      .mutate({ caseId: '' as never, ownWords: '' })
      .catch((error: Error) => setSaid(error.message));
  return (
    <>
      <h1>My desk</h1>
      <input aria-label="Words" />
      <p>{query.isError ? 'An error' : query.data ? 'All there' : 'Coming'}</p>
      <button onClick={() => void query.refetch()}>Ask</button>
      <button onClick={() => void change()}>Change</button>
      <p>{said}</p>
    </>
  );
}

function show() {
  const lock = createLock();
  const client = createLockableClient(lock);
  const queries = createQueries(() => undefined);
  const container = document.body.appendChild(document.createElement('div'));
  const view = render(
    <UiProvider>
      <QueryClientProvider client={queries}>
        <TRPCProvider trpcClient={client} queryClient={queries}>
          <LockingProvider locking={createLocking(lock, createStaffClient())}>
            <Desk />
            <LockButton who={who} />
            <IdleWatch who={who} />
            <Cover />
          </LockingProvider>
        </TRPCProvider>
      </QueryClientProvider>
    </UiProvider>,
    { container },
  );
  return { ...view, user: userEvent.setup() };
}

/** Also so that no answer to this test comes into the next one. */
const serverHeard = () => vi.waitFor(() => expect(called).toContain('lock'));
const passing = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const desk = () => screen.queryByRole('heading', { name: 'My desk' });

async function unlock(user: ReturnType<typeof userEvent.setup>, password: string) {
  await user.type(await screen.findByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Unlock' }));
}

test('left alone it warns after 14 minutes and locks after 15, and any key in between keeps it open', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  show();
  await passing(IDLE - MINUTE - 1_000);
  expect(screen.queryByText(/locks in one minute/)).toBeNull();
  await passing(1_000);
  expect(screen.getByText(/locks in one minute/)).toBeTruthy();
  fireEvent.keyDown(document.body, { key: 'Shift' });
  expect(screen.queryByText(/locks in one minute/)).toBeNull();
  await passing(IDLE - 1_000);
  expect(desk()).not.toBeNull();
  await passing(1_000);
  expect(screen.getByRole('heading', { name: TITLE })).toBeTruthy();
  expect(desk()).toBeNull();
  await serverHeard();
});

test('a machine that slept past its timers is locked by the first touch, not opened by it', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  show();
  vi.setSystemTime(Date.now() + IDLE);
  fireEvent.keyDown(document.body, { key: 'a' });
  expect(await screen.findByRole('heading', { name: TITLE })).toBeTruthy();
  await serverHeard();
});

test('work that asks the server for nothing is told to it, once a minute at most', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  show();
  await screen.findByText('All there');
  for (let second = 0; second < 180; second += 10) {
    await passing(10_000);
    fireEvent.keyDown(document.body, { key: 'a' });
  }
  const told = called.filter((each) => each === 'me').length;
  expect(told).toBeGreaterThanOrEqual(2);
  expect(told).toBeLessThanOrEqual(3);
});

test('covered, the page is out of reach and out of sight; opened, its words, place and focus are back', async () => {
  const { user, container } = show();
  await screen.findByText('All there');
  await user.type(screen.getByLabelText('Words'), 'Half a sentence');
  await user.click(screen.getByRole('button', { name: 'Lock' }));
  expect(container.hasAttribute('inert')).toBe(true);
  expect(container.hasAttribute('hidden')).toBe(true);
  expect(screen.queryByLabelText('Words')?.closest('[hidden]')).toBe(container);
  expect(screen.getByText('Signed in as Dana Whitfield.')).toBeTruthy();
  await unlock(user, 'wrong');
  expect(await screen.findByText('That password does not match. Try again.')).toBeTruthy();
  await user.clear(screen.getByLabelText('Password'));
  called = [];
  await unlock(user, 'right');
  expect(await screen.findByText('Unlocked.')).toBeTruthy();
  expect(container.hasAttribute('inert')).toBe(false);
  expect(screen.getByLabelText('Words')).toHaveProperty('value', 'Half a sentence');
  await vi.waitFor(() => expect(called).toContain('list'));
});

test('a session that the server locked covers the page, which waits instead of showing an error', async () => {
  const { user } = show();
  await screen.findByText('All there');
  isLocked = true;
  await user.click(screen.getByRole('button', { name: 'Ask' }));
  expect(await screen.findByRole('heading', { name: TITLE })).toBeTruthy();
  await unlock(user, 'right');
  expect(await screen.findByText('All there')).toBeTruthy();
  expect(screen.queryByText('An error')).toBeNull();
});

test('a change that met a lock says so and is not sent again by itself', async () => {
  const { user } = show();
  await user.click(screen.getByRole('button', { name: 'Change' }));
  expect(await screen.findByRole('heading', { name: TITLE })).toBeTruthy();
  isLocked = false;
  await unlock(user, 'right');
  expect(await screen.findByText('LOCKED')).toBeTruthy();
});

test('without a connection the cover comes all the same, and the server hears of it later', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  show();
  await screen.findByText('All there');
  server.use(offline('staff'));
  fireEvent.click(screen.getByRole('button', { name: 'Lock' }));
  expect(screen.getByRole('heading', { name: TITLE })).toBeTruthy();
  expect(called).not.toContain('lock');
  server.resetHandlers(answering('staff', answers));
  await passing(6_000);
  await serverHeard();
});
