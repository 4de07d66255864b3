import { movesFor, type ReferralPart, type ReferralStanding } from '@accord/cases';
import { ItemId, newId } from '@accord/kernel';
import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { caseId } from '../../testing/heron.ts';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, offline, Refusal, server } from '../../testing/server.ts';
import { Answer } from './Answer.tsx';
import { Standing } from './Standing.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

function standing(part: ReferralPart | null, rest: Partial<ReferralStanding> = {}): ReferralStanding {
  const status = rest.status ?? 'requested';
  return {
    status,
    reason: null,
    helped: null,
    at: '2026-11-16T10:00:00.000Z',
    by: null,
    part,
    next: movesFor(part, status),
    reached: part === null ? null : true,
    unansweredDays: null,
    ...rest,
  };
}

const itemId = newId(ItemId);

function show(
  of: ReferralStanding,
  move: (input: unknown) => unknown = () => ({ revision: 4, status: 'accepted' }),
) {
  const refresh = vi.fn(async () => undefined);
  const sent: unknown[] = [];
  server.use(
    answering('staff', {
      'referrals.move': (input) => {
        sent.push(input);
        return move(input);
      },
    }),
  );
  const view = renderForStaff(
    <Answer {...{ caseId, itemId, revision: 3, service: 'Rooms', standing: of, refresh }} />,
  );
  return { refresh, sent, ...view };
}

const buttons = () => screen.queryAllByRole('button').map((button) => button.textContent);

test('whoever sent it records what the service said, and can take it back', async () => {
  const { user, sent, refresh } = show(standing('owner'));
  await user.click(screen.getByLabelText('Record an answer: Rooms'));
  expect(buttons()).toEqual(['They said yes', "They can't", 'Take it back']);
  await user.click(screen.getByRole('button', { name: 'They said yes' }));
  await waitFor(() => expect(refresh).toHaveBeenCalledTimes(1));
  expect(sent).toEqual([{ caseId, itemId, move: 'accept', revision: 3 }]);
});

test('whoever runs the service says yes or no, and takes nothing back', async () => {
  const { user } = show(standing('receiver'));
  await user.click(screen.getByLabelText('Answer: Rooms'));
  expect(buttons()).toEqual(['Say yes', "Say you can't"]);
});

test('a no needs its reason, and sends its code', async () => {
  const { user, sent } = show(standing('receiver'), () => ({ revision: 4, status: 'rejected' }));
  await user.click(screen.getByLabelText('Answer: Rooms'));
  await user.click(screen.getByRole('button', { name: "Say you can't" }));
  expect(screen.getByText('Choose the reason.')).toBeTruthy();
  const why = screen.getByRole('combobox', { name: "Why can't you?" });
  expect(document.activeElement).toBe(why);
  expect(sent).toEqual([]);
  await user.selectOptions(why, 'Full right now');
  await user.click(screen.getByRole('button', { name: "Say you can't" }));
  await waitFor(() =>
    expect(sent).toEqual([{ caseId, itemId, move: 'decline', reason: 'full', revision: 3 }]),
  );
});

test('taking it back asks once more', async () => {
  const { user, sent } = show(standing('owner'), () => ({ revision: 4, status: 'cancelled' }));
  await user.click(screen.getByLabelText('Record an answer: Rooms'));
  await user.click(screen.getByRole('button', { name: 'Take it back' }));
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Leave it' }));
  await user.click(screen.getByRole('button', { name: 'Take it back' }));
  const question = within(screen.getByRole('group', { name: /^Take this referral back/ }));
  await user.click(question.getByRole('button', { name: 'Take it back' }));
  await waitFor(() => expect(sent).toEqual([{ caseId, itemId, move: 'cancel', revision: 3 }]));
});

test.each([
  ['who only reads', null, 'requested'],
  ['the young person', 'young-person', 'completed'],
  ['the sender, when it is over', 'owner', 'rejected'],
] as const)('%s gets no buttons', (_who, part, status) => {
  show(standing(part, { status }));
  expect(buttons()).toEqual([]);
  expect(document.querySelector('details')).toBeNull();
});

test('when somebody was faster the line says what it is now, and nothing was sent over it', async () => {
  const { user, refresh } = show(standing('owner', { status: 'in-progress' }), () => {
    throw new Refusal('CONFLICT');
  });
  await user.click(screen.getByLabelText('Record what is new: Rooms'));
  await user.click(screen.getByRole('button', { name: 'It is paused' }));
  expect((await screen.findByRole('alert')).textContent).toBe(
    'Someone was faster. It is now: Started. Nothing of yours was saved.',
  );
  expect(refresh).toHaveBeenCalledTimes(1);
});

test('without a connection it says so, and the buttons stay', async () => {
  const { user } = show(standing('owner'));
  server.use(offline('staff'));
  await user.click(screen.getByLabelText('Record an answer: Rooms'));
  await user.click(screen.getByRole('button', { name: 'They said yes' }));
  expect((await screen.findByRole('alert')).textContent).toBe('We cannot reach Accord right now');
  expect(screen.getByRole('button', { name: 'They said yes' })).toBeTruthy();
});

const ANOTHER = <a href="/refer">Find another service</a>;

test.each([
  ['owner', 1, null],
  ['owner', 2, 'No answer for 2 days. Call them.'],
  ['owner', 6, 'No answer for 6 days. Suggest another.'],
  ['receiver', 6, 'They have waited 6 days for your answer.'],
  [null, 6, null],
] as const)('to the %s, %i days without an answer say: %s', (part, unansweredDays, words) => {
  renderForStaff(<Standing standing={standing(part, { unansweredDays })} another={ANOTHER} />);
  if (words) expect(screen.getByText(words)).toBeTruthy();
  else expect(screen.queryByText(/No answer|waited/)).toBeNull();
  expect(screen.queryByRole('link') !== null).toBe(part === 'owner' && unansweredDays >= 5);
});

test.each([
  [{ status: 'rejected', reason: 'distance' }, "They can't: too far away", true],
  [{ status: 'completed' }, 'They say it is done', false],
  [{ status: 'completed', helped: true }, 'Helped', false],
  [{ status: 'completed', helped: false }, 'It did not really help', true],
  [{ status: 'failed' }, "Didn't work out", true],
  [{ status: 'cancelled' }, 'Taken back', false],
] as const)('%j reads as: %s', (rest, words, another) => {
  renderForStaff(<Standing standing={standing('owner', rest)} another={ANOTHER} />);
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.queryByRole('link') !== null).toBe(another);
});

test.each([
  ['owner', true, 'Sent'],
  ['owner', false, 'On the plan'],
  [null, null, 'On the plan'],
  ['receiver', true, 'Waits for your answer'],
] as const)('to the %s, with somebody there who sees it (%s), it is: %s', (part, reached, words) => {
  renderForStaff(<Standing standing={standing(part, { reached })} />);
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.queryByText('They do not see it in Accord.') !== null).toBe(reached === false);
});

test('who said so is told as far as the reader may know', () => {
  const by = { is: 'owner', name: 'Dana Whitfield' } as const;
  renderForStaff(<Standing standing={standing('owner', { status: 'accepted', by })} />);
  expect(screen.getByText(/^The service said so. Written down by Dana Whitfield on /)).toBeTruthy();
  renderForStaff(<Standing standing={standing(null, { status: 'accepted' })} />);
  expect(screen.getByText(/^Since /)).toBeTruthy();
});
