import { expect, test } from 'vitest';
import { hoursInWords } from './hours.ts';

const on = (weekday: number, opensAt: string, closesAt: string) => ({ weekday, opensAt, closesAt });

test('days with the same times become one line, in the order of the week', () => {
  const week = [5, 1, 2, 4].map((day) => on(day, '09:00:00', '17:00:00'));
  expect(hoursInWords(week)).toEqual([
    'Monday to Tuesday, 9:00 am to 5:00 pm',
    'Thursday to Friday, 9:00 am to 5:00 pm',
  ]);
});

test('a break at noon, a night and the end of the day are said in words', () => {
  expect(
    hoursInWords([
      on(1, '08:30:00', '12:00:00'),
      on(1, '13:00:00', '16:30:00'),
      on(6, '20:00:00', '08:00:00'),
      on(7, '00:30:00', '24:00:00'),
    ]),
  ).toEqual([
    'Monday, 8:30 am to noon and 1:00 pm to 4:30 pm',
    'Saturday, 8:00 pm to 8:00 am the next morning',
    'Sunday, 12:30 am to midnight',
  ]);
});

test('no hours are no lines', () => {
  expect(hoursInWords([])).toEqual([]);
});
