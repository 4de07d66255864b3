import { expect, test } from 'vitest';
import type { Look } from '../api.ts';
import { byDay } from './by-day.ts';
import { lookSentence } from './sentence.ts';

const look = (at: string, rest: Partial<Look> = {}): Look => ({
  at,
  who: 'Rafael Ortiz',
  agency: 'Alder Police Youth Unit',
  what: ['case-plan'],
  action: 'opened',
  ...rest,
});
const dayOf = (at: string) => at.slice(0, 10);

test('looks are gathered by day and keep the newest first', () => {
  const days = byDay([look('2026-11-19T09:00:00Z'), look('2026-11-18T10:00:00Z')], dayOf);
  expect(days.map(({ name }) => name)).toEqual(['2026-11-19', '2026-11-18']);
});

test('the same person opening the same thing again on one day is one line, counted, with the last time', () => {
  const [day] = byDay([look('2026-11-18T16:05:00Z'), look('2026-11-18T10:00:00Z')], dayOf);
  expect(day?.looks).toHaveLength(1);
  expect(day?.looks[0]).toMatchObject({ count: 2, at: '2026-11-18T16:05:00Z' });
});

test('another person, agency, act or kind is a line of its own', () => {
  const at = '2026-11-18T16:05:00Z';
  const all = [
    look(at),
    look(at, { who: 'Dana' }),
    look(at, { agency: null }),
    look(at, { action: 'wrote' }),
  ];
  expect(byDay([...all, look(at, { what: ['edu-record'] })], dayOf)[0]?.looks).toHaveLength(5);
});

test('each look is one plain sentence', () => {
  expect(lookSentence(look('2026-11-18T16:05:00Z'))).toBe(
    'Rafael Ortiz (Alder Police Youth Unit) opened: goals.',
  );
});

test('an ask says that nothing was shared', () => {
  expect(lookSentence(look('2026-11-18T16:05:00Z', { action: 'asked', what: ['edu-record'] }))).toMatch(
    /^Rafael Ortiz .* asked to see: school.*\. Nothing was shared\.$/,
  );
});

test('a look without a name or without anything to see is still said', () => {
  expect(lookSentence(look('2026-11-18T16:05:00Z', { who: '', agency: null, what: [] }))).toBe(
    'Someone opened: your page, with nothing to see yet.',
  );
});
