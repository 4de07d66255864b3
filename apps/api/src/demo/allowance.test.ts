import { expect, test } from 'vitest';
import { take } from './allowance.ts';

const ALLOWANCE = { most: 2, ms: 1_000 };

test('so many in a while, and no more', () => {
  const first = take([], 100, ALLOWANCE);
  const second = take(first ?? [], 200, ALLOWANCE);
  expect(second).toEqual([100, 200]);
  expect(take(second ?? [], 1_099, ALLOWANCE)).toBeUndefined();
});

test('what is long past counts no more', () => {
  expect(take([100, 200], 1_100, ALLOWANCE)).toEqual([200, 1_100]);
});
