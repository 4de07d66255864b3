import { SYSTEMS, System } from '@accord/identity';
import { expect, test } from 'vitest';
import { maskOf, neverByConsent, QUIET_MASK } from './categories.ts';
import { leastFor } from './least.ts';
import { LONGEST_DAYS } from './permission.ts';
import { NEEDS } from './requests.ts';

const ALL = NEEDS.flatMap((need) =>
  System.options.map((system) => ({ need, system, ...leastFor(need, system) })),
);

test.each(ALL)('for $need, to $system: one everyday kind, with an end', ({ categories, days }) => {
  expect(categories).toHaveLength(1);
  expect(maskOf(categories) & QUIET_MASK).toBe(0n);
  expect(days).toBeLessThanOrEqual(LONGEST_DAYS);
});

test.each(ALL)('for $need, to $system: a use that they have and the law knows, or none', (least) => {
  const { purpose, system, categories } = least;
  if (purpose === null) return expect(least.need).toBe('court');
  expect(SYSTEMS[system]).toContain(purpose);
  expect(maskOf(categories) & neverByConsent(purpose)).toBe(0n);
});

test('a report for a court is proposed only to those who write one', () => {
  expect(System.options.filter((system) => leastFor('court', system).purpose !== null)).toEqual([
    'child-welfare',
    'juvenile-justice',
  ]);
});
