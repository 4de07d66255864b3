import type { Today } from '@accord/cases';
import { ItemId, newId } from '@accord/kernel';
import { screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { caseId } from '../../../testing/heron.ts';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, Refusal, server } from '../../../testing/server.ts';
import { TodayPage } from './TodayPage.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const stepId = newId(ItemId);
const step = {
  caseId,
  codeName: 'Heron',
  stepId,
  text: 'Ask at the pool',
  dueOn: '2026-11-20',
  isOverdue: true,
  doer: null,
  revision: 3,
};
const nothing: Today = { due: [], coming: [], waiting: [], changed: [], more: false };
const show = () =>
  renderForStaff(
    <TodayPage
      linkTo={(id, name) => <a href={`/cases/${id}`}>{name}</a>}
      actions={<a href="/cases">My cases</a>}
    />,
  );

test('what is one’s own is ticked here, goes, and can be taken back', async () => {
  const sent: unknown[] = [];
  let isDone = false;
  server.use(
    answering('staff', {
      'cases.today': () => ({ ...nothing, due: isDone ? [] : [step] }),
      'cases.setStep': (input) => {
        sent.push(input);
        isDone = (input as { done: boolean }).done;
        return { revision: 4 };
      },
    }),
  );
  const { user } = show();
  const box = await screen.findByRole('checkbox', { name: 'Ask at the pool' });
  expect(screen.getByText(/^Was due/)).toBeTruthy();
  await user.click(box);
  expect(await screen.findByText('You’re clear')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Undo/ }));
  expect(await screen.findByRole('checkbox', { name: 'Ask at the pool' })).toBeTruthy();
  expect(sent).toEqual([
    { caseId, stepId, done: true, revision: 3 },
    { caseId, stepId, done: false, revision: 4 },
  ]);
});

test('what others do has no box, and says who does it', async () => {
  const doer = { youngPerson: true as const };
  server.use(answering('staff', { 'cases.today': () => ({ ...nothing, waiting: [{ ...step, doer }] }) }));
  show();
  const others = within(await screen.findByRole('region', { name: 'Waiting for others' }));
  expect(others.queryByRole('checkbox')).toBeNull();
  expect(others.getByRole('link', { name: 'Heron' })).toHaveProperty('pathname', `/cases/${caseId}`);
  expect(others.getByRole('listitem').textContent).toContain('The young person');
});

test('what changed says how much and when, and not what', async () => {
  const lastAt = '2026-11-02T10:00:00.000Z';
  server.use(
    answering('staff', {
      'cases.today': () => ({
        ...nothing,
        changed: [{ caseId, codeName: 'Heron', changes: 2, lastAt, lookedAt: '2026-11-01T10:00:00.000Z' }],
      }),
    }),
  );
  show();
  const changed = within(await screen.findByRole('region', { name: 'Changed since you looked' }));
  expect(changed.getByText(/^2 changes, last /)).toBeTruthy();
});

test('with nothing to do every part says so, and the page is not blank', async () => {
  server.use(answering('staff', { 'cases.today': () => nothing }));
  show();
  expect(await screen.findByText('No step waits for you.')).toBeTruthy();
  expect(screen.getByText('No appointments.')).toBeTruthy();
  expect(screen.getByText('Nothing new from others.')).toBeTruthy();
});

test('when the server fails it says so, with a way on', async () => {
  server.use(
    answering('staff', {
      'cases.today': () => {
        throw new Refusal('INTERNAL');
      },
    }),
  );
  show();
  expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong on our side.');
  expect(screen.getByRole('link', { name: 'My cases' })).toBeTruthy();
});
