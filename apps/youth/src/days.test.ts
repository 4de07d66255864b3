import { expect, test } from 'vitest';
import { calendarDay, dayAndWeekday } from './days.ts';

test('a day is said in full words', () => {
  expect(dayAndWeekday('2026-11-18T12:00:00.000Z')).toBe('Wednesday, November 18, 2026');
});

test('a calendar day is the same day wherever it is read', () => {
  expect(calendarDay('2010-05-09')).toBe('May 9, 2010');
});
