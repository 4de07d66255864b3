import { expect, test } from 'vitest';
import { birthday, dayAndWeekday, lastDay } from './days.ts';

test('a day is said in full words', () => {
  expect(dayAndWeekday('2026-11-18T12:00:00.000Z')).toBe('Wednesday, November 18, 2026');
});

test('a permission that ends as a day begins holds until the day before', () => {
  const midnight = new Date(2027, 2, 4).toISOString();
  expect(lastDay(midnight)).toBe('March 3, 2027');
});

test('a birthday is the same day wherever it is read', () => {
  expect(birthday('2010-05-09')).toBe('May 9, 2010');
});
