import { type Erasure, ErasureId, type Hold, HoldId, type Keeping } from '@accord/cases';
import { newId } from '@accord/kernel';
import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { caseId, dana } from '../../testing/heron.ts';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, server } from '../../testing/server.ts';
import { KeepingPage } from './KeepingPage.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const ended = '2026-09-24T12:00:00.000Z';
const hold = (changes: Partial<Hold> = {}): Hold => ({
  holdId: newId(HoldId),
  reason: 'court-case',
  agency: 'County Welfare',
  placedBy: 'Alma Hughes',
  placedAt: ended,
  lifted: null,
  lifting: 'may',
  ...changes,
});
const erasure = (changes: Partial<Erasure> = {}): Erasure => ({
  erasureId: newId(ErasureId),
  askedBy: 'Luis Ferrer',
  askedAt: ended,
  isMine: false,
  answer: null,
  ...changes,
});
const rule = { source: 'own-schedule', number: 'CW-12', years: 4, countedFrom: 'last-entry' } as const;

function show(changes: Partial<Keeping> = {}) {
  const sent: unknown[] = [];
  const take = (input: unknown) => {
    sent.push(input);
    return {};
  };
  const keeping: Keeping = {
    caseId,
    codeName: 'Heron',
    agency: 'County Welfare',
    kinds: [{ kind: 'cw-record', rule, until: ended }],
    papers: null,
    isAskedFor: false,
    dueAt: ended,
    isDue: true,
    holds: [],
    erasures: [],
    mayErase: true,
    ...changes,
  };
  server.use(
    answering('staff', {
      'session.me': () => dana,
      'keeping.open': () => keeping,
      'keeping.placeHold': take,
      'keeping.liftHold': take,
      'keeping.askErasure': take,
      'keeping.answerErasure': take,
    }),
  );
  return { sent, ...renderForStaff(<KeepingPage caseId={caseId} above={null} actions={null} />) };
}

test('what is due says since when and by which rule; one person asks, after one more question', async () => {
  const { user, sent } = show();
  expect(await screen.findByText(/ended on September 24, 2026/)).toBeTruthy();
  expect(screen.getByText('4 years after the last entry. Schedule of the agency, CW-12.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Ask to erase' }));
  expect(sent).toEqual([]);
  const question = within(screen.getByRole('group', { name: /Nothing is erased before a second person/ }));
  await user.click(question.getByRole('button', { name: 'Ask to erase' }));
  await waitFor(() => expect(sent).toEqual([{ caseId }]));
});

test('a kind without a time keeps it all: nobody can ask', async () => {
  show({ kinds: [{ kind: 'cw-record', rule: null, until: null }], dueAt: null, isDue: false });
  expect(await screen.findByText('Your agency has set no time for this kind.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Ask to erase' })).toBeNull();
});

test('a hold is shown with its reason and ended by another person than placed it', async () => {
  const other = hold({ lifting: 'other', reason: 'review' });
  const mine = hold();
  const { user, sent } = show({ holds: [mine, other] });
  expect(await screen.findByText('A legal hold stands. Nothing of this case can be erased.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Ask to erase' })).toBeNull();
  expect(screen.getByText('You placed it. Somebody else of your agency has to end it.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'End this hold' }));
  await user.click(screen.getByRole('button', { name: 'End the hold' }));
  await waitFor(() => expect(sent).toEqual([{ caseId, holdId: mine.holdId }]));
});

test('who asked does not decide; a supervisor who did not ask can erase, and says so twice', async () => {
  const first = show({ erasures: [erasure({ isMine: true })] });
  expect(await screen.findByText('You asked. A supervisor on this case decides.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Erase it' })).toBeNull();
  first.unmount();
  const waiting = erasure();
  const { user, sent } = show({ erasures: [waiting] });
  await user.click(await screen.findByRole('button', { name: 'Erase it' }));
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Erase for good' }));
  await waitFor(() => expect(sent).toEqual([{ caseId, erasureId: waiting.erasureId, erase: true }]));
});
