import { type Agreement, AgreementId, type AgreementLibrary, SHAREABLE } from '@accord/consent';
import { newId } from '@accord/kernel';
import { screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { dana } from '../../../testing/heron.ts';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, Refusal, server } from '../../../testing/server.ts';
import { AgreementsEnding } from './AgreementsEnding.tsx';
import { AgreementsPage } from './AgreementsPage.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const agreement = (changes: Partial<Agreement> = {}): Agreement => ({
  agreementId: newId(AgreementId),
  sort: 'data-sharing',
  parties: 'Alder Unified Schools',
  number: 'DSA 2025-11',
  digest: null,
  signedBy: 'The director',
  signedOn: '2026-01-02',
  startsOn: '2026-01-05',
  endsOn: '2027-01-05',
  gives: ['case-plan', 'appointments'],
  receives: [],
  purposes: ['education-support'],
  standing: 'in-force',
  endsSoon: true,
  lastOn: '2027-01-05',
  endedBy: null,
  replacesNumber: null,
  recordedBy: 'Amara Osei',
  recordedAt: '2026-01-06T12:00:00.000Z',
  ...changes,
});

function show(changes: Partial<AgreementLibrary> = {}, end: () => unknown = () => ({})) {
  const sent: unknown[] = [];
  const library = { agency: 'County Welfare', agreements: [agreement()], mayRecord: true, ...changes };
  server.use(
    answering('staff', {
      'session.me': () => dana,
      'agreements.list': () => library,
      'agreements.record': (input) => {
        sent.push(input);
        return { agreementId: newId(AgreementId) };
      },
      'agreements.end': (input) => {
        sent.push(input);
        return end();
      },
    }),
  );
  return { sent, library };
}

test('a paper says what it lets out and in, who signed it, and until when; a whole one is not a long list', async () => {
  show({ agreements: [agreement(), agreement({ number: 'MOU 1', sort: 'mou', gives: [...SHAREABLE] })] });
  renderForStaff(<AgreementsPage above={null} />);
  const [first, second] = within(
    await screen.findByRole('list', { name: 'In force and to come' }),
  ).getAllByRole('listitem');
  expect(first?.textContent).toMatch(
    /Data sharing agreement, DSA 2025-11.*Ends soon.*Goals and steps and Appointments/,
  );
  expect(first?.textContent).toMatch(/Nothing.*The director, January 2, 2026.*January 5, 2027/);
  expect(second?.textContent).toContain('Every kind that a permission can name');
});

test('what it needs is named per field, and it is sent as it stands on the paper', async () => {
  const { sent } = show();
  const { user } = renderForStaff(<AgreementsPage above={null} />);
  await user.click(await screen.findByRole('button', { name: 'Record an agreement' }));
  await user.click(screen.getByRole('button', { name: 'Record it' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Choose what it is.');
  expect(alert.textContent).toContain('Choose what it is for.');
  expect(sent).toEqual([]);
  await user.click(screen.getByLabelText(/^Memorandum/));
  await user.type(screen.getByLabelText('Who else signed it?'), 'Town Police');
  await user.type(screen.getByLabelText('Number of the document, or of the paper'), 'MOU 9');
  await user.type(screen.getByLabelText('Who signed it for County Welfare?'), 'A. Director');
  await user.type(screen.getByLabelText('Day on which it was signed'), '2026-01-02');
  const gives = screen.getByRole('group', { name: 'What does it let County Welfare give?' });
  await user.click(within(gives).getByLabelText(/^Goals and steps/));
  await user.click(screen.getByLabelText('Working together on the plan'));
  await user.click(screen.getByRole('button', { name: 'Record it' }));
  expect(await screen.findAllByText(/^Recorded\. What is open goes on/)).not.toHaveLength(0);
  expect(sent).toMatchObject([
    {
      sort: 'mou',
      number: 'MOU 9',
      digest: null,
      endsOn: null,
      gives: ['case-plan'],
      receives: [],
      replaces: null,
    },
  ]);
});

test('ending one asks first, and says what closes; where it was not done the question stays', async () => {
  const { sent, library } = show({}, () => {
    throw new Refusal('CONFLICT');
  });
  const { user } = renderForStaff(<AgreementsPage above={null} />);
  await user.click(await screen.findByRole('button', { name: 'End DSA 2025-11 now' }));
  expect(screen.getByText(/What it alone covers closes at once, in every case/)).toBeTruthy();
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'End it now' }));
  expect(await screen.findByText(/What it alone covers closes at once/)).toBeTruthy();
  expect(sent).toEqual([{ agreementId: library.agreements[0]?.agreementId }]);
});

test('who does not supervise reads them; where there is none it says what that means', async () => {
  show({ mayRecord: false, agreements: [] });
  renderForStaff(<AgreementsPage above={null} />);
  expect(await screen.findByText(/No permission opens anything of County Welfare/)).toBeTruthy();
  expect(screen.getByText('A supervisor of your agency records these.')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('the inbox of whoever supervises lists what ends soon, and nobody else’s does', async () => {
  show();
  const { unmount } = renderForStaff(<AgreementsEnding see={(label) => <a href="/agreements">{label}</a>} />);
  expect(
    await screen.findByText('With Alder Unified Schools. The last day is January 5, 2027.'),
  ).toBeTruthy();
  unmount();
  show({ mayRecord: false });
  renderForStaff(
    <>
      <AgreementsPage above={null} />
      <AgreementsEnding see={(label) => <a href="/agreements">{label}</a>} />
    </>,
  );
  expect(await screen.findByText('A supervisor of your agency records these.')).toBeTruthy();
  expect(screen.queryByText('Agreements that end')).toBeNull();
});
