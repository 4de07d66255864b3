import type { CaseItem, CasePage } from '@accord/cases';
import { AgencyId, newId } from '@accord/kernel';
import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { caseId, dana, goal, page } from '../../../testing/heron.ts';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, liveStream, server } from '../../../testing/server.ts';
import { CaseView } from '../CaseView.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const { agencyId, name } = dana.agency;
const common = { ...goal, categories: ['about-me' as const], mayEdit: true, changed: null };
const card: Extract<CaseItem, { kind: 'card' }> = {
  ...common,
  kind: 'card',
  content: { is: 'open', body: { helps: 'Let me draw', quiet: 'Wait' } },
};
const told: Extract<CaseItem, { kind: 'told-once' }> = {
  ...common,
  itemId: dana.staffId as unknown as CaseItem['itemId'],
  kind: 'told-once',
  holder: 'Harbor',
  content: { is: 'open', body: { holderId: agencyId, topics: ['family', 'court'], again: 2 } },
};

function openCase(shown: Partial<CasePage>, calls: Record<string, (input: unknown) => unknown> = {}) {
  server.use(
    liveStream('staff', '').handler,
    answering('staff', {
      'cases.open': () => page(shown),
      'session.me': () => dana,
      'consent.list': () => ({ permissions: [] }),
      'cases.doers': () => ({ doers: [] }),
      'plans.standing': () => ({ version: null, maySend: true }),
      'care.choices': () => ({ keeper: name, agencies: [{ agencyId, name }] }),
      ...calls,
    }),
  );
  return renderForStaff(<CaseView caseId={caseId} filter={{}} onFilter={() => undefined} />);
}
const region = () => screen.findByRole('region', { name: 'What helps Heron' });

test('their words stand as they said them, and one line says what not to ask again', async () => {
  openCase({ items: [goal, card, told] });
  const shown = await region();
  expect(within(shown).getByText('“Let me draw”').tagName).toBe('BLOCKQUOTE');
  expect(within(shown).queryByText('What does not help me')).toBeNull();
  expect(shown.textContent).toContain(
    'Told once: Harbor holds it. Please do not ask again about family and court.',
  );
  expect(shown.textContent).toContain('It had to be told 2 more times.');
});

test('a reader who has nothing of it and writes nothing is shown no place for it', async () => {
  openCase({ items: [goal], writes: [] });
  await screen.findByText('“Get back to art class”');
  expect(screen.queryByText('What helps Heron')).toBeNull();
});

test('a first card is written with them; nothing is sent while all four are empty', async () => {
  const sent: unknown[] = [];
  const { user } = openCase(
    { items: [goal] },
    { 'care.write': (input) => (sent.push(input), { revision: 1 }) },
  );
  await user.click(await screen.findByRole('button', { name: 'Write what helps' }));
  await user.click(screen.getByRole('button', { name: 'Save it' }));
  expect((await screen.findAllByText('Write at least one of the four.')).length).toBeGreaterThan(0);
  await user.type(screen.getByLabelText(/What helps me/), 'Music');
  await user.click(screen.getByRole('button', { name: 'Save it' }));
  const sheet = { kind: 'card', card: { helps: 'Music' } };
  await waitFor(() => expect(sent).toEqual([{ caseId, seen: null, sheet }]));
});

test('what was told once is chosen, never written, and each time again is one tap', async () => {
  const sent: unknown[] = [];
  const heard = (input: unknown) => (sent.push(input), { revision: 2 });
  const { user } = openCase({ items: [goal, card, told] }, { 'care.write': heard, 'care.toldAgain': heard });
  await user.click(await screen.findByRole('button', { name: 'They had to tell it again' }));
  await waitFor(() => expect(sent).toEqual([{ caseId }]));
  await user.click(screen.getByRole('button', { name: 'Change what was told once' }));
  const form = await screen.findByRole('form', { name: 'Change what was told once' });
  expect(within(form).queryByRole('textbox')).toBeNull();
  await user.click(within(form).getByLabelText('court'));
  await user.selectOptions(await within(form).findByLabelText('Who holds what they told'), name);
  await user.click(within(form).getByRole('button', { name: 'Save it' }));
  const sheet = { kind: 'told-once', told: { holderId: agencyId, topics: ['family'] } };
  await waitFor(() => expect(sent.at(-1)).toEqual({ caseId, seen: 1, sheet }));
});

test('what they wrote themselves nobody else is offered to change', async () => {
  openCase({
    items: [goal, { ...card, author: null, mayEdit: false, ownerId: AgencyId.parse(newId(AgencyId)) }],
  });
  expect(within(await region()).queryByRole('button', { name: 'Change what helps' })).toBeNull();
});
