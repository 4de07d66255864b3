import { type DutyEntry, DutyEntryId, type Register as Answer } from '@accord/consent';
import { newId } from '@accord/kernel';
import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { basis } from '../../../testing/bases.ts';
import { caseId, dana } from '../../../testing/heron.ts';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, server } from '../../../testing/server.ts';
import { Register } from './Register.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const HOUR = 3_600_000;
const fromNow = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const entry = (changes: Partial<DutyEntry> = {}): DutyEntry => ({
  entryId: newId(DutyEntryId),
  caseId,
  codeName: 'Heron',
  kind: 'duty',
  clock: 'missing-ncmec',
  number: null,
  receivedAt: fromNow(-2),
  dueAt: fromNow(22),
  dueOn: null,
  standing: 'on-time',
  recordedBy: 'Dana Whitfield',
  closed: null,
  ...changes,
});
const subpoena = (changes: Partial<DutyEntry> = {}) =>
  entry({ kind: 'subpoena', clock: null, number: 'SUB-14', ...changes });

function show(changes: Partial<Answer> = {}) {
  const sent: unknown[] = [];
  const take = (input: unknown) => {
    sent.push(input);
    return { entryIds: [] };
  };
  server.use(
    answering('staff', {
      'session.me': () => dana,
      'consent.inbox': () => ({ waiting: [], cases: [{ caseId, codeName: 'Heron' }] }),
      'register.list': () => ({ entries: [], opened: [], mayRecord: true, ...changes }),
      'register.record': take,
      'register.close': take,
    }),
  );
  return { sent, ...renderForStaff(<Register caseId={caseId} above={null} actions={null} />) };
}

test('a subpoena says that it opens nothing alone; a duty says by when, and how it stands', async () => {
  show({ entries: [subpoena({ dueOn: '2026-12-01' }), entry({ standing: 'overdue' })] });
  const [paper, duty] = await screen.findAllByRole('listitem');
  expect(paper?.textContent).toContain('Subpoena SUB-14');
  expect(paper?.textContent).toContain('A subpoena alone opens nothing.');
  expect(paper?.textContent).toContain('DueDecember 1, 2026');
  expect(duty?.textContent).toContain('Tell the center for missing children');
  expect(duty?.textContent).toContain('Overdue');
  expect(screen.getByText('No court order and no report has opened anything.')).toBeTruthy();
});

test('a duty is done with the number that they gave, and what is late says why', async () => {
  const late = entry({ dueAt: fromNow(-1), receivedAt: fromNow(-25), standing: 'overdue' });
  const { user, sent } = show({ entries: [late] });
  await user.click(await screen.findByRole('button', { name: /^Say how it ended/ }));
  const form = within(screen.getByRole('form', { name: /^Say how it ended/ }));
  await user.click(form.getByRole('button', { name: 'Save how it ended' }));
  expect(await form.findAllByText('Write the number that they gave you.')).not.toHaveLength(0);
  expect(sent).toEqual([]);
  await user.type(form.getByLabelText('Number that they gave you'), 'NC-40217');
  await user.click(form.getByRole('radio', { name: 'Nobody could be reached' }));
  await user.click(form.getByRole('button', { name: 'Save how it ended' }));
  await waitFor(() =>
    expect(sent).toMatchObject([
      { entryId: late.entryId, outcome: 'done', confirmation: 'NC-40217', lateBecause: 'not-reached' },
    ]),
  );
});

test('a subpoena that became an order names the order; without one recorded, it says what comes first', async () => {
  const order = basis();
  const { user, sent, unmount } = show({ entries: [subpoena()], opened: [order] });
  await user.click(await screen.findByRole('button', { name: /^Say how it ended/ }));
  await user.click(screen.getByRole('radio', { name: 'A court made an order of it' }));
  await user.selectOptions(screen.getByLabelText('Which order?'), 'JV-26-417');
  await user.click(screen.getByRole('button', { name: 'Save how it ended' }));
  await waitFor(() => expect(sent).toMatchObject([{ outcome: 'ordered', basisId: order.basisId }]));
  unmount();
  const bare = show({ entries: [subpoena()] });
  await bare.user.click(await screen.findByRole('button', { name: /^Say how it ended/ }));
  await bare.user.click(screen.getByRole('radio', { name: 'A court made an order of it' }));
  expect(screen.getByText(/^Record the court order first/)).toBeTruthy();
});

test('what began is written down from when the agency had it; the form asks for what its kind needs', async () => {
  const { user, sent } = show();
  await user.click(await screen.findByRole('button', { name: 'Write something down' }));
  expect(screen.queryByLabelText('Day on the paper')).toBeNull();
  await user.click(screen.getByRole('radio', { name: 'A subpoena came' }));
  expect(screen.getByLabelText('Day on the paper')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'A duty began' }));
  await user.click(screen.getByRole('button', { name: 'Write it down' }));
  expect(await screen.findAllByText('Choose what happened.')).not.toHaveLength(0);
  await user.click(screen.getByRole('radio', { name: 'They are missing' }));
  await user.click(screen.getByRole('button', { name: 'Write it down' }));
  await waitFor(() => expect(sent).toMatchObject([{ kind: 'duty', event: 'missing' }]));
  expect(await screen.findAllByText('Written down. Nothing opened by it.')).not.toHaveLength(0);
});

test('who may not begin one has no such button; whoever is not on the case has no such page', async () => {
  const { unmount } = show({ mayRecord: false });
  await screen.findByText('Nothing is written down here');
  expect(screen.queryByRole('button')).toBeNull();
  unmount();
  server.use(answering('staff', { 'session.me': () => dana }));
  renderForStaff(<Register caseId={caseId} above={null} actions={null} />);
  expect(await screen.findByText("Nothing here, or it isn't shared with you.")).toBeTruthy();
});
