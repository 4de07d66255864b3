import { describe, expect, test } from 'vitest';
import { decidesAlone, StatePolicy } from '../state.ts';
import { STATE } from '../world.testing.ts';
import { cautionsOf, clashAmong, endOfRules } from './index.ts';

describe('the schema', () => {
  test('takes a state with nothing but its age of majority: every other row may be missing', () => {
    expect(StatePolicy.safeParse({ ...STATE, minorConsent: [] }).success).toBe(true);
  });

  test.each([
    ['a row without its source', { victimServicesAlone: { allowed: true } }],
    ['a row that nobody knows', { somethingElse: { allowed: true, cite: 'made up' } }],
    ['two rows for one area', { minorConsent: [...STATE.minorConsent, ...STATE.minorConsent] }],
    ['an end before its beginning', { effectiveTo: '2025-12-31' }],
    ['an end on the day of its beginning', { effectiveTo: STATE.effectiveFrom }],
    ['a version that replaces itself', { replaces: STATE.version }],
  ])('does not take %s', (_, change) => {
    expect(StatePolicy.safeParse({ ...STATE, ...change }).success).toBe(false);
  });
});

test('no bundle says that counsel has read it until somebody signs', () => {
  expect(cautionsOf(STATE, '2026-06-01')).toEqual(['unreviewed']);
  expect(cautionsOf({ ...STATE, reviewedBy: 'A. Counsel' }, '2026-06-01')).toEqual([]);
});

test('A15: a row older than a year says so', () => {
  expect(cautionsOf(STATE, '2027-05-01')).toEqual(['unreviewed']);
  expect(cautionsOf(STATE, '2027-05-02')).toEqual(['unreviewed', 'old']);
});

describe('which bundle holds', () => {
  const first = { ...STATE, effectiveTo: '2026-07-01' };
  const second = { ...STATE, version: '2', effectiveFrom: '2026-07-01' };

  test('one may begin on the day on which another ends', () => {
    expect(clashAmong([first, second])).toBeUndefined();
  });

  test('two of one state on one day clash, whatever their order; two states never do', () => {
    const early = { ...second, effectiveFrom: '2026-06-30' };
    expect(clashAmong([early, first])).toMatchObject({ is: 'twice', older: first, newer: early });
    expect(clashAmong([STATE, second])).toMatchObject({ is: 'twice' });
    expect(clashAmong([STATE, { ...second, state: 'YY' }])).toBeUndefined();
  });

  test('what is replaced ends where the newer one begins, and never later than it said itself', () => {
    const newer = { ...second, replaces: '1', effectiveFrom: '2026-09-01' };
    expect(clashAmong([STATE, newer])).toBeUndefined();
    expect(endOfRules(STATE, [STATE, newer])).toBe('2026-09-01');
    expect(endOfRules(first, [first, newer])).toBe('2026-07-01');
    expect(endOfRules({ ...STATE, state: 'YY' }, [newer])).toBeNull();
  });

  test.each(['2026-01-01', '2025-06-01'])('what replaces another begins after it, and not on %s', (day) => {
    const newer = { ...second, replaces: '1', effectiveFrom: day };
    expect(clashAmong([STATE, newer])).toMatchObject({ is: 'too-early', older: STATE, newer });
    expect(clashAmong([newer, STATE])).toMatchObject({ is: 'too-early', older: STATE, newer });
  });
});

describe('MC-1: who decides alone', () => {
  test.each([
    ['substance-use', 14, 'yes'],
    ['substance-use', 13, 'no'],
    ['substance-use', null, 'unknown'],
    ['sexual-health', 15, 'depends'],
    ['shelter', 17, 'unknown'],
  ] as const)('%s at %s: %s', (domain, years, answer) => {
    expect(decidesAlone(STATE, domain, { years, conditionsMet: [] })).toBe(answer);
  });

  test('where conditions were found to hold, the age decides', () => {
    const conditionsMet = ['sexual-health'] as const;
    expect(decidesAlone(STATE, 'sexual-health', { years: 12, conditionsMet })).toBe('yes');
    expect(decidesAlone(STATE, 'sexual-health', { years: 11, conditionsMet })).toBe('no');
  });

  test.each([
    ['leaves something out', { exclusions: ['medicine'] }, 'depends'],
    ['counts visits', { maxVisits: 6 }, 'depends'],
    ['gives what is written to the parent', { infoController: 'parent' }, 'no'],
    ['has a parent told', { parentNotice: 'required' }, 'yes'],
  ] as const)('a row that %s', (_, change, answer) => {
    const minorConsent = STATE.minorConsent.map((row) => ({ ...row, ...change }));
    const policy = StatePolicy.parse({ ...STATE, minorConsent });
    expect(decidesAlone(policy, 'substance-use', { years: 17, conditionsMet: [] })).toBe(answer);
  });

  test('without a state nobody knows', () => {
    expect(decidesAlone(null, 'substance-use', { years: 17, conditionsMet: [] })).toBe('unknown');
  });
});
