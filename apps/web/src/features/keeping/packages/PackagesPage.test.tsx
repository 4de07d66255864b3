import { PackageId, type PackageFile, type Packages, type RecordsPackage } from '@accord/cases';
import { BasisId, ItemId, newId } from '@accord/kernel';
import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { caseId, dana } from '../../../testing/heron.ts';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, server } from '../../../testing/server.ts';
import { PackagesPage } from './PackagesPage.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const at = '2026-11-20T15:00:00.000Z';
const note = { itemId: newId(ItemId), kind: 'note' as const, kinds: ['cw-record' as const], at };
const goal = { itemId: newId(ItemId), kind: 'goal' as const, kinds: ['case-plan' as const], at };
const order = {
  basisId: newId(BasisId),
  number: 'JV-26-417',
  subpoena: null,
  for: 'Dolores Kim',
  forAgency: 'County Probation',
  endsOn: '2027-01-21',
};
const one = (changes: Partial<RecordsPackage> = {}): RecordsPackage => ({
  packageId: newId(PackageId),
  demand: 'court-order',
  number: 'REQ-7',
  order,
  receivedOn: '2026-11-18',
  dueOn: '2026-11-30',
  kinds: ['cw-record'],
  firstDay: '2026-01-01',
  lastDay: '2026-11-18',
  quietUntil: null,
  state: 'waiting',
  isWhole: true,
  isMine: false,
  prepared: { by: 'Luis Ferrer', at },
  approved: null,
  ended: null,
  items: [{ ...note, version: 1, sha256: null }],
  ...changes,
});
const file: PackageFile = {
  format: 'accord-records-package-1',
  number: 'REQ-7',
  receivedOn: '2026-11-18',
  agency: 'County Welfare',
  order: {
    number: order.number,
    subpoena: null,
    for: order.for,
    forAgency: order.forAgency,
    endsOn: order.endsOn,
  },
  printedBy: 'Dana Whitfield',
  printedAt: at,
  notices: [
    { code: 'CAPTA', version: '2026-11-22', cite: '42 USC 5106a', text: 'Confidential.', sha256: 'ab' },
  ],
  contents: [{ ...note, version: 1, body: { facts: 'A visit at home' }, nonce: 'cd', sha256: 'ef' }],
};

function show(changes: Partial<Packages> = {}, out: unknown = { is: 'handed-out', file }) {
  const sent: unknown[] = [];
  const answers =
    (answer: unknown = {}) =>
    (input: unknown) => {
      sent.push(input);
      return answer;
    };
  const desk: Packages = {
    caseId,
    codeName: 'Heron',
    agency: 'County Welfare',
    orders: [{ ...order, kinds: ['cw-record'] }],
    bare: [],
    packages: [],
    mayPrepare: true,
    mayApprove: true,
    isHeld: false,
    ...changes,
  };
  server.use(
    answering('staff', {
      'session.me': () => dana,
      'packages.open': () => desk,
      'packages.preview': () => ({
        items: [
          { ...note, heldOut: null },
          { ...goal, heldOut: 'not-in-order' },
        ],
      }),
      'packages.prepare': answers({ packageId: newId(PackageId) }),
      'packages.answer': answers(),
      'packages.handOut': answers(out),
      'keeping.placeHold': answers({ holdId: newId(PackageId) }),
    }),
  );
  return { sent, ...renderForStaff(<PackagesPage caseId={caseId} above={null} actions={null} />) };
}

test('what is in, what is held out and why is read before a second person is asked', async () => {
  const { user, sent } = show({ bare: [{ number: 'SUB-14' }] });
  expect(await screen.findByText(/Subpoena SUB-14 gets no package/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Prepare a package' }));
  await user.click(screen.getByRole('radio', { name: /An order of a court/ }));
  await user.selectOptions(screen.getByLabelText('Which order?'), 'JV-26-417, for Dolores Kim');
  await user.type(screen.getByLabelText(/Number of the request/), 'REQ-7');
  await user.type(screen.getByLabelText('Due on'), '2099-01-01');
  await user.type(screen.getByLabelText('First day that it asks for'), '2026-01-01');
  await user.click(screen.getByRole('button', { name: 'See what is in it' }));
  const out = within(await screen.findByRole('list', { name: 'Held out (1)' }));
  expect(out.getByText('The order does not name it.')).toBeTruthy();
  expect(within(screen.getByRole('list', { name: 'In the package (1)' })).getByText('Note')).toBeTruthy();
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Give it to a second person' }));
  await waitFor(() =>
    expect(sent).toMatchObject([{ demand: 'court-order', basisId: order.basisId, kinds: ['cw-record'] }]),
  );
});

test('who prepared it does not approve it; a supervisor who did not can, after one more question', async () => {
  const first = show({ packages: [one({ isMine: true })] });
  expect(await screen.findByText('You prepared it. A supervisor on this case approves it.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Approve it' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Hand it out' })).toBeNull();
  first.unmount();
  const waiting = one();
  const { user, sent } = show({ packages: [waiting, one({ isWhole: false })] });
  expect(await screen.findByText(/What is in scope has changed/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Approve it' }));
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Approve' }));
  await waitFor(() => expect(sent).toEqual([{ caseId, packageId: waiting.packageId, approve: true }]));
});

test('what goes out stands there once, with its notices and for whom it is, and a hold is offered', async () => {
  const approved = one({ state: 'approved', approved: { by: 'Amara Osei', at } });
  const { user, sent } = show({ packages: [approved] });
  await user.click(await screen.findByRole('button', { name: 'Hand it out' }));
  await user.click(
    within(screen.getByRole('group', { name: /print it once/ })).getByRole('button', { name: 'Hand it out' }),
  );
  expect(await screen.findByRole('heading', { name: 'Answer to request REQ-7' })).toBeTruthy();
  expect(screen.getByText(/For Dolores Kim, County Probation, by order JV-26-417/)).toBeTruthy();
  expect(screen.getByText('Confidential.')).toBeTruthy();
  expect(screen.getByText('A visit at home')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Place a legal hold' }));
  await user.click(screen.getByRole('button', { name: 'Place the hold' }));
  await waitFor(() => expect(sent.at(-1)).toEqual({ caseId, reason: 'records-request' }));
  await user.click(screen.getByRole('button', { name: 'Back to the packages' }));
  expect(screen.queryByText('A visit at home')).toBeNull();
});

test('where the scope changed nothing goes out, and it says so', async () => {
  const { user } = show({ packages: [one({ state: 'approved' })] }, { is: 'changed' });
  await user.click(await screen.findByRole('button', { name: 'Hand it out' }));
  await user.click(
    within(screen.getByRole('group', { name: /print it once/ })).getByRole('button', { name: 'Hand it out' }),
  );
  expect(await screen.findByText(/Nothing went out. What is in scope has changed/)).toBeTruthy();
  expect(screen.queryByRole('heading', { name: /Answer to request/ })).toBeNull();
});

test('the public is answered without a word about a case', async () => {
  const answer = { is: 'handed-out', file: { ...file, order: null, notices: [], contents: [] } };
  const { user } = show(
    { packages: [one({ state: 'approved', demand: 'public-records', order: null })] },
    answer,
  );
  await user.click(await screen.findByRole('button', { name: 'Hand it out' }));
  await user.click(
    within(screen.getByRole('group', { name: /print it once/ })).getByRole('button', { name: 'Hand it out' }),
  );
  expect(await screen.findByText(/This does not say that there is one/)).toBeTruthy();
  expect(screen.queryByText(/Heron/)).toBeNull();
});
