import { type CaseItem, ItemKind } from '@accord/cases';
import { expect, test } from 'vitest';
import { arrange } from './arrange.ts';

const item = (kind: CaseItem['kind'], itemId: string, parentId: string | null = null) =>
  ({ kind, itemId, parentId, state: 'open', content: { is: 'closed' } }) as CaseItem;

test('steps stand under their goal, the oldest first', () => {
  const { goals } = arrange([item('step', 's2', 'g1'), item('step', 's1', 'g1'), item('goal', 'g1')]);
  expect(goals.map(({ steps }) => steps.map(({ itemId }) => itemId))).toEqual([['s1', 's2']]);
});

test('a step whose goal is not on the page is still shown', () => {
  const { goals, otherSteps } = arrange([item('step', 's1', 'elsewhere'), item('goal', 'g1')]);
  expect(goals[0]?.steps).toEqual([]);
  expect(otherSteps.map(({ itemId }) => itemId)).toEqual(['s1']);
});

test('nothing that the server sent is left out', () => {
  const kinds = ItemKind.options;
  const placed = Object.values(arrange(kinds.map((kind) => item(kind, kind)))).map(({ length }) => length);
  expect(placed.reduce((sum, length) => sum + length)).toBe(kinds.length);
});

test('appointments come in the order of their days', () => {
  const on = (itemId: string, startsAt: string) =>
    ({
      ...item('appointment', itemId),
      content: { is: 'open', body: { what: 'Visit', startsAt } },
    }) as CaseItem;
  const { dates } = arrange([
    item('appointment', 'closed'),
    on('later', '2031-02-01T10:00:00.000Z'),
    on('sooner', '2031-01-01T10:00:00.000Z'),
  ]);
  expect(dates.map(({ itemId }) => itemId)).toEqual(['sooner', 'later', 'closed']);
});
