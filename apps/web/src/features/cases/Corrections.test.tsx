import { ItemId, newId } from '@accord/kernel';
import { screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { caseId, note, page } from '../../testing/heron.ts';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, Refusal, server } from '../../testing/server.ts';
import { CaseView } from './CaseView.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const own = { ...note, mayCorrect: true, mayReadEarlier: true };
const show = async () => {
  const shown = renderForStaff(<CaseView caseId={caseId} />);
  const timeline = within(await screen.findByRole('list', { name: 'Timeline' }));
  return { ...shown, timeline };
};

test('its author corrects a note where it stands, and what stood there before can be read', async () => {
  let now = own;
  const sent: unknown[] = [];
  server.use(
    answering('staff', {
      'cases.open': () => page({ items: [now] }),
      'cases.correctNote': (input) => {
        sent.push(input);
        const body = { facts: 'Met at the pool.' };
        now = { ...own, revision: 2, corrections: 1, content: { is: 'open', body } };
        return { revision: 2 };
      },
      'cases.noteVersions': () => ({
        versions: [{ version: 1, writtenAt: note.at, body: { facts: 'Met at the library.', view: 'Calm.' } }],
      }),
    }),
  );
  const { user, timeline } = await show();
  await user.click(timeline.getByRole('button', { name: /^Correct the note of / }));
  const facts = timeline.getByLabelText('What happened');
  expect(facts).toHaveProperty('value', 'Met at the library.');
  await user.clear(facts);
  await user.type(facts, 'Met at the pool.');
  await user.click(timeline.getByRole('button', { name: 'Save the correction' }));
  const before = await timeline.findByRole('button', { name: 'See what it said before' });
  expect(timeline.getByText('Met at the pool.')).toBeTruthy();
  expect(sent).toEqual([{ caseId, itemId: note.itemId, revision: note.revision, facts: 'Met at the pool.' }]);
  await user.click(before);
  expect(await timeline.findByText('Met at the library.')).toBeTruthy();
});

test('nobody else is offered to correct it, nor to read what was wrong', async () => {
  server.use(answering('staff', { 'cases.open': () => page({ items: [{ ...note, corrections: 2 }] }) }));
  const { timeline } = await show();
  expect(timeline.queryByRole('button', { name: /^Correct/ })).toBeNull();
  expect(timeline.queryByRole('button', { name: /before$/ })).toBeNull();
});

test('what was written stays when the correction did not arrive', async () => {
  server.use(
    answering('staff', {
      'cases.open': () => page({ items: [own] }),
      'cases.correctNote': () => {
        throw new Refusal('INTERNAL');
      },
    }),
  );
  const { user, timeline } = await show();
  await user.click(timeline.getByRole('button', { name: /^Correct the note of / }));
  await user.type(timeline.getByLabelText('What happened'), ' On Monday.');
  await user.click(timeline.getByRole('button', { name: 'Save the correction' }));
  expect((await timeline.findByRole('alert')).textContent).toContain('Something went wrong on our side.');
  expect(timeline.getByLabelText('What happened')).toHaveProperty('value', 'Met at the library. On Monday.');
});

test('the young person’s own side stands beside the note that it answers', async () => {
  const side = {
    ...note,
    itemId: newId(ItemId),
    kind: 'statement' as const,
    parentId: note.itemId,
    author: null,
    content: { is: 'open' as const, body: { text: 'The bus did not come.' } },
  };
  server.use(answering('staff', { 'cases.open': () => page({ items: [side, note] }) }));
  const { timeline } = await show();
  const [entry] = timeline.getAllByRole('listitem');
  expect(timeline.getAllByRole('listitem')).toHaveLength(1);
  expect(entry?.textContent).toContain('Their side of it“The bus did not come.”');
});
