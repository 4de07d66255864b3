import { describe, expect, test } from 'vitest';
import { periodOf, spanOf, zoneOf } from './dates.ts';

const iso = (written: string, zone = 0) => {
  const { from, to } = spanOf(written, zone, 'x');
  return [from, to].map((at) => new Date(at).toISOString());
};

describe('a date covers all that it is written for', () => {
  test.each([
    ['2026', '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['2026-12', '2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z', '2024-03-01T00:00:00.000Z'],
    ['2026-05-03T10:00:00Z', '2026-05-03T10:00:00.000Z', '2026-05-03T10:00:01.000Z'],
    ['2026-05-03T10:00:00.5Z', '2026-05-03T10:00:00.500Z', '2026-05-03T10:00:00.501Z'],
    ['2026-05-03T10:00:00-05:00', '2026-05-03T15:00:00.000Z', '2026-05-03T15:00:01.000Z'],
    ['0099-01-01', '0099-01-01T00:00:00.000Z', '0099-01-02T00:00:00.000Z'],
  ])('%s', (written, from, to) => {
    expect(iso(written)).toEqual([from, to]);
  });
});

test('a day without a zone is the day of whoever asks', () => {
  expect(iso('2026-05-03', zoneOf('2026-05-03T12:00:00-05:00'))).toEqual([
    '2026-05-03T05:00:00.000Z',
    '2026-05-04T05:00:00.000Z',
  ]);
  expect(zoneOf('2026-05-03T12:00:00+05:30')).toBe(330);
});

test.each([
  '',
  'yesterday',
  '26-01-01',
  '2026-13',
  '2026-00',
  '2026-02-29',
  '2100-02-29',
  '2026-01-32',
  '0000',
  '2026-01-01T24:00:00Z',
  '2026-01-01T10:60:00Z',
  '2026-01-01T10:00:00',
  '2026-01-01T10:00Z',
  '2026-01-01T10:00:00+15:00',
  ' 2026',
])('%o is no date', (written) => {
  expect(() => spanOf(written, 0, 'x')).toThrow('no date');
});

test('a period without a start or an end goes on', () => {
  expect(periodOf({}, 0, 'x')).toEqual({ from: -Infinity, to: Infinity });
  expect(() => periodOf({ start: '2026-02', end: '2026-01-31' }, 0, 'x')).toThrow('ends before');
});
