import type { Emergency } from '@accord/consent';
import { BasisId, newId } from '@accord/kernel';
import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { caseId } from '../../../testing/heron.ts';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, Refusal, server } from '../../../testing/server.ts';
import { Emergencies } from './Emergencies.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const common = {
  caseId,
  codeName: 'Heron',
  recipient: { name: 'Rafael Ortiz', title: 'Detective', agency: 'Alder Police Youth Unit' },
  categories: ['contact-location' as const],
  nature: 'missing' as const,
  minutes: 30,
  by: 'Dana Whitfield',
  isOwn: false,
  mayDecide: true,
};
const ask = (changes: object = {}): Emergency => ({
  ...common,
  is: 'ask',
  basisId: newId(BasisId),
  askedAt: '2026-11-22T16:00:00.000Z',
  lapsesAt: '2026-11-22T16:30:00.000Z',
  ...changes,
});
const toReview = (changes: object = {}): Emergency => ({
  ...common,
  is: 'review',
  basisId: newId(BasisId),
  openedAt: '2026-11-20T16:00:00.000Z',
  endsAt: '2026-11-20T16:30:00.000Z',
  isOpen: false,
  secondedBy: 'Alma Hughes',
  dueAt: '2026-11-21T16:00:00.000Z',
  standing: 'overdue',
  holdAt: '2026-11-23T16:00:00.000Z',
  isOnHold: false,
  ...changes,
});

/** The list with a server that forgets what was decided. */
function show(all: readonly Emergency[], down = false) {
  let waiting = all;
  const sent: unknown[] = [];
  const decide = (input: unknown) => {
    if (down) throw new Refusal('CONFLICT');
    sent.push(input);
    waiting = [];
    return {};
  };
  server.use(
    answering('staff', {
      'emergencies.list': () => ({ emergencies: waiting }),
      'emergencies.answer': decide,
      'emergencies.review': decide,
    }),
  );
  const link = (label: string) => <a href="/after-hours">{label}</a>;
  return { sent, ...renderForStaff(<Emergencies card={link} />) };
}

test('the second person reads who, what, how long and until when it waits, and opens it with one press', async () => {
  const one = ask();
  const { user, sent } = show([one]);
  const card = within(await screen.findByRole('listitem'));
  for (const text of [
    'They are missing',
    'About Heron',
    /^Rafael Ortiz would see: .*For 30 minutes\.$/,
    'Dana Whitfield asks a second person to agree. Nothing is open yet.',
  ])
    expect(card.getByText(text)).toBeTruthy();
  await user.click(card.getByRole('button', { name: 'Agree: open it now for Rafael Ortiz' }));
  await waitFor(() => expect(screen.queryByRole('listitem')).toBeNull());
  expect(sent).toEqual([{ basisId: one.basisId, agrees: true }]);
});

test('whoever asked takes it back, and has nothing to agree to', async () => {
  const { user, sent } = show([ask({ isOwn: true, mayDecide: false })]);
  await screen.findByText(/^You asked a second person/);
  expect(screen.queryByRole('button', { name: /^Agree/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Take it back: Rafael Ortiz' }));
  await waitFor(() => expect(sent).toMatchObject([{ agrees: false }]));
});

test('who is on call reads no code name, and has no way to the case', async () => {
  show([ask({ caseId: null, codeName: null })]);
  expect(await screen.findByText(/Accord does not show you who it is about/)).toBeTruthy();
  expect(document.body.textContent).not.toContain('Heron');
  expect(screen.queryByRole('link', { name: /on the case/ })).toBeNull();
});

test('what nobody has looked at says since when, and what becomes of it; a third person decides', async () => {
  const one = toReview();
  const { user, sent } = show([one]);
  const card = within(await screen.findByRole('listitem'));
  expect(card.getByText('Overdue')).toBeTruthy();
  expect(card.getByText(/Alma Hughes agreed\.$/)).toBeTruthy();
  expect(card.getByText(/Dana Whitfield opens no other until/)).toBeTruthy();
  await user.click(card.getByRole('button', { name: 'It was not needed: Rafael Ortiz' }));
  await waitFor(() => expect(sent).toEqual([{ basisId: one.basisId, outcome: 'not-right' }]));
});

test('whoever had a part in it waits for somebody else', async () => {
  show([toReview({ mayDecide: false, isOnHold: true })]);
  expect(await screen.findByText(/^Somebody else of your agency looks at it/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('what did not go through says so, and can be tried again', async () => {
  const { user } = show([ask()], true);
  await user.click(await screen.findByRole('button', { name: /^Agree/ }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});
