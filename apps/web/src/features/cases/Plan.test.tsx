import type { CasePage } from '@accord/cases';
import { AgencyId, ItemId, newId, StaffId } from '@accord/kernel';
import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { appointment, caseId, dana, goal, note, page, profile, step } from '../../testing/heron.ts';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, liveStream, Refusal, server } from '../../testing/server.ts';
import { CaseView } from './CaseView.tsx';
import type { TimelineFilter } from './filter.ts';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const ortiz = { staffId: newId(StaffId), name: 'Rafael Ortiz', agency: 'Alder Police Youth Unit' };
const doers = [
  { staffId: dana.staffId, name: dana.name, title: dana.title, agency: dana.agency.name },
  { ...ortiz, title: 'Detective' },
];
const changedByRafael = { by: 'Rafael Ortiz', isMine: false, at: '2026-11-16T10:41:00.000Z' };

function Filtered() {
  const [filter, setFilter] = useState<TimelineFilter>({});
  return <CaseView caseId={caseId} filter={filter} onFilter={setFilter} />;
}

/** A case page that answers what `answer` says at that moment, and what other calls say. */
function openCase(
  answer: () => CasePage,
  calls: Record<string, (input: unknown) => unknown> = {},
  mark = '',
) {
  const live = liveStream('staff', mark);
  server.use(
    live.handler,
    answering('staff', {
      'cases.open': answer,
      'session.me': () => dana,
      'consent.list': () => ({ permissions: [] }),
      'cases.doers': () => ({ doers }),
      ...calls,
    }),
  );
  return { live, ...renderForStaff(<Filtered />) };
}

test('each step says who does it and by when, and a day that has passed in words', async () => {
  const mine = { ...step, itemId: newId(ItemId), doer: { ...ortiz, name: dana.name }, isMine: true };
  const late = { ...step, doer: ortiz, dueOn: '2026-11-10', isOverdue: true };
  openCase(() => page({ items: [mine, late, goal] }));
  const goals = await screen.findByRole('region', { name: 'Goals' });
  expect(within(goals).getByText('Rafael Ortiz, Alder Police Youth Unit')).toBeTruthy();
  expect(within(goals).getByText(/^Was due /)).toBeTruthy();
  expect(within(goals).getByText('You')).toBeTruthy();
});

test('a step that this reader may not tick has no box, and none may be given away', async () => {
  openCase(() => page({ items: [{ ...step, mayTick: false, mayPlan: false }, goal], writes: [] }));
  expect((await screen.findAllByText('Get a bus pass')).length).toBeGreaterThan(0);
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.queryByRole('button', { name: /^Change who or when/ })).toBeNull();
});

test('a tick that came too late says who was faster, when, and what it is now', async () => {
  let now = { ...step };
  const { user } = openCase(() => page({ items: [now, goal] }), {
    'cases.setStep': () => {
      now = { ...step, state: 'done', revision: 2, changed: changedByRafael };
      throw new Refusal('CONFLICT');
    },
  });
  await user.click(await screen.findByRole('checkbox', { name: 'Get a bus pass' }));
  const alert = await screen.findByText(/^Rafael Ortiz changed this at/);
  expect(alert.closest('[role="alert"]')?.textContent).toContain('Now: Done');
  expect(screen.getByRole('checkbox', { name: 'Get a bus pass' })).toHaveProperty('checked', true);
});

test('who may not be known is someone', async () => {
  let now = { ...step };
  const { user } = openCase(() => page({ items: [now, goal] }), {
    'cases.setStep': () => {
      now = { ...step, revision: 2, changed: { ...changedByRafael, by: null } };
      throw new Refusal('CONFLICT');
    },
  });
  await user.click(await screen.findByRole('checkbox', { name: 'Get a bus pass' }));
  expect(await screen.findByText(/^Someone on the case changed this at/)).toBeTruthy();
});

test('an open form keeps what was typed when the page beneath it changes, and shows both', async () => {
  let now = { ...step, dueOn: '2031-05-05' };
  const sent: unknown[] = [];
  const { user, live } = openCase(() => page({ items: [now, goal] }), {
    'cases.planStep': (input) => {
      sent.push(input);
      if ((input as { revision: number }).revision !== now.revision) throw new Refusal('CONFLICT');
      return { revision: now.revision + 1 };
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Change who or when: Get a bus pass' }));
  await user.selectOptions(await screen.findByLabelText('Who does it'), ortiz.staffId);
  await waitFor(() => expect(live.listening()).toBe(1));
  now = { ...now, dueOn: '2031-06-06', revision: 2, changed: changedByRafael };
  live.ping();
  expect(await screen.findByText(/^Rafael Ortiz changed this at/)).toBeTruthy();
  expect(screen.getByLabelText('Who does it')).toHaveProperty('value', ortiz.staffId);
  expect(screen.getByLabelText('By when (optional)')).toHaveProperty('value', '2031-05-05');
  expect(screen.getByText(/^Yours: Rafael Ortiz/)).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Save the change' }));
  await screen.findByText('Changed who does it, or when.');
  expect(sent.map((input) => (input as { revision: number }).revision)).toEqual([2]);
});

test('somebody who cannot see the step any more is named, and no choice to begin from', async () => {
  const gone = { ...ortiz, staffId: newId(StaffId), name: 'Marcus Bell' };
  const { user } = openCase(() => page({ items: [{ ...step, doer: gone, doerSees: false }, goal] }));
  const next = await screen.findByRole('region', { name: 'What is next' });
  expect(next.textContent).toContain("Marcus Bell, who can't see this any more");
  await user.click(await screen.findByRole('button', { name: /^Change who or when/ }));
  expect(await screen.findByText(/^Marcus Bell can't see this step any more/)).toBeTruthy();
  expect(screen.getByLabelText('Who does it')).toHaveProperty('value', '');
});

test('a doer that the server does not take is named at the field, with the way out', async () => {
  const { user } = openCase(() => page({ items: [step, goal] }), {
    'cases.addStep': () => {
      throw new Refusal('BAD_INPUT', [
        { field: 'doer', message: "They can't see this step yet. Ask for permission first." },
      ]);
    },
  });
  await user.click(await screen.findByRole('button', { name: /^Add a step to/ }));
  await user.type(screen.getByRole('textbox', { name: 'Next step' }), 'Ask at school');
  await user.click(screen.getByRole('button', { name: 'Save the step' }));
  expect(await screen.findByRole('link', { name: /^They can't see this step yet/ })).toBeTruthy();
  expect(screen.getByRole('textbox', { name: 'Next step' })).toHaveProperty('value', 'Ask at school');
});

test('what is next comes soonest first, appointments among steps, and steps without a day last', async () => {
  const at = (text: string, dueOn: string | null) => ({
    ...step,
    itemId: newId(ItemId),
    dueOn,
    content: { is: 'open' as const, body: { text } },
  });
  const past = {
    ...appointment,
    itemId: newId(ItemId),
    content: { is: 'open' as const, body: { what: 'Long ago', startsAt: '2020-01-01T10:00:00.000Z' } },
  };
  const done = { ...at('Done already', '2099-01-01'), state: 'done' as const };
  const items = [at('Some day', null), at('After the visit', '2099-12-01'), appointment, past, done, goal];
  openCase(() => page({ items: [...items, at('Before the visit', '2099-11-01')] }));
  const next = await screen.findByRole('region', { name: 'What is next' });
  const lines = within(next).getAllByRole('listitem');
  expect(lines.map((line) => line.firstElementChild?.textContent)).toEqual([
    'Before the visit',
    'Visit',
    'After the visit',
    'Some day',
  ]);
});

test('a view of the timeline can be empty, and leads back', async () => {
  const { user } = openCase(() => page({ items: [note, appointment] }));
  const timeline = await screen.findByRole('list', { name: 'Timeline' });
  await user.click(screen.getByRole('button', { name: 'Notes' }));
  expect(screen.getByRole('button', { name: 'Notes' }).getAttribute('aria-pressed')).toBe('true');
  expect(within(timeline).getAllByRole('listitem')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Referrals' }));
  expect(screen.getByText('No matches in this view')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show all of it' }));
  expect(within(screen.getByRole('list', { name: 'Timeline' })).getAllByRole('listitem')).toHaveLength(2);
});

test('a view without a match says to a reader who does not write that nothing of the kind is shown', async () => {
  const { user } = openCase(() => page({ items: [note, appointment], writes: [] }));
  await user.click(await screen.findByRole('button', { name: 'Referrals' }));
  expect(screen.getByText('Nothing of this kind is shown to you here.')).toBeTruthy();
  expect(screen.queryByText(/There is more on this timeline/)).toBeNull();
});

test('a goal that was saved is said where its form was, until the next one is written', async () => {
  const { user } = openCase(() => page({ items: [goal] }), {
    'cases.addGoal': () => ({ itemId: newId(ItemId) }),
  });
  await user.click(await screen.findByRole('button', { name: 'Add a goal' }));
  await user.type(screen.getByRole('textbox', { name: 'The goal, in their own words' }), 'Play the drums');
  await user.click(screen.getByRole('button', { name: 'Save the goal' }));
  const add = await screen.findByRole('button', { name: 'Add a goal' });
  expect(within(screen.getByRole('region', { name: 'Goals' })).getByText('Goal saved.')).toBeTruthy();
  await user.click(add);
  expect(within(screen.getByRole('region', { name: 'Goals' })).queryByText('Goal saved.')).toBeNull();
});

test('what oneself changed on another screen is said so, and not as somebody else’s', async () => {
  let now = { ...step };
  const { user, live } = openCase(() => page({ items: [now, goal] }));
  await user.click(await screen.findByRole('button', { name: /^Change who or when/ }));
  await screen.findByLabelText('Who does it');
  await waitFor(() => expect(live.listening()).toBe(1));
  now = { ...now, dueOn: '2031-06-06', revision: 2, changed: { ...changedByRafael, isMine: true } };
  live.ping();
  expect(await screen.findByText(/^You changed this at .*, on another screen\.$/)).toBeTruthy();
  expect(screen.queryByText(/takes the place of theirs/)).toBeNull();
});

test('an agency is chosen by its name, and only where there are several', async () => {
  const theirs = { ...note, itemId: newId(ItemId), owner: 'Riverbend Counseling', ownerId: newId(AgencyId) };
  let items: CasePage['items'] = [note];
  const { user, live } = openCase(() => page({ items }));
  await screen.findByRole('list', { name: 'Timeline' });
  expect(screen.queryByRole('group', { name: 'From' })).toBeNull();
  await waitFor(() => expect(live.listening()).toBe(1));
  items = [note, theirs];
  live.ping();
  await user.click(await screen.findByRole('button', { name: 'Riverbend Counseling' }));
  const entries = within(screen.getByRole('list', { name: 'Timeline' })).getAllByRole('listitem');
  expect(entries.map((entry) => entry.textContent?.includes('Riverbend Counseling'))).toEqual([true]);
});

test('one’s own change on its way is no conflict', async () => {
  let now = { ...step };
  const { user, live } = openCase(() => page({ items: [now, goal] }), {
    'cases.planStep': () => {
      now = { ...step, dueOn: '2031-06-06', revision: 2, changed: { ...changedByRafael, isMine: true } };
      live.ping();
      return { revision: 2 };
    },
  });
  const said: (string | null)[] = [];
  new MutationObserver(() => {
    said.push(...screen.queryAllByRole('alert').map((alert) => alert.textContent));
  }).observe(document.body, { childList: true, subtree: true });
  await user.click(await screen.findByRole('button', { name: /^Change who or when/ }));
  await user.type(await screen.findByLabelText('By when (optional)'), '2031-06-06');
  await user.click(screen.getByRole('button', { name: 'Save the change' }));
  await screen.findByText('Changed who does it, or when.');
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
  expect(said).toEqual([]);
});

test('a way to reach them that was not confirmed lately says to ask again; one click confirms, one undoes', async () => {
  let now: typeof profile = profile;
  const sent: unknown[] = [];
  const { user } = openCase(() => page({ items: [now, goal] }), {
    'cases.confirmContact': (input) => {
      sent.push(input);
      const { undo, revision } = input as { undo?: boolean; revision: number };
      now = { ...profile, contactIsStale: undo ?? false, revision: revision + 1 };
      return { revision: revision + 1 };
    },
  });
  expect(await screen.findByText('Ask again before you text')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'They said today that it is safe' }));
  await waitFor(() => expect(screen.queryByText('Ask again before you text')).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Undo: Safe contact confirmed today.' }));
  expect(await screen.findByText('Ask again before you text')).toBeTruthy();
  expect(sent).toEqual([
    { caseId, revision: 1 },
    { caseId, revision: 2, undo: true },
  ]);
});

test('a page that its stream is ready for is asked for once; after a ping, again', async () => {
  let asked = 0;
  const { live } = openCase(
    () => {
      asked += 1;
      return page({ items: asked === 1 ? [goal] : [goal, step], mark: 'one' });
    },
    {},
    'one',
  );
  await screen.findByText('“Get back to art class”');
  await waitFor(() => expect(live.listening()).toBe(1));
  live.ping();
  await screen.findAllByText('Get a bus pass');
  expect(asked).toBe(2);
});
