import type { Inbox as Waits, Waiting } from '@accord/consent';
import { BasisId, GrantId, newId, RequestId, StaffId } from '@accord/kernel';
import { act, screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { caseId } from '../../testing/heron.ts';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, Refusal, server } from '../../testing/server.ts';
import { Inbox } from './Inbox.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const common = {
  caseId,
  codeName: 'Heron',
  recipient: { kind: 'staff' as const, staffId: newId(StaffId) },
  name: 'Rafael Ortiz',
  title: 'Detective',
  agency: 'Alder Police Youth Unit',
  system: 'law-enforcement' as const,
  purpose: 'care-plan-coordination' as const,
  categories: ['appointments' as const],
  mayPrepare: true,
};
const request: Extract<Waiting, { is: 'request' }> = {
  ...common,
  is: 'request',
  requestId: newId(RequestId),
  need: 'timing',
  askedOn: '2026-11-20',
  leadFirst: true,
};
const draft: Waiting = {
  ...common,
  is: 'draft',
  grantId: newId(GrantId),
  preparedOn: '2026-11-18',
  name: 'Elena Sosa',
};
const ending: Waiting = {
  ...common,
  is: 'ending',
  grantId: newId(GrantId),
  endsOn: '2026-11-30',
  name: 'Priya Nair',
};
const paused: Waiting = {
  ...common,
  is: 'paused',
  grantId: newId(GrantId),
  endsOn: '2026-12-30',
  pausedBy: 'young_person',
  pausedByName: null,
  pausedOn: '2026-11-21',
  name: 'Marcus Bell',
};

/** The inbox with a server whose requests can be set aside and taken up again. */
function show(
  all: readonly Waiting[],
  props: Partial<Parameters<typeof Inbox>[0]> = {},
  more: Pick<Waits, 'orders' | 'conflicts'> & Partial<Waits> = { orders: [], conflicts: [] },
) {
  let aside = new Set<string>();
  const sent: [string, unknown][] = [];
  const down = new Set<string>();
  const take = (name: string, input: unknown) => {
    if (down.has(name)) throw new Refusal('UNAVAILABLE');
    sent.push([name, input]);
  };
  server.use(
    answering('staff', {
      'consent.inbox': () => ({
        cases: [{ caseId, codeName: 'Heron' }],
        comingOfAge: [{ caseId, codeName: 'Osprey', on: '2027-01-01' }],
        posts: [],
        ...more,
        waiting: all.filter((each) => each.is !== 'request' || !aside.has(each.requestId)),
      }),
      'consent.setAside': (input) => {
        take('setAside', input);
        aside.add((input as { requestId: string }).requestId);
        return {};
      },
      'consent.takeUp': (input) => {
        take('takeUp', input);
        aside = new Set();
        return {};
      },
    }),
  );
  const onShow = vi.fn<(show: string | undefined) => void>();
  const onAnswer = vi.fn<(id: string, day: string) => void>();
  const screenOf = (
    <Inbox
      show={undefined}
      onShow={onShow}
      onAnswer={onAnswer}
      prepare={(_, label, name) => (
        <a href="/new" aria-label={name}>
          {label}
        </a>
      )}
      goOn={(_, label, name) => (
        <a href="/draft" aria-label={name}>
          {label}
        </a>
      )}
      permissions={(_, label) => <a href="/permissions">{label}</a>}
      renew={(_, label, name) => (
        <a href="/renew" aria-label={name}>
          {label}
        </a>
      )}
      {...props}
    />
  );
  return { sent, down, onShow, onAnswer, ...renderForStaff(screenOf) };
}

test('what waits stands in its parts: asks, drafts, what ends, what is paused', async () => {
  show([paused, ending, draft, request]);
  await screen.findByRole('heading', { name: 'Asks to decide' });
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    'Asks to decide',
    'Drafts that nobody has signed',
    'Ending within 14 days',
    'Paused',
    'Coming of age within 90 days',
    'Could they see this on a day?',
  ]);
  const ask = screen.getByRole('list', { name: 'Asks to decide' });
  expect(ask.textContent).toContain('Heron: Appointments');
  expect(ask.textContent).toContain('Asked on November 20, 2026, for: so that visits and days do not clash.');
  expect(ask.textContent).toContain('It goes to the lead worker first, before anyone asks Heron.');
  expect(screen.getByText('Paused by Heron. Only Heron can start it again.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Prepare permission for Rafael Ortiz, Heron' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Go on with the draft for Elena Sosa, Heron' })).toBeTruthy();
});

test('a pause by staff says who recorded it, when, and for whom', async () => {
  show([{ ...paused, pausedBy: 'staff', pausedByName: 'Alma Hughes' }]);
  expect(await screen.findByText('Paused by Alma Hughes on November 21, 2026, for Heron.')).toBeTruthy();
});

test('a sort in which nothing waits says which one that is', async () => {
  show([request], { show: 'draft' });
  expect(await screen.findByText('No drafts wait.')).toBeTruthy();
});

test('whoever looks after no permissions is led to the referrals that wait for them', async () => {
  show([], { referrals: (label) => <a href="/referrals">{label}</a> });
  server.use(
    answering('staff', {
      'consent.inbox': () => ({
        cases: [],
        comingOfAge: [],
        waiting: [],
        orders: [],
        conflicts: [],
        posts: [],
      }),
      'referrals.waiting': () => ({ toAnswer: 2, waiting: 0 }),
    }),
  );
  expect(await screen.findByRole('link', { name: 'See 2 referrals' })).toBeTruthy();
});

test('not now takes two clicks, says that nothing was shared, and can be undone', async () => {
  const { user, sent } = show([request]);
  await user.click(await screen.findByRole('button', { name: 'Not now: Rafael Ortiz, Heron' }));
  await user.click(screen.getByRole('button', { name: 'Heron said no' }));
  expect(
    await screen.findByText('Set aside. Nothing was shared, and Rafael Ortiz reads nothing of it.'),
  ).toBeTruthy();
  await screen.findByText('Nothing waits here');
  const undo = screen.getByRole('button', { name: 'Undo' });
  expect(document.activeElement).toBe(undo);
  await user.click(undo);
  expect(await screen.findByRole('button', { name: 'Not now: Rafael Ortiz, Heron' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  const { requestId } = request;
  expect(sent).toEqual([
    ['setAside', { caseId, requestId, reason: 'they-said-no' }],
    ['takeUp', { caseId, requestId }],
  ]);
});

test('what could not be set aside is tried again by its button', async () => {
  const { user, sent, down } = show([request]);
  down.add('setAside');
  await user.click(await screen.findByRole('button', { name: /^Not now/ }));
  await user.click(screen.getByRole('button', { name: 'Heron said no' }));
  const again = await screen.findByRole('button', { name: 'Try again' });
  expect(sent).toEqual([]);
  down.clear();
  await user.click(again);
  expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  expect(sent).toEqual([['setAside', { caseId, requestId: request.requestId, reason: 'they-said-no' }]]);
});

test('what could not be taken back is tried again by its button, and nothing older stands in its way', async () => {
  const { user, sent, down } = show([
    request,
    { ...request, requestId: newId(RequestId), name: 'Priya Nair' },
  ]);
  await user.click(await screen.findByRole('button', { name: 'Not now: Rafael Ortiz, Heron' }));
  await user.click(screen.getByRole('button', { name: 'Heron said no' }));
  await screen.findByRole('button', { name: 'Undo' });
  down.add('setAside').add('takeUp');
  await user.click(screen.getByRole('button', { name: 'Not now: Priya Nair, Heron' }));
  await user.click(screen.getByRole('button', { name: 'Heron said no' }));
  await screen.findByRole('button', { name: 'Try again' });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  const again = await screen.findByRole('button', { name: 'Try again' });
  down.clear();
  await user.click(again);
  expect(await screen.findByRole('button', { name: 'Not now: Rafael Ortiz, Heron' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  const { requestId } = request;
  expect(sent).toEqual([
    ['setAside', { caseId, requestId, reason: 'they-said-no' }],
    ['takeUp', { caseId, requestId }],
  ]);
});

test('after ten seconds there is nothing to undo', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 50 });
  try {
    const { user } = show([request]);
    await user.click(await screen.findByRole('button', { name: /^Not now/ }));
    await user.click(screen.getByRole('button', { name: 'It is a bad time to ask' }));
    await screen.findByRole('button', { name: 'Undo' });
    act(() => void vi.advanceTimersByTime(10_000));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test('whoever may not prepare is told who does, and may still say not now', async () => {
  show([{ ...request, mayPrepare: false }]);
  expect(await screen.findByText('A worker on the case prepares it. You can answer: not now.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: /^Prepare/ })).toBeNull();
  expect(screen.getByRole('button', { name: /^Not now/ })).toBeTruthy();
});

test('the filter shows one sort, and says how many there are of each', async () => {
  const { user, onShow } = show([request, draft], { show: 'draft' });
  await screen.findByRole('heading', { name: 'Drafts that nobody has signed' });
  expect(screen.queryByRole('heading', { name: 'Asks to decide' })).toBeNull();
  const filter = screen.getByRole('group', { name: 'Show' });
  expect(
    within(filter)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['Everything', 'Asks: 1', 'Drafts: 1']);
  await user.click(within(filter).getByRole('button', { name: 'Asks: 1' }));
  expect(onShow).toHaveBeenCalledWith('request');
});

const about = { caseId, codeName: 'Heron', name: 'Rafael Ortiz', title: 'Detective', agency: 'Police' };

test('somebody new in a post is to be told of; a post that has nobody says so, and no reason', async () => {
  const post = {
    grantId: newId(GrantId),
    caseId,
    codeName: 'Heron',
    post: 'Sports nurse',
    agency: 'Alder Community Health',
    name: 'Nadia Petrova',
    title: 'Clinic nurse',
    sinceOn: '2026-11-20',
    mayAnswer: true,
  };
  const vacant = { ...post, grantId: newId(GrantId), name: null, title: null };
  show([], {}, { conflicts: [], orders: [], posts: [post, vacant] });
  expect(await screen.findByText('Sports nurse, now Nadia Petrova')).toBeTruthy();
  expect(screen.getByText(/^Nadia Petrova sees nothing yet\. Tell Heron who it is/)).toBeTruthy();
  expect(screen.getByText('Sports nurse, nobody now')).toBeTruthy();
  expect(screen.getByText(/^It opens to nobody\./)).toBeTruthy();
});

test('an order of a court says that nobody has told them, and until when it holds', async () => {
  const order = {
    ...about,
    basisId: newId(BasisId),
    number: 'JV-26-417',
    endsOn: '2026-12-30',
    isTold: false,
  };
  show([], {}, { conflicts: [], orders: [order] });
  const list = await screen.findByRole('list', { name: 'Court orders' });
  expect(list.textContent).toContain('Heron: order JV-26-417');
  expect(list.textContent).toContain('Nobody has told Heron yet.');
  expect(list.textContent).toContain('December 30, 2026');
});

test('two parents who do not agree, and a custody that changed, stand as conflicts with what to do', async () => {
  const conflict = { ...about, grantId: newId(GrantId), on: '2026-11-20' };
  show(
    [],
    { show: 'conflict' },
    {
      orders: [],
      conflicts: [
        { ...conflict, is: 'disagree', who: 'father', other: 'mother' },
        { ...conflict, is: 'authority-over', who: 'guardian' },
      ],
    },
  );
  const list = await screen.findByRole('list', { name: 'Signatures in conflict' });
  expect(list.textContent).toContain('Father has signed. Mother took theirs back on November 20, 2026.');
  expect(list.textContent).toContain('Guardian, since November 20, 2026.');
  expect(within(list).getAllByRole('link', { name: 'See permissions' })).toHaveLength(2);
});

test('a question about a day needs a case, and then leads to its table', async () => {
  const { user, onAnswer } = show([]);
  await user.click(await screen.findByRole('button', { name: 'Show that day' }));
  expect(onAnswer).not.toHaveBeenCalled();
  const select = screen.getByRole('combobox', { name: 'Case' });
  expect(select.getAttribute('aria-invalid')).toBe('true');
  await user.selectOptions(select, 'Heron');
  expect(select.getAttribute('aria-invalid')).not.toBe('true');
  await user.clear(screen.getByLabelText('Day'));
  await user.type(screen.getByLabelText('Day'), '2026-10-01');
  await user.click(screen.getByRole('button', { name: 'Show that day' }));
  expect(onAnswer).toHaveBeenCalledWith(caseId, '2026-10-01');
});

test('when it cannot be read it says so, and can be tried again', async () => {
  server.use(
    answering('staff', {
      'consent.inbox': () => {
        throw new Refusal('UNAVAILABLE');
      },
    }),
  );
  renderForStaff(
    <Inbox
      show={undefined}
      onShow={() => undefined}
      onAnswer={() => undefined}
      prepare={() => null}
      goOn={() => null}
      permissions={() => null}
      renew={() => null}
    />,
  );
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
});

test('whoever comes of age soon is named with the day, and with the way to what goes on after it', async () => {
  show([]);
  const list = await screen.findByRole('list', { name: 'Coming of age within 90 days' });
  expect(list.textContent).toMatch(/^Osprey: on .*2027What a parent or guardian signed ends that day\./);
  expect(within(list).getByRole('link').textContent).toBe('See permissions');
});
