import { AgencyId, BasisId, newId, StaffId } from '@accord/kernel';
import { screen, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { caseId, dana } from '../../../testing/heron.ts';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, Refusal, server } from '../../../testing/server.ts';
import { RecordBasis } from './RecordBasis.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const kim = { staffId: newId(StaffId), name: 'Dolores Kim', title: 'Probation officer' };
const probation = {
  agencyId: newId(AgencyId),
  name: 'Alder County Probation',
  system: 'juvenile-justice',
  dataTerms: null,
  staff: [kim],
  posts: [],
};

function show(
  record: (input: unknown) => unknown,
  mayRecord = true,
  emergency = { needsTwo: false, onHold: false },
) {
  const done = vi.fn<() => void>();
  server.use(
    answering('staff', {
      'session.me': () => dana,
      'consent.inbox': () => ({ waiting: [], cases: [{ caseId, codeName: 'Heron' }] }),
      'bases.list': () => ({
        bases: [],
        mayRecord,
        mayEnd: true,
        emergency,
      }),
      'identity.colleagues': () => ({ agencies: [probation] }),
      'bases.record': record,
      'emergencies.ask': record,
    }),
  );
  return {
    done,
    ...renderForStaff(
      <RecordBasis
        caseId={caseId}
        above={null}
        toCard={(label) => <a href="/card">{label}</a>}
        onDone={done}
      />,
    ),
  };
}

async function fillOrder(user: ReturnType<typeof show>['user']) {
  await user.click(await screen.findByRole('radio', { name: /^Court order/ }));
  await user.type(screen.getByLabelText('Number of the order'), 'JV-26-417');
  await user.type(screen.getByLabelText('Day on the order'), '2026-01-05');
  await user.selectOptions(screen.getByLabelText('Whom it is for'), 'Dolores Kim, Probation officer');
  await user.click(screen.getByRole('checkbox', { name: /^Goals and steps/ }));
  await user.selectOptions(screen.getByLabelText('What it is used for'), 'A report for the court');
  await user.click(screen.getByRole('radio', { name: 'Yes, in person' }));
}

test('an order is recorded with its number, for whom, what, and until when', async () => {
  const sent: Record<string, unknown>[] = [];
  const { user, done } = show((input) => {
    sent.push(input as Record<string, unknown>);
    return { basisId: newId(BasisId) };
  });
  await fillOrder(user);
  await user.click(screen.getByRole('button', { name: 'Record it' }));
  await waitFor(() => expect(done).toHaveBeenCalled());
  expect(sent).toMatchObject([
    {
      kind: 'court_order',
      number: 'JV-26-417',
      issuedOn: '2026-01-05',
      recipient: { kind: 'staff', staffId: kim.staffId },
      categories: ['case-plan'],
      purposes: ['court-report'],
      told: 'in-person',
    },
  ]);
  expect(sent[0]).not.toHaveProperty('subpoena');
});

test('the form asks for what its kind needs, and says what that never opens', async () => {
  const { user } = show(() => ({}));
  expect(await screen.findByText(/Heron reads it on their own page/)).toBeTruthy();
  expect(screen.queryByLabelText('Number of the order')).toBeNull();
  await user.click(screen.getByRole('radio', { name: /^Emergency/ }));
  expect(screen.getByLabelText('For how long?')).toBeTruthy();
  expect(screen.queryByLabelText('Last day')).toBeNull();
  expect(screen.getByText(/^Never: a safe place/)).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: /^Duty to report/ }));
  expect(screen.getByRole('group', { name: 'Which duty?' })).toBeTruthy();
  expect(screen.getByText(/^Never the rest of the file/)).toBeTruthy();
});

test('where the agency wants two, a second person is asked; who left one unseen reads why they open no other', async () => {
  const { user } = show(() => ({}), true, { needsTwo: true, onHold: true });
  await user.click(await screen.findByRole('radio', { name: /^Emergency/ }));
  expect(screen.getByText(/^Two people open an emergency at your agency/)).toBeTruthy();
  expect(screen.getByText(/^Nobody has looked at your last emergency/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Whom to call after hours' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Ask a second person' })).toBeTruthy();
});

test('kinds that the law never opens this way are not there to be chosen, nor sent if they were', async () => {
  const sent: Record<string, unknown>[] = [];
  const { user, done } = show((input) => {
    sent.push(input as Record<string, unknown>);
    return { basisId: newId(BasisId) };
  });
  await fillOrder(user);
  const kind = (name: RegExp) => screen.queryByRole('checkbox', { name });
  expect(kind(/^Immigration/)).toBeNull();
  expect(kind(/^Drug and alcohol program/)).toBeNull();
  await user.type(screen.getByLabelText('Number of the subpoena, if there is one'), 'SUB-14');
  await user.click(screen.getByRole('checkbox', { name: /^Drug and alcohol program/ }));
  await user.clear(screen.getByLabelText('Number of the subpoena, if there is one'));
  expect(kind(/^Drug and alcohol program/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Record it' }));
  await waitFor(() => expect(done).toHaveBeenCalled());
  expect(sent[0]?.['categories']).toEqual(['case-plan']);
});

test('what is missing is named field by field, before anything is sent', async () => {
  const record = vi.fn<(input: unknown) => unknown>();
  const { user } = show(record);
  await user.click(await screen.findByRole('radio', { name: /^Court order/ }));
  await user.click(screen.getByRole('button', { name: 'Record it' }));
  for (const message of [
    'Write the number of the order.',
    'Choose the day on the order.',
    'Choose at least one kind of information.',
    'Choose one use',
    'Say if they have been told.',
  ])
    expect((await screen.findAllByText(message)).length).toBeGreaterThan(1);
  expect(record).not.toHaveBeenCalled();
});

test('a kind that the law does not open is named at its field, and what was typed stays', async () => {
  const message = 'The law does not open one of these kinds to them this way. Take it out.';
  const { user, done } = show(() => {
    throw new Refusal('BAD_INPUT', [{ field: 'categories', message }]);
  });
  await fillOrder(user);
  await user.click(screen.getByRole('button', { name: 'Record it' }));
  expect(await screen.findAllByText(message)).toHaveLength(2);
  expect(screen.getByLabelText<HTMLInputElement>('Number of the order').value).toBe('JV-26-417');
  expect(done).not.toHaveBeenCalled();
});

test('who may not record one has no such page', async () => {
  show(() => ({}), false);
  expect(await screen.findByText("Nothing here, or it isn't shared with you.")).toBeTruthy();
});
