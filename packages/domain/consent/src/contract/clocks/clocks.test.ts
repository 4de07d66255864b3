import { describe, expect, test } from 'vitest';
import { STATE } from '../law/world.testing.ts';
import { type ClockId, CLOCKS, spanOf } from './clocks.ts';
import { standingOf } from './standing.ts';
import { dayIn, startOf } from './zone.ts';

const CHICAGO = { zone: 'America/Chicago', state: null };
const at = (iso: string) => Date.parse(iso);
const iso = (instant: number) => new Date(instant).toISOString();
const dueAt = (id: ClockId, start: string, place: Parameters<typeof spanOf>[2] = CHICAGO, extended = false) =>
  iso(spanOf(id, at(start), place, extended).dueAt);

describe('appendix 1: by when', () => {
  const start = '2026-06-03T15:30:00.000Z';
  test.each([
    ['missing-police', '2026-06-04T15:30:00.000Z'],
    ['missing-ncmec', '2026-06-04T15:30:00.000Z'],
    ['trafficking-police', '2026-06-04T15:30:00.000Z'],
    ['ncic-entry', '2026-06-03T17:30:00.000Z'],
    ['foreign-minor', '2026-06-04T15:30:00.000Z'],
    ['federal-report', '2026-06-04T15:30:00.000Z'],
    ['abuse-report', '2026-06-04T15:30:00.000Z'],
    ['abuse-report-written', '2026-06-04T15:30:00.000Z'],
    ['screen-on-return', '2026-06-04T15:30:00.000Z'],
    ['parent-contact', '2026-06-06T15:30:00.000Z'],
    ['icwa-notice', '2026-06-14T05:00:00.000Z'],
    ['hipaa-access', '2026-07-04T05:00:00.000Z'],
    ['hipaa-accounting', '2026-08-03T05:00:00.000Z'],
    ['part2-list', '2026-07-04T05:00:00.000Z'],
    ['oral-suspension', '2026-07-04T05:00:00.000Z'],
    ['emergency-review', '2026-06-04T15:30:00.000Z'],
    ['emergency-hold', '2026-06-06T15:30:00.000Z'],
    ['release-end', '2026-07-04T05:00:00.000Z'],
    ['keep-authorization', '2032-06-04T05:00:00.000Z'],
  ] as const)('%s', (id, due) => {
    expect(dueAt(id, start)).toBe(due);
    expect(iso(spanOf(id, at(start), CHICAGO).opensAt)).toBe(start);
  });

  test.each([
    ['transition-plan', '2026-03-05T06:00:00.000Z'],
    ['ending-prompt', '2026-05-20T05:00:00.000Z'],
    ['part2-look-back', '2023-06-03T05:00:00.000Z'],
  ] as const)('%s counts back to what it is about', (id, opens) => {
    const span = spanOf(id, at(start), CHICAGO);
    expect([iso(span.opensAt), iso(span.dueAt)]).toEqual([opens, start]);
  });

  test('every clock names its law and is tested above', () => {
    expect(Object.values(CLOCKS).every(({ cite }) => cite.length > 0)).toBe(true);
    expect(Object.keys(CLOCKS)).toHaveLength(22);
  });

  test('an extension comes after the days, once', () => {
    expect(dueAt('hipaa-access', start, CHICAGO, true)).toBe('2026-08-03T05:00:00.000Z');
    expect(dueAt('icwa-notice', start, CHICAGO, true)).toBe('2026-07-04T05:00:00.000Z');
    expect(dueAt('part2-list', start, CHICAGO, true)).toBe(dueAt('part2-list', start));
  });
});

describe('where the clocks change', () => {
  test('24 hours are 24 hours: across the night that is an hour short, and the one that is an hour long', () => {
    // March 7, 12:00 in winter time; March 8, 13:00 in summer time.
    expect(dueAt('missing-police', '2026-03-07T18:00:00Z')).toBe('2026-03-08T18:00:00.000Z');
    expect(dueAt('missing-police', '2026-10-31T17:00:00Z')).toBe('2026-11-01T17:00:00.000Z');
  });

  test('days end with the day, whatever its length', () => {
    // From February 6 to the end of March 8, the day of 23 hours: its end is already in summer time.
    expect(dueAt('hipaa-access', '2026-02-06T18:00:00Z')).toBe('2026-03-09T05:00:00.000Z');
    // From October 2 to the end of November 1, the day of 25 hours.
    expect(dueAt('hipaa-access', '2026-10-02T17:00:00Z')).toBe('2026-11-02T06:00:00.000Z');
  });

  test('what comes in the hour that is there twice counts from its own instant', () => {
    const [first, second] = ['2026-11-01T06:30:00Z', '2026-11-01T07:30:00Z'];
    expect(dueAt('ncic-entry', first)).toBe('2026-11-01T08:30:00.000Z');
    expect(dueAt('ncic-entry', second)).toBe('2026-11-01T09:30:00.000Z');
    expect(dueAt('part2-list', first)).toBe(dueAt('part2-list', second));
  });

  test('a day that has no midnight begins with its first instant', () => {
    expect(iso(startOf('America/Santiago', '2026-09-06'))).toBe('2026-09-06T04:00:00.000Z');
  });

  test.each([
    'America/Chicago',
    'America/Phoenix',
    'Pacific/Auckland',
    'Asia/Kolkata',
    'Pacific/Kiritimati',
    'UTC',
  ])('every day of a year in %s begins where the day before it ends', (zone) => {
    for (let day = at('2026-01-01T00:00:00Z'); day < at('2027-01-01T00:00:00Z'); day += 86_400_000) {
      const name = iso(day).slice(0, 10);
      const start = startOf(zone, name);
      expect(dayIn(zone, start)).toBe(name);
      expect(dayIn(zone, start - 1) < name).toBe(true);
    }
  });

  test('the same instant is another day elsewhere, and counts by the network’s own', () => {
    const late = '2026-06-04T03:30:00Z';
    expect(dueAt('part2-list', late)).toBe('2026-07-04T05:00:00.000Z');
    expect(dueAt('part2-list', late, { zone: 'UTC', state: null })).toBe('2026-07-05T00:00:00.000Z');
  });
});

describe('years', () => {
  test('what began on February 29 is kept a day longer in other years', () => {
    expect(dueAt('keep-authorization', '2024-02-29T18:00:00Z')).toBe('2030-03-02T06:00:00.000Z');
  });
});

describe('M-7: the jurisdiction', () => {
  const missing = (hours: number) => ({
    ...CHICAGO,
    state: { ...STATE, missingFromCare: { policeHours: hours, cite: 'made up' } },
  });
  const start = '2026-06-03T12:00:00Z';

  test('a shorter time of the state holds; a longer one does not', () => {
    expect(dueAt('missing-police', start, missing(12))).toBe('2026-06-04T00:00:00.000Z');
    expect(dueAt('missing-police', start, missing(48))).toBe('2026-06-04T12:00:00.000Z');
  });

  test('what the state says of police says nothing of the center for missing children', () => {
    expect(dueAt('missing-ncmec', start, missing(12))).toBe('2026-06-04T12:00:00.000Z');
  });

  test('"at once" is an hour', () => {
    expect(dueAt('missing-police', start, missing(0))).toBe('2026-06-03T13:00:00.000Z');
  });

  test('a duty that is the state’s alone has the state’s time, also a longer one', () => {
    const mandatedReporters = { victimServices: true, writtenHours: 36, cite: 'made up' };
    const place = { ...CHICAGO, state: { ...STATE, mandatedReporters } };
    expect(dueAt('abuse-report-written', start, place)).toBe('2026-06-05T00:00:00.000Z');
    expect(dueAt('abuse-report', start, place)).toBe('2026-06-04T12:00:00.000Z');
  });
});

describe('how it stands', () => {
  const day = { opensAt: 0, dueAt: 24 * 3_600_000 };
  const hour = 3_600_000;
  test.each([
    [0, null, 'on-time'],
    [18 * hour - 1, null, 'on-time'],
    [18 * hour, null, 'soon'],
    [24 * hour - 1, null, 'soon'],
    [24 * hour, null, 'overdue'],
    [900 * hour, null, 'overdue'],
    [900 * hour, 24 * hour - 1, 'done'],
    [900 * hour, 24 * hour, 'done-late'],
  ] as const)('of a day, at %s with its end at %s: %s', (now, doneAt, standing) => {
    expect(standingOf(day, doneAt, now)).toBe(standing);
  });

  test('two hours are soon for one; sixty days for three, and no more', () => {
    expect(standingOf({ opensAt: 0, dueAt: 2 * hour }, null, hour - 1)).toBe('on-time');
    expect(standingOf({ opensAt: 0, dueAt: 2 * hour }, null, hour)).toBe('soon');
    const sixty = { opensAt: 0, dueAt: 60 * 24 * hour };
    expect(standingOf(sixty, null, 57 * 24 * hour - 1)).toBe('on-time');
    expect(standingOf(sixty, null, 57 * 24 * hour)).toBe('soon');
  });
});
