import { ItemId, newId } from '@accord/kernel';
import { expect, test } from 'vitest';
import { goal, part } from '../../../testing/heron.ts';
import { byKind, familiesOf } from './parts.ts';

const home = part('need', 'steady-home', { rating: 'plan' });

test('strengths come before needs, and what is to be done now before the rest', () => {
  const parts = [
    part('need', 'work', { rating: 'watch' }),
    part('need', 'worry', { rating: 'now' }),
    part('strength', 'keeps-going'),
  ];
  expect(byKind(parts).map(({ kind, parts: of }) => [kind, of.map(({ content }) => content)])).toMatchObject([
    ['strength', [{ body: { entry: 'keeps-going' } }]],
    ['need', [{ body: { entry: 'worry' } }, { body: { entry: 'work' } }]],
  ]);
});

test('a family without a goal is empty, and says which need looks to it', () => {
  const [housing] = familiesOf([home], []);
  expect(housing).toMatchObject({ family: 'housing', goals: 0, missing: [{ id: 'steady-home' }] });
});

test('a goal toward the need fills the family that it names, and the need asks no more', () => {
  const body = { ownWords: 'My own key', family: 'housing' as const };
  const toward = { ...goal, parentId: home.itemId, content: { is: 'open' as const, body } };
  expect(familiesOf([home], [toward])[0]).toEqual({ family: 'housing', goals: 1, missing: [] });
});

test('what this reader does not have, or nobody plans for, asks for nothing', () => {
  const closed = { ...home, itemId: newId(ItemId), content: { is: 'closed' as const } };
  const asks = familiesOf([closed, part('need', 'work', { rating: 'watch' })], []);
  expect(asks.flatMap(({ missing }) => missing)).toEqual([]);
});
