import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { caseId, dana, goal, note, page, step } from '../../testing/heron.ts';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, liveStream, offline, Refusal, server, silent } from '../../testing/server.ts';
import { CaseView } from './CaseView.tsx';

const NEUTRAL = "Nothing here, or it isn't shared with you.";

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** A case page that answers what `answer` says at that moment, with a live stream to ping. */
function openCase(answer: () => unknown) {
  const live = liveStream('staff');
  server.use(
    live.handler,
    answering('staff', {
      'cases.open': answer,
      'session.me': () => dana,
      'consent.list': () => ({ permissions: [] }),
      'cases.addNote': () => {
        throw new Refusal('BAD_INPUT', [
          { field: 'facts', message: 'Write what happened in a full sentence.' },
        ]);
      },
    }),
  );
  return {
    live,
    ...renderForStaff(<CaseView caseId={caseId} actions={<a href="/refer">Refer to a service</a>} />),
  };
}

test('goals come first, in the own words of the young person, with their steps', async () => {
  openCase(() => page());
  const goals = await screen.findByRole('region', { name: 'Goals' });
  expect(within(goals).getByText('“Get back to art class”').tagName).toBe('BLOCKQUOTE');
  expect(within(goals).getByRole('checkbox', { name: 'Get a bus pass' })).toHaveProperty('checked', false);
  const timeline = screen.getByRole('region', { name: 'Timeline' });
  expect(goals.compareDocumentPosition(timeline)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test('every item of the timeline says who can see it', async () => {
  openCase(() => page({ items: [note, { ...note, itemId: goal.itemId, audience: null }] }));
  const entries = within(await screen.findByRole('list', { name: 'Timeline' })).getAllByRole('listitem');
  expect(entries.map((entry) => within(entry).getByText(/^Seen by|^Shared/).textContent)).toEqual([
    'Seen by: you, colleagues on this case, and Heron',
    'Shared with you.',
  ]);
});

test('the notices that travel with what is shown stand above it, word for word', async () => {
  const notice = {
    code: '34-CFR-99.33' as const,
    version: '1',
    short: 'School records.',
    text: 'The whole text.',
  };
  openCase(() => page({ obligations: [notice] }));
  expect((await screen.findByText('School records.')).tagName).toBe('SUMMARY');
  expect(screen.getByText('The whole text.').closest('[lang]')?.getAttribute('lang')).toBe('en');
});

test('what a reader may know of and not see is a closed line in its place', async () => {
  openCase(() =>
    page({ items: [{ ...note, categories: ['edu-record'], content: { is: 'closed' }, audience: null }] }),
  );
  expect(await screen.findByText("1 item about School isn't shared with you.")).toBeTruthy();
});

test('while nothing has come there is a shape after 300 ms, and no word of a case', async () => {
  server.use(liveStream('staff').handler, silent('staff'));
  const { container } = renderForStaff(<CaseView caseId={caseId} />);
  expect(container.querySelector('[aria-busy="true"]')).toBeNull();
  await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).not.toBeNull());
  expect(screen.getByRole('heading').textContent).toBe('Loading');
});

test('a reader who may only read gets the neutral sentence where there are no goals, and no form', async () => {
  openCase(() => page({ items: [note], writes: [] }));
  const goals = await screen.findByRole('region', { name: 'Goals' });
  expect(within(goals).getByText(NEUTRAL)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Add/ })).toBeNull();
  expect(screen.queryByRole('link', { name: 'Refer to a service' })).toBeNull();
});

test('a case that is not shared reads like one that is not there', async () => {
  openCase(() => {
    throw new Refusal('NOT_FOUND');
  });
  expect(await screen.findByText(NEUTRAL)).toBeTruthy();
});

test('a case that is not shared does not turn into a loading one while it is asked for again', async () => {
  const { live } = openCase(() => {
    throw new Refusal('NOT_FOUND');
  });
  await screen.findByText(NEUTRAL);
  await waitFor(() => expect(live.listening()).toBe(1));
  const askedAgain = vi.fn<() => void>();
  server.use(live.handler, silent('staff', askedAgain));
  live.ping();
  await waitFor(() => expect(askedAgain).toHaveBeenCalled());
  expect(screen.getByText(NEUTRAL)).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'Loading' })).toBeNull();
});

test('a worker with an empty case is told the next step', async () => {
  openCase(() => page({ items: [] }));
  expect(await screen.findByText('No goals yet')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Add a goal' })).toBeTruthy();
});

test('when sharing stops, the open page changes into the neutral sentence and says so politely', async () => {
  let shared = true;
  const { live } = openCase(() => {
    if (shared) return page({ items: [note, goal, step], writes: [] });
    throw new Refusal('NOT_FOUND');
  });
  await screen.findByText('“Get back to art class”');
  await waitFor(() => expect(live.listening()).toBe(1));
  shared = false;
  live.ping();
  await waitFor(() => expect(document.body.textContent).not.toContain('art class'));
  expect(screen.getByText(NEUTRAL)).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Team' })).toBeNull();
  const said = screen.getAllByRole('status').map((region) => region.textContent);
  expect(said.join(' ')).toContain('What you could see here has changed.');
});

test('when something is added elsewhere, the page shows it and says when it changed', async () => {
  let items = [goal, step];
  const { live } = openCase(() => page({ items: [...items, note], writes: [] }));
  await screen.findAllByText('Get a bus pass');
  await waitFor(() => expect(live.listening()).toBe(1));
  items = [goal];
  live.ping();
  await waitFor(() => expect(screen.queryByText('Get a bus pass')).toBeNull());
  expect(screen.getAllByText(/^This page changed at/).length).toBeGreaterThan(0);
});

test('what changed between the page and its stream shows, by asking once more', async () => {
  let asked = 0;
  openCase(() => page({ items: (asked += 1) === 1 ? [goal, step] : [goal], writes: [] }));
  await screen.findByText('“Get back to art class”');
  await waitFor(() => expect(screen.queryByText('Get a bus pass')).toBeNull());
  expect(asked).toBe(2);
});

test('when access ends by its date, the content is gone without any event', async () => {
  const end = new Date(Date.now() + 700).toISOString();
  openCase(() => page({ items: [goal], writes: [], accessEndsAt: end }));
  expect(await screen.findByText('“Get back to art class”')).toBeTruthy();
  await waitFor(() => expect(screen.queryByText('“Get back to art class”')).toBeNull(), { timeout: 3_000 });
  expect(screen.getByText(NEUTRAL)).toBeTruthy();
});

test('a note survives an error, which names the field and leads to it', async () => {
  const { user } = openCase(() => page());
  await user.click(await screen.findByRole('button', { name: 'Add a note' }));
  const facts = screen.getByRole('textbox', { name: 'What happened' });
  expect(document.activeElement).toBe(facts);
  await user.type(facts, 'Met');
  expect(await screen.findByText('People at Alder County Child Welfare who work on this case')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Send the note' }));
  const link = await screen.findByRole('link', { name: 'Write what happened in a full sentence.' });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('alert')));
  expect(screen.getByRole('textbox', { name: 'What happened' })).toHaveProperty('value', 'Met');
  await user.click(link);
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'What happened' }));
});

test('when the server cannot be reached the page is covered, and what was being written is kept', async () => {
  const { live, user } = openCase(() => page());
  await user.click(await screen.findByRole('button', { name: 'Add a note' }));
  await user.type(screen.getByRole('textbox', { name: 'What happened' }), 'Half a sentence');
  await waitFor(() => expect(live.listening()).toBe(1));
  server.use(offline('staff'));
  live.ping();
  expect(await screen.findByText('We cannot reach Accord right now', {}, { timeout: 4_000 })).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Goals' })).toBeNull();
  server.resetHandlers(
    answering('staff', { 'cases.open': () => page(), 'session.me': () => dana }),
    live.handler,
  );
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('textbox', { name: 'What happened' })).toHaveProperty(
    'value',
    'Half a sentence',
  );
});
