import type { Permission } from '@accord/consent';
import type { Service } from '@accord/directory';
import { AgencyId, newId, ServiceId, StaffId } from '@accord/kernel';
import { screen, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { caseId, dana, permission } from '../../testing/heron.ts';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, Refusal, server } from '../../testing/server.ts';
import { Refer } from './Refer.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const agency = { agencyId: newId(AgencyId), name: 'Harbor House' };

const service = (of: Service['organization']['agency']): Service => ({
  serviceId: newId(ServiceId),
  name: 'Rooms',
  description: null,
  fees: null,
  applicationProcess: null,
  url: null,
  availability: 'listed',
  organization: { name: 'The house', placeholder: false, agency: of },
  phones: [],
  hours: [],
});

const noor = { staffId: newId(StaffId), name: 'Noor Haddad', title: 'Intake coordinator' };

async function choose(
  of: Service['organization']['agency'],
  readers: (typeof noor)[],
  { askedAt = null, permissions = [] }: { askedAt?: string | null; permissions?: Permission[] } = {},
) {
  const onSent = vi.fn();
  const onPage = vi.fn();
  const sent: unknown[] = [];
  server.use(
    answering('staff', {
      'session.me': () => dana,
      'consent.list': () => ({ permissions }),
      'cases.list': () => ({
        cases: [{ caseId, codeName: 'Heron', name: 'Jordan R.', openedAt: '2026-11-01T10:00:00.000Z' }],
        more: false,
      }),
      'directory.search': () => ({ services: [service(of)], total: 1, page: 1, pages: 1 }),
      'referrals.prepare': () => ({ agency: of, readers, preview: [], askedAt }),
      'referrals.refer': (input) => {
        sent.push(input);
        return { itemId: newId(ServiceId), status: 'requested' };
      },
    }),
  );
  const { user } = renderForStaff(
    <Refer
      caseId={caseId}
      page={1}
      onPage={onPage}
      above={null}
      ask={({ name }, label) => <a href={`/ask?${name}`}>{label}</a>}
      onSent={onSent}
    />,
  );
  await user.type(await screen.findByLabelText('Find a service'), 'room');
  await user.click(screen.getByRole('button', { name: 'Find' }));
  await user.click(await screen.findByRole('button', { name: 'Choose Rooms' }));
  return { user, onSent, onPage, sent };
}

test('where somebody there can see it, the page names them, and the button says where it goes', async () => {
  const { user, onSent, sent } = await choose(agency, [noor]);
  expect(await screen.findByText('Noor Haddad at Harbor House can see it at once.')).toBeTruthy();
  expect(screen.getByText('They see nothing else in this case.')).toBeTruthy();
  await user.type(screen.getByLabelText('What the service is asked to do'), 'A room');
  await user.click(screen.getByRole('button', { name: 'Send it to Harbor House' }));
  await waitFor(() => expect(onSent).toHaveBeenCalledTimes(1));
  expect(sent).toMatchObject([{ caseId, reason: 'A room' }]);
});

test('everybody who will read it is named, and a service that is asked already says so', async () => {
  await choose(agency, [noor], {
    askedAt: '2026-11-16T10:00:00.000Z',
    permissions: [permission({ categories: ['service-linkage'] })],
  });
  expect(await screen.findByText(/^Already asked on /)).toBeTruthy();
  expect(
    await screen.findByText('Others who see this kind: Rafael Ortiz, Alder Police Youth Unit.'),
  ).toBeTruthy();
  expect(await screen.findByText('Jordan R. sees it too.')).toBeTruthy();
});

test('somebody elsewhere with the name of a reader there is still named', async () => {
  const recipient = { ...permission().recipient, name: noor.name };
  const here = { ...recipient, agency: agency.name };
  await choose(agency, [noor], {
    permissions: [
      permission({ categories: ['service-linkage'], recipient }),
      permission({ categories: ['service-linkage'], recipient: here }),
    ],
  });
  expect(
    await screen.findByText('Others who see this kind: Noor Haddad, Alder Police Youth Unit.'),
  ).toBeTruthy();
});

test('where nobody may see it yet, nothing is called sending, and the way to permission is there', async () => {
  await choose(agency, []);
  const truth = 'They do not see it in Accord. Ask Jordan R. for permission, or call them.';
  expect(await screen.findByText(truth)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Ask permission first' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Put it on the plan' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull();
});

test('a service outside the network is called, and nobody is asked for permission', async () => {
  await choose(null, []);
  expect(await screen.findByText('They do not see it in Accord. Call them, or go together.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Ask permission first' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Put it on the plan' })).toBeTruthy();
});

test('results say which agency of the network runs a service, and a search starts at the first page', async () => {
  const { onPage } = await choose(agency, []);
  expect(screen.getAllByText('In Accord: Harbor House').length).toBeGreaterThan(0);
  expect(onPage).toHaveBeenCalledWith(1);
});

test('someone to whom nothing is shared gets the neutral page and no form', async () => {
  server.use(
    answering('staff', {
      'session.me': () => dana,
      'consent.list': () => {
        throw new Refusal('NOT_FOUND');
      },
    }),
  );
  renderForStaff(
    <Refer caseId={caseId} page={1} onPage={vi.fn()} above={null} ask={() => null} onSent={vi.fn()} />,
  );
  expect(await screen.findByText("Nothing here, or it isn't shared with you.")).toBeTruthy();
  expect(screen.queryByLabelText('Find a service')).toBeNull();
});
