import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { MyPlan } from '../api.ts';
import { standIn } from '../testing/server.ts';
import { showAt } from '../testing/show-at.tsx';

const server = standIn();

const sent = {
  planId: '01890000-0000-7000-8000-00000000000d',
  ownerId: '01890000-0000-7000-8000-00000000000e',
  owner: 'County Welfare',
  number: 1,
  sentBy: 'Dana',
  sentAt: '2026-11-20T12:00:00.000Z',
  state: 'waiting',
  isNow: true,
  supervisor: null,
  young: null,
  maySign: true,
  maySendBack: true,
} as unknown as MyPlan;
const at = '2026-11-21T12:00:00.000Z';

function plan(rest: Partial<MyPlan> = {}) {
  server.answers('session.me', { kind: 'youth', youngPersonId: 'y', codeName: 'Heron', demo: true });
  server.answers('mine.open', {
    caseId: '01890000-0000-7000-8000-00000000000c',
    codeName: 'Heron',
    purpose: 'self-access',
    items: [],
    team: [],
    writes: [],
    obligations: [],
    accessEndsAt: null,
  });
  server.answers('mine.plans', { plans: [{ ...sent, ...rest }] });
}

test('who asks, and for what, stands there before the two answers', async () => {
  plan();
  showAt('/plan');
  expect(
    await screen.findByText(/^Dana sent you this plan on .* It is the plan of County Welfare\.$/),
  ).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Yes, this is my plan' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Send it back' })).toBeTruthy();
});

test('a yes is sent once, and can still be taken back', async () => {
  plan();
  showAt('/plan');
  const yes = await screen.findByRole('button', { name: 'Yes, this is my plan' });
  server.answers('mine.answerPlan', {});
  plan({ young: { is: 'signed', reason: null, by: null, at }, maySign: false });
  await userEvent.click(yes);
  expect(await screen.findByText(/^You said yes on/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Yes, this is my plan' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Send it back' })).toBeTruthy();
});

test('sending it back is one tap on a reason, or nothing', async () => {
  plan();
  showAt('/plan');
  await userEvent.click(await screen.findByRole('button', { name: 'Send it back' }));
  await userEvent.click(screen.getByRole('button', { name: 'Not now' }));
  await userEvent.click(screen.getByRole('button', { name: 'Send it back' }));
  server.answers('mine.answerPlan', {});
  plan({
    state: 'sent-back',
    young: { is: 'sent-back', reason: 'own-words', by: null, at },
    maySign: false,
    maySendBack: false,
  });
  await userEvent.click(screen.getByRole('button', { name: 'It is not in my words' }));
  expect(await screen.findByText(/^You sent it back on/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Send it back' })).toBeNull();
});

test('a plan that changed meanwhile is signed by nobody, and they are told to look', async () => {
  plan();
  showAt('/plan');
  const yes = await screen.findByRole('button', { name: 'Yes, this is my plan' });
  server.refuses('mine.answerPlan', 'CONFLICT', 409);
  plan({ isNow: false, maySign: false });
  await userEvent.click(yes);
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/^This just changed/));
  expect(screen.getByText(/^The plan has changed since/)).toBeTruthy();
});
