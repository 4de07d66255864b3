import type { ReferralRow, ReferralShow } from '@accord/referrals';
import { ItemId, newId } from '@accord/kernel';
import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { caseId, dana } from '../../testing/heron.ts';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, Refusal, server } from '../../testing/server.ts';
import { ReferralBoard } from './ReferralBoard.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const row = (rest: Partial<ReferralRow> = {}): ReferralRow => ({
  caseId,
  itemId: newId(ItemId),
  codeName: 'Heron',
  name: null,
  service: 'Rooms',
  organization: 'The house',
  asked: 'A room',
  revision: 1,
  standing: {
    status: 'requested',
    reason: null,
    helped: null,
    at: '2026-11-16T10:00:00.000Z',
    by: null,
    part: 'receiver',
    next: ['accept', 'decline'],
    reached: true,
    unansweredDays: 3,
  },
  ...rest,
});

function board(
  show: ReferralShow,
  list: () => ReferralRow[],
  move: () => unknown = () => undefined,
  more = false,
) {
  server.use(
    answering('staff', {
      'session.me': () => dana,
      'referrals.list': () => ({ referrals: list(), more }),
      'referrals.move': move,
    }),
  );
  return renderForStaff(
    <ReferralBoard
      show={show}
      filter={(each, label) => <a href={`/referrals?show=${each}`}>{label}</a>}
      linkTo={(id, name) => <a href={`/cases/${id}`}>{name}</a>}
      another={(_id, label) => <a href="/refer">{label}</a>}
    />,
  );
}

test.each([
  ['to-answer', 'Nothing to answer'],
  ['waiting', 'Nothing is waiting'],
  ['answered', 'No answers yet'],
] as const)('an empty list of %s says what would be here', async (show, words) => {
  board(show, () => []);
  expect(await screen.findByText(words)).toBeTruthy();
});

test('a row is a row of a table: who, by a code name where no name is shared, the service, and since when', async () => {
  board('to-answer', () => [row(), row({ name: 'Jordan R.', service: 'Meals' })], undefined, true);
  const table = within(await screen.findByRole('table', { name: 'To answer' }));
  const heads = table.getAllByRole('columnheader').map((cell) => cell.textContent);
  expect(heads).toEqual([
    'Young person',
    'Service and what it is asked',
    'Where it stands',
    'What you can do',
  ]);
  expect(table.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['Heron', 'Jordan R.']);
  expect(table.getAllByText('They have waited 3 days for your answer.')).toHaveLength(2);
  expect(screen.getByText(/^There are more than these/)).toBeTruthy();
});

test('where there is nothing to do, both forms of the list say so', async () => {
  board('answered', () => [row({ standing: { ...row().standing, status: 'rejected', next: [] } })]);
  await screen.findByRole('table', { name: 'Answered' });
  expect(screen.getAllByText('Nothing to do')).toHaveLength(2);
});

test('an answer takes the line away and says what was saved', async () => {
  let waiting = [row()];
  const { user } = board(
    'to-answer',
    () => waiting,
    () => {
      waiting = [];
      return { revision: 2, status: 'accepted' };
    },
  );
  const table = within(await screen.findByRole('table'));
  await user.click(table.getByLabelText('Answer: Rooms'));
  await user.click(table.getByRole('button', { name: 'Say yes' }));
  expect(await screen.findByText('Nothing to answer')).toBeTruthy();
  expect(screen.getAllByText('Saved for Heron. Rooms is now: You said yes').length).toBeGreaterThan(0);
});

test('when somebody was faster the line goes, and the page says why', async () => {
  let waiting = [row()];
  const { user } = board(
    'to-answer',
    () => waiting,
    () => {
      waiting = [];
      throw new Refusal('CONFLICT');
    },
  );
  const table = within(await screen.findByRole('table'));
  await user.click(table.getByLabelText('Answer: Rooms'));
  await user.click(table.getByRole('button', { name: 'Say yes' }));
  await waitFor(() => expect(screen.queryByRole('table')).toBeNull());
  expect(screen.getByText(/^Someone was faster with Rooms. Nothing of yours was saved./)).toBeTruthy();
});
