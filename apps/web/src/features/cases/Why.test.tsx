import { ClosedReason, SHAREABLE, type Why } from '@accord/consent';
import { screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { caseId, dana, goal, note, page } from '../../testing/heron.ts';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, liveStream, Refusal, server } from '../../testing/server.ts';
import { CaseView } from './CaseView.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const closedNote = {
  ...note,
  categories: ['edu-record' as const],
  content: { is: 'closed' as const },
  audience: null,
};
const closed = (changes: Partial<Extract<Why, { is: 'closed' }>> = {}): Why => ({
  is: 'closed',
  kind: 'edu-record',
  reason: 'no-permission',
  ask: 'edu-record',
  leadFirst: false,
  terms: null,
  ...changes,
});

/** A case page with one item, and a server that remembers what it was asked. */
function open(items: ReturnType<typeof page>['items'], why: () => unknown) {
  const sent: unknown[] = [];
  server.use(
    liveStream('staff').handler,
    answering('staff', {
      'cases.open': () => page({ items, writes: [] }),
      'session.me': () => dana,
      'consent.why': (input) => {
        sent.push(input);
        return why();
      },
      'consent.ask': (input) => {
        sent.push(input);
        return { asked: true };
      },
    }),
  );
  return { sent, ...renderForStaff(<CaseView caseId={caseId} />) };
}

const showWhy = { name: 'Why is this about School closed?' };

test.each(ClosedReason.options)(
  'closed for %s: one sentence, what to do and what the young person is told, naming nobody',
  async (reason) => {
    const { user } = open([closedNote], () => closed({ reason, ask: null }));
    const button = await screen.findByRole('button', showWhy);
    await user.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const told = await screen.findByText('What Heron would be told');
    const panel = told.closest('[id]') as HTMLElement;
    expect(panel.textContent).toContain('What you can do');
    expect(panel.textContent).not.toMatch(/\{\{|Dana|Alder|Rafael|closed\./);
    const [first] = within(panel).getAllByText(/\.$/);
    expect(first?.textContent?.match(/\./g)).toHaveLength(1);
  },
);

test('nothing is asked of the server before somebody wants to know', async () => {
  const { sent } = open([closedNote], () => closed());
  await screen.findByRole('button', showWhy);
  expect(sent).toEqual([]);
});

test('asking takes a need and one more click, and says the same whatever comes of it', async () => {
  const { user, sent } = open([closedNote], () => closed({ leadFirst: true }));
  await user.click(await screen.findByRole('button', showWhy));
  expect(await screen.findByText('An ask from police goes to the lead worker first.')).toBeTruthy();
  await user.click(screen.getByLabelText('To plan the next steps together'));
  await user.click(screen.getByRole('button', { name: 'Ask for it' }));
  const line = await screen.findByText('You have asked. They will answer.');
  expect(document.activeElement).toBe(line);
  expect(sent.at(-1)).toEqual({ caseId, kind: 'edu-record', need: 'planning' });
});

test('an ask without a need is not sent, and says what is missing', async () => {
  const { user, sent } = open([closedNote], () => closed());
  await user.click(await screen.findByRole('button', showWhy));
  await user.click(await screen.findByRole('button', { name: 'Ask for it' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Choose what you need it for.');
  expect(sent).toHaveLength(1);
});

test('when it is no longer there the panel says the neutral sentence', async () => {
  const { user } = open([closedNote], () => {
    throw new Refusal('NOT_FOUND');
  });
  const button = await screen.findByRole('button', showWhy);
  await user.click(button);
  // In the panel: a page on which there is nothing else says the same elsewhere.
  const panel = document.getElementById(button.getAttribute('aria-controls') ?? '') as HTMLElement;
  expect(await within(panel).findByText("Nothing here, or it isn't shared with you.")).toBeTruthy();
});

test('a holder reads in one click why each reader can, and until when', async () => {
  const { user } = open([{ ...note, audience: ['Rafael Ortiz'] }], () => ({
    is: 'open',
    readers: [
      { name: 'Rafael Ortiz', agency: 'Alder Police Youth Unit', reason: 'permission', endsOn: '2027-03-03' },
    ],
  }));
  expect(await screen.findByText('Seen by: you, colleagues on this case, and Rafael Ortiz')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Why these people can read it' }));
  const readers = await screen.findByRole('list', { name: 'Why they can read it' });
  expect(readers.textContent).toBe(
    'Rafael Ortiz, Alder Police Youth Unit: a permission. Until March 3, 2027.',
  );
});

test('a reader who may not know who else there is gets no reasons to ask for', async () => {
  open([{ ...goal, audience: null }], () => closed());
  await screen.findByText('Shared with you.');
  expect(screen.queryByRole('button', { name: /Why/ })).toBeNull();
});

test('a recipient reads until when it is open and who shared it', async () => {
  server.use(
    liveStream('staff').handler,
    answering('staff', {
      'session.me': () => dana,
      'cases.open': () =>
        page({ writes: [], sharedBy: [{ owner: 'Alder County Child Welfare', endsOn: '2027-03-03' }] }),
    }),
  );
  renderForStaff(<CaseView caseId={caseId} />);
  expect(
    await screen.findByText(
      'Open to you until March 3, 2027. Alder County Child Welfare shared it with the permission of Heron.',
    ),
  ).toBeTruthy();
});

test('a recipient asks for a kind that is not open to them, out of a list that tells nothing of this case', async () => {
  const shared = { writes: [], sharedBy: [{ owner: 'Alder County Child Welfare', endsOn: '2027-03-03' }] };
  const sent: unknown[] = [];
  server.use(
    liveStream('staff').handler,
    answering('staff', {
      'session.me': () => dana,
      'cases.open': () => page({ ...shared, items: [goal, closedNote] }),
      'consent.ask': (input) => {
        sent.push(input);
        return { asked: true };
      },
    }),
  );
  const { user } = renderForStaff(<CaseView caseId={caseId} />);
  await user.click(await screen.findByRole('button', { name: 'Ask for something else' }));
  const kinds = screen.getByLabelText('What would you like to see?');
  const offered = [...kinds.querySelectorAll('option')].map(({ value }) => value).filter((value) => value);
  expect(offered.toSorted()).toEqual(SHAREABLE.filter((kind) => kind !== 'case-plan').toSorted());
  await user.click(screen.getByRole('button', { name: 'Ask for it' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Choose what you would like to see.');
  expect(sent).toEqual([]);
  await user.selectOptions(kinds, 'appointments');
  await user.click(screen.getByLabelText('So that visits and days do not clash'));
  await user.click(screen.getByRole('button', { name: 'Ask for it' }));
  expect(await screen.findByText('You have asked. They will answer.')).toBeTruthy();
  expect(sent).toEqual([{ caseId, kind: 'appointments', need: 'timing' }]);
});

test('who writes on a case asks the young person, and has no such button', async () => {
  server.use(
    liveStream('staff').handler,
    answering('staff', { 'session.me': () => dana, 'cases.open': () => page() }),
  );
  renderForStaff(<CaseView caseId={caseId} />);
  await screen.findByRole('button', { name: 'Add a goal' });
  expect(screen.queryByRole('button', { name: 'Ask for something else' })).toBeNull();
});
