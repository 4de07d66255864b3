import type { CaseItem } from '@accord/cases';
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
  const kinds = ['profile', 'goal', 'step', 'note', 'referral'] as const;
  const { goals, otherSteps, services, notes, profiles } = arrange(kinds.map((kind) => item(kind, kind)));
  expect(goals.length + otherSteps.length + services.length + notes.length + profiles.length).toBe(
    kinds.length,
  );
});
