import type { RecordedStop } from '@accord/consent';
import { screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { caseId, permission } from '../../../testing/heron.ts';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, Refusal, server } from '../../../testing/server.ts';
import { RecordStop } from './RecordStop.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const goals = permission({ categories: ['case-plan'] });
const visits = permission({ categories: ['appointments'] });
const clinic = permission({
  recipient: {
    name: 'Elena Sosa',
    title: 'Therapist',
    agency: 'River Clinic',
    system: 'mental-health',
    post: null,
  },
});
const police = { name: 'Rafael Ortiz', agency: 'Alder Police Youth Unit' };
const done: RecordedStop = {
  cameBy: 'phone',
  stopped: [{ ...police, categories: ['case-plan'] }],
  goesOn: [],
  byLaw: [],
  out: [],
};

function show(permissions = [goals, visits, clinic], stop: (input: unknown) => unknown = () => done) {
  server.use(
    answering('staff', {
      'consent.inbox': () => ({ waiting: [], cases: [{ caseId, codeName: 'Heron' }] }),
      'consent.list': () => ({ permissions, maySign: false, judgedBy: null }),
      'consent.recordStop': stop,
    }),
  );
  return renderForStaff(<RecordStop caseId={caseId} above={null} back={<a href="/back">back</a>} />);
}

async function sendAll(user: ReturnType<typeof show>['user']) {
  await user.click(await screen.findByRole('radio', { name: 'By phone' }));
  await user.selectOptions(screen.getByLabelText('What stops?'), 'Everything that your agency shares');
  await user.click(screen.getByRole('button', { name: 'Stop it now' }));
}

test('two fields and a button: everything is stopped, whoever it was shared with', async () => {
  const sent: unknown[] = [];
  const { user } = show(undefined, (input) => {
    sent.push(input);
    return done;
  });
  await sendAll(user);
  expect(await screen.findByText('It is stopped, as Heron said by phone.')).toBe(document.activeElement);
  expect(sent).toEqual([{ caseId, cameBy: 'phone', what: { is: 'everything' } }]);
  expect(screen.getByText('Nobody had opened any of it.')).toBeTruthy();
});

test('each recipient can be named once, and their permissions one by one only where they have several', async () => {
  show();
  const groups = within(await screen.findByLabelText('What stops?'));
  expect(groups.getAllByRole('option', { name: /Ortiz/ })).toHaveLength(3);
  expect(groups.getAllByRole('option', { name: /Sosa/ })).toHaveLength(1);
});

test('neither field has an answer beforehand, and what is missing is named', async () => {
  const sent: unknown[] = [];
  const { user } = show(undefined, (input) => sent.push(input));
  await user.click(await screen.findByRole('button', { name: 'Stop it now' }));
  expect(await screen.findByRole('link', { name: 'Choose how it came.' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Choose what stops' })).toBeTruthy();
  expect(sent).toEqual([]);
});

test('what goes on all the same is said: another permission, a law, and what was read', async () => {
  const { user } = show(undefined, () => ({
    ...done,
    goesOn: [{ name: 'Ben Cole', agency: police.agency, categories: ['appointments'] }],
    byLaw: [
      {
        ...police,
        kind: 'court_order',
        categories: ['cw-record'],
        endsAt: '2026-12-02T06:00:00.000Z',
        endsOn: '2026-12-01',
      },
    ],
    out: [{ ...police, read: [{ kind: 'case-plan', days: ['2026-11-20'] }] }],
  }));
  await sendAll(user);
  const listed = async (name: string) => (await screen.findByRole('list', { name })).textContent;
  expect(await listed('Still shared with the same agency')).toContain('Ben Cole');
  expect(await listed('What the law keeps open')).toContain('Court order, until December 1, 2026');
  expect(await listed('What is out already')).toContain('They have read Goals and steps on 1 day');
});

test('where nothing is shared there is nothing to fill in', async () => {
  show([permission({ state: 'stopped', stoppedAt: '2026-11-20T10:00:00.000Z' })]);
  expect(await screen.findByText('Your agency shares nothing here')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Stop it now' })).toBeNull();
});

test('a stop that did not arrive says so, and keeps what was chosen', async () => {
  const { user } = show(undefined, () => {
    throw new Refusal('UNAVAILABLE');
  });
  await sendAll(user);
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.getByRole('radio', { name: 'By phone' })).toHaveProperty('checked', true);
});
