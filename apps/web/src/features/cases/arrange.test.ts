import { ItemId, newId } from '@accord/kernel';
import { expect, test } from 'vitest';
import { goal, note, page, step } from '../../testing/heron.ts';
import { arrange, fingerprint } from './arrange.ts';

test('a step stands under its goal, and on its own where the goal is not there', () => {
  const stray = { ...step, itemId: newId(ItemId), parentId: newId(ItemId) };
  const arranged = arrange([stray, note, step, goal]);
  expect(arranged.goals.map(({ steps }) => steps)).toEqual([[step]]);
  expect(arranged.looseSteps).toEqual([stray]);
});

test('every item that came is on the page exactly once', () => {
  const { profile, goals, looseSteps, timeline } = arrange([note, step, goal]);
  const shown = [profile, ...goals.flatMap((one) => [one.goal, ...one.steps]), ...looseSteps, ...timeline];
  expect(shown.filter((item) => item !== undefined)).toHaveLength(3);
});

test('the timeline is newest first', () => {
  const older = { ...note, itemId: newId(ItemId), at: '2026-01-05T10:00:00.000Z' };
  expect(arrange([older, note]).timeline).toEqual([note, older]);
});

test('a page has changed when an item came, went, was revised, ticked or closed, and not by its order', () => {
  const first = fingerprint(page());
  expect(fingerprint(page({ items: [goal, note, step] }))).toBe(first);
  expect(fingerprint(page({ items: [goal, note] }))).not.toBe(first);
  expect(fingerprint(page({ items: [note, { ...step, state: 'done' }, goal] }))).not.toBe(first);
  expect(fingerprint(page({ items: [note, { ...step, revision: 2 }, goal] }))).not.toBe(first);
  expect(fingerprint(page({ items: [{ ...note, content: { is: 'closed' } }, step, goal] }))).not.toBe(first);
});
