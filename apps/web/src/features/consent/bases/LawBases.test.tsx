import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { basis } from '../../../testing/bases.ts';
import { caseId } from '../../../testing/heron.ts';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, Refusal, server } from '../../../testing/server.ts';
import { LawBases } from './LawBases.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const changed = vi.fn<(sentence: string) => Promise<void>>(async () => undefined);
afterEach(() => changed.mockClear());

function show(bases: ReturnType<typeof basis>[], rights = { mayRecord: true, mayEnd: true }, answers = {}) {
  server.use(
    answering('staff', {
      'bases.list': () => ({ bases, ...rights, emergency: { needsTwo: false, onHold: false } }),
      ...answers,
    }),
  );
  return renderForStaff(
    <LawBases caseId={caseId} code="Heron" record={<a href="/law">Record one</a>} onChanged={changed} />,
  );
}

test('an order says for whom, what it opens, its number, its end, and whether they were told', async () => {
  show([basis()]);
  const card = await screen.findByRole('listitem');
  for (const text of [
    'Dolores Kim',
    '§ Court order',
    'Goals and steps',
    'OrderJV-26-417',
    'DatedNovember 16, 2026',
    'UntilJanuary 21, 2027',
    'ToldNot yet: waiting for a safe moment',
  ])
    expect(card.textContent).toContain(text);
});

test('it is ended with a reason, and without one the form says what is missing', async () => {
  const sent: unknown[] = [];
  const one = basis();
  const { user } = show([one], undefined, {
    'bases.end': (input: unknown) => {
      sent.push(input);
      return {};
    },
  });
  await user.click(await screen.findByRole('button', { name: 'End it: Court order, Dolores Kim' }));
  await user.click(screen.getByRole('button', { name: 'End it now' }));
  expect(await screen.findAllByText('Choose why it ends.')).toHaveLength(2);
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('radio', { name: 'The court or the law took it back' }));
  await user.click(screen.getByRole('button', { name: 'End it now' }));
  await waitFor(() =>
    expect(changed).toHaveBeenCalledWith('Dolores Kim can no longer see it by law or court order.'),
  );
  expect(sent).toEqual([{ caseId, basisId: one.basisId, reason: 'lifted' }]);
});

test('an end that did not go through leaves the form, and says so', async () => {
  const { user } = show([basis()], undefined, {
    'bases.end': () => {
      throw new Refusal('CONFLICT');
    },
  });
  await user.click(await screen.findByRole('button', { name: /^End it/ }));
  await user.click(screen.getByRole('radio', { name: 'It is done' }));
  await user.click(screen.getByRole('button', { name: 'End it now' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(changed).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /^End it/ }));
});

test('that they were told is one click, and then nothing asks for it again', async () => {
  const { user, unmount } = show([basis()], undefined, { 'bases.tell': () => ({}) });
  await user.click(await screen.findByRole('button', { name: 'Told by phone: Court order, Dolores Kim' }));
  await waitFor(() => expect(changed).toHaveBeenCalledWith('Heron was told.'));
  unmount();
  show([basis({ told: { how: 'by-phone', at: '2026-11-20T10:00:00.000Z' }, notTold: null })]);
  expect((await screen.findByRole('listitem')).textContent).toContain('ToldBy phone, on');
  expect(screen.queryByRole('button', { name: /^Told/ })).toBeNull();
});

test('what is over says so and cannot be ended; who may not record one has no link', async () => {
  show(
    [
      basis({ state: 'over' }),
      basis({
        state: 'ended',
        ended: { at: '2026-11-20T10:00:00.000Z', by: 'Alma Hughes', reason: 'mistake' },
      }),
    ],
    { mayRecord: false, mayEnd: true },
  );
  const cards = await screen.findAllByRole('listitem');
  expect(cards[0]?.textContent).toContain('Over');
  expect(cards[1]?.textContent).toContain('by Alma Hughes: it was recorded by mistake');
  for (const card of cards) expect(within(card).queryByRole('button', { name: /^End/ })).toBeNull();
  expect(screen.queryByRole('link')).toBeNull();
});

test('with none, it says so and offers to record one', async () => {
  show([]);
  expect(await screen.findByText('Nothing is open by law or by a court here.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Record one' })).toBeTruthy();
});
