import { expect, test } from 'vitest';
import { ageOn, inDays, listed } from './when.ts';

test('an age turns on the birthday and not before', () => {
  expect(ageOn('2010-11-22', new Date(2026, 10, 21))).toBe(15);
  expect(ageOn('2010-11-22', new Date(2026, 10, 22))).toBe(16);
});

test('a date field gets the local calendar day, also across the end of a month', () => {
  expect(inDays(0, new Date(2026, 10, 22, 23, 59))).toBe('2026-11-22');
  expect(inDays(90, new Date(2026, 10, 22))).toBe('2027-02-20');
});

test('people are listed as one says them', () => {
  expect(listed(['you', 'Heron'])).toBe('you and Heron');
});
