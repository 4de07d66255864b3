import type { CasePage } from '@accord/cases';
import { AgencyId, ItemId, newId } from '@accord/kernel';
import { PlanId, type PlanVersion } from '@accord/plans';
import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { caseId, dana, goal, page, part } from '../../../testing/heron.ts';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, liveStream, Refusal, server } from '../../../testing/server.ts';
import { CaseView } from '../CaseView.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const home = part('need', 'steady-home', { rating: 'plan', ownWords: 'My own key', adultWords: 'A lease' });
const art = part('strength', 'has-talents', { ownWords: 'I draw every day' });

function openCase(answer: () => CasePage, calls: Record<string, (input: unknown) => unknown> = {}) {
  server.use(
    liveStream('staff', '').handler,
    answering('staff', {
      'cases.open': answer,
      'session.me': () => dana,
      'consent.list': () => ({ permissions: [] }),
      'cases.doers': () => ({ doers: [] }),
      'plans.standing': () => ({ version: null, maySend: true }),
      ...calls,
    }),
  );
  return renderForStaff(<CaseView caseId={caseId} filter={{}} onFilter={() => undefined} />);
}
const shown = () => screen.findByRole('region', { name: 'Strengths and needs' });

test('strengths stand before needs, their own words before ours, and what is to be done in words', async () => {
  openCase(() => page({ items: [home, art, goal] }));
  const region = await shown();
  const lists = within(region).getAllByRole('list', { name: /^(Strengths|Needs)$/ });
  expect(lists.map((list) => list.getAttribute('aria-label'))).toEqual(['Strengths', 'Needs']);
  const need = within(region).getByText('A home that lasts').closest('li');
  expect(need?.textContent).toMatch(/Plan for it.*“My own key”.*A lease.*How we will know/);
  expect(within(region).getByText('Nothing yet. Needed for: A home that lasts')).toBeTruthy();
});

test('a need is added with words, a kind from the list, and what to do; a strength asks for no rating', async () => {
  const sent: unknown[] = [];
  const { user } = openCase(() => page({ items: [goal] }), {
    'plans.add': (input) => {
      sent.push(input);
      return { itemId: newId(ItemId) };
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Add a strength or need' }));
  await user.selectOptions(screen.getByLabelText('What it is about'), 'has-talents');
  expect(screen.queryByLabelText('What to do about it')).toBeNull();
  await user.selectOptions(screen.getByLabelText('What it is about'), 'getting-around');
  await user.type(screen.getByLabelText('In their own words'), 'The bus is dear');
  await user.selectOptions(screen.getByLabelText('What to do about it'), 'now');
  await user.click(screen.getByRole('button', { name: 'Save it' }));
  await waitFor(() =>
    expect(sent).toEqual([{ caseId, entry: 'getting-around', ownWords: 'The bus is dear', rating: 'now' }]),
  );
});

test('what nobody chose is asked for, and nothing is sent', async () => {
  const { user } = openCase(() => page({ items: [goal] }));
  await user.click(await screen.findByRole('button', { name: 'Add a strength or need' }));
  await user.click(screen.getByRole('button', { name: 'Save it' }));
  expect((await screen.findAllByText('Choose something from the list.')).length).toBeGreaterThan(0);
});

test('new words that came too late stand beside those of somebody else', async () => {
  let now = home;
  const { user } = openCase(() => page({ items: [now, goal] }), {
    'plans.revise': () => {
      const body = { ownWords: 'A door that locks', entry: 'steady-home', rating: 'now' as const };
      const changed = { by: 'Cora', isMine: false, at: '2026-11-16T10:41:00.000Z' };
      now = { ...home, revision: 2, content: { is: 'open', body }, changed };
      throw new Refusal('CONFLICT');
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Change the words: A home that lasts' }));
  await user.type(screen.getByLabelText('In their own words'), ' and a bed');
  await user.click(screen.getByRole('button', { name: 'Save the new words' }));
  expect(await screen.findByText(/^Cora changed this at/)).toBeTruthy();
  expect(screen.getByText('Now: A door that locks')).toBeTruthy();
});

test('earlier words are one click away, theirs and ours', async () => {
  const reworded = { ...home, changed: { by: null, isMine: true, at: '2026-11-16T10:41:00.000Z' } };
  const { user } = openCase(() => page({ items: [reworded, goal] }), {
    'plans.history': () => ({
      kind: 'need',
      versions: [
        { at: '2026-11-16T10:41:00.000Z', ownWords: 'My own key', adultWords: 'A lease', rating: 'plan' },
        { at: '2026-11-10T10:41:00.000Z', ownWords: 'Not there again', adultWords: null, rating: 'now' },
      ],
    }),
  });
  await user.click(await screen.findByRole('button', { name: 'Earlier words: A home that lasts' }));
  expect(await screen.findByText('“Not there again”')).toBeTruthy();
  expect(screen.getByText(/^Written on .* · Now$/)).toBeTruthy();
});

test('a goal toward a need names the kind of help, and the goal says what it is toward', async () => {
  const sent: unknown[] = [];
  const toward = { ...goal, parentId: home.itemId };
  const { user } = openCase(() => page({ items: [home, toward] }), {
    'cases.addGoal': (input) => {
      sent.push(input);
      return { itemId: newId(ItemId) };
    },
  });
  expect(await screen.findByText('Toward: A home that lasts')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Add a goal toward this: A home that lasts' }));
  await user.type(screen.getByRole('textbox', { name: 'The goal, in their own words' }), 'A flat');
  await user.click(screen.getByRole('button', { name: 'Save the goal' }));
  await waitFor(() =>
    expect(sent).toEqual([{ caseId, ownWords: 'A flat', needId: home.itemId, family: 'housing' }]),
  );
});

test('a reader who does not write is offered nothing to write, and what is closed is one neutral line', async () => {
  const closed = { ...home, content: { is: 'closed' as const }, mayEdit: false };
  openCase(() => page({ items: [closed, goal], writes: [] }));
  const region = await shown();
  expect(within(region).queryByRole('button', { name: /Add|Change/ })).toBeNull();
  expect(within(region).getByText(/isn't shared with you/)).toBeTruthy();
});

const sent: PlanVersion = {
  planId: PlanId.parse(crypto.randomUUID()),
  ownerId: dana.agency.agencyId,
  owner: dana.agency.name,
  number: 2,
  sentBy: 'Dana Whitfield',
  sentAt: '2026-11-16T10:00:00.000Z',
  state: 'waiting',
  isNow: true,
  supervisor: null,
  young: { is: 'signed', reason: null, by: null, at: '2026-11-17T10:00:00.000Z' },
  maySign: true,
  maySendBack: true,
};

test('both answers stand side by side, and one click signs', async () => {
  let now = sent;
  const { user } = openCase(() => page({ items: [home, goal] }), {
    'plans.standing': () => ({ version: now, maySend: false }),
    'plans.answer': () => {
      now = { ...sent, state: 'agreed', supervisor: { ...answered, is: 'signed' }, maySign: false };
      return {};
    },
  });
  const region = await screen.findByRole('region', { name: 'Signatures' });
  expect(await within(region).findByText(/^Signed on/)).toBeTruthy();
  expect(within(region).getByText('No answer yet')).toBeTruthy();
  await user.click(within(region).getByRole('button', { name: 'Sign this plan' }));
  expect(await within(region).findByText('Signed by both')).toBeTruthy();
  expect(within(region).getByText(/^Signed by Alma Hughes on/)).toBeTruthy();
});
const answered = {
  is: 'sent-back' as const,
  reason: null,
  by: 'Alma Hughes',
  at: '2026-11-17T10:00:00.000Z',
};

test('sending back asks for a reason by a choice, and no text', async () => {
  const said: unknown[] = [];
  const { user } = openCase(() => page({ items: [home, goal] }), {
    'plans.standing': () => ({ version: sent, maySend: false }),
    'plans.answer': (input) => {
      said.push(input);
      return {};
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Send it back' }));
  await user.click(screen.getByRole('button', { name: 'Send it back to be changed' }));
  expect((await screen.findAllByText('Choose what should be different.')).length).toBeGreaterThan(0);
  expect(said).toEqual([]);
  await user.click(screen.getByRole('radio', { name: 'something is missing' }));
  await user.click(screen.getByRole('button', { name: 'Send it back to be changed' }));
  await waitFor(() =>
    expect(said).toEqual([{ caseId, planId: sent.planId, answer: { is: 'sent-back', reason: 'missing' } }]),
  );
});

test('a plan that moved on says so', async () => {
  const { user } = openCase(() => page({ items: [home, goal] }), {
    'plans.send': () => {
      throw new Refusal('CONFLICT');
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Send the plan to be signed' }));
  const region = screen.getByRole('region', { name: 'Signatures' });
  expect(await within(region).findByRole('alert')).toBeTruthy();
});

test('a reader of another agency is shown no signature, and no section where there is nothing for them', async () => {
  const ownerId = newId(AgencyId);
  let items: CasePage['items'] = [{ ...home, ownerId, mayEdit: false }];
  const { unmount } = openCase(() => page({ items, writes: [] }));
  await shown();
  expect(screen.queryByRole('region', { name: 'Signatures' })).toBeNull();
  unmount();
  items = [{ ...goal, ownerId }];
  openCase(() => page({ items, writes: [] }));
  await screen.findByText('“Get back to art class”');
  expect(screen.queryByRole('region', { name: 'Strengths and needs' })).toBeNull();
});
