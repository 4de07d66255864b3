import { describe, expect, test } from 'vitest';
import type { CategoryCode } from '../categories.ts';
import { consentChecks } from './asked.ts';
import type { Regime } from './regimes.ts';
import { deny, review } from './rules.ts';

// What the officer reads of a permission: every rule that was asked, also where it passed.

const EVERY_TIME = ['A16-8', 'V-4', 'A14-assent', 'initials'];
const asked = (kind: CategoryCode, ...regimes: Regime[]) =>
  consentChecks(kind, regimes, []).map(({ rule, outcome }) => `${rule} ${outcome}`);
const passed = (...rules: string[]) => [...EVERY_TIME, ...rules].map((rule) => `${rule} pass`);

describe('the trace of a permission lists what each regime asks of it', () => {
  test.each<[Regime, string[]]>([
    ['hipaa', ['H-2', 'H-3', 'H-4', 'H-5', 'H-9', 'H-11']],
    ['part2', ['P-2', 'P-4', 'P-5', 'P-8', 'P-9']],
    ['ferpa', ['F-1', 'F-3']],
    ['victim-services', ['V-2', 'V-3', 'V-5', 'A16-7']],
    ['youth-shelter', ['V-2', 'V-5', 'RHY-1']],
    ['child-welfare', ['C-1']],
    ['justice', ['JJ-1']],
    ['criminal-justice-information', ['JJ-3']],
    ['immigration', ['IM-1']],
  ])('%s', (regime, rules) => {
    expect(asked('case-plan', regime)).toEqual(passed(...rules));
  });

  test.each<[CategoryCode, string[]]>([
    ['case-plan', []],
    ['mh-psychotherapy-notes', ['H-8', 'A16-3']],
    ['sud-counseling-notes', ['P-3', 'A16-3']],
    ['health-hiv', ['IM-3']],
    ['trafficking-status', ['JJ-7']],
    ['exploitation-history', ['JJ-7']],
  ])('and what the kind itself asks: %s', (kind, rules) => {
    expect(asked(kind)).toEqual(passed(...rules));
  });

  test('a rule of two regimes once', () => {
    expect(asked('case-plan', 'victim-services', 'youth-shelter')).toEqual(
      passed('V-2', 'V-3', 'V-5', 'A16-7', 'RHY-1'),
    );
  });

  test('what was found stands first, and is not said to have passed as well', () => {
    const checks = consentChecks('edu-record', ['ferpa'], [deny('F-3'), review('A14-assent')]);
    expect(checks.map(({ rule, outcome }) => `${rule} ${outcome}`)).toEqual([
      'F-3 deny',
      'A14-assent review',
      'A16-8 pass',
      'V-4 pass',
      'initials pass',
      'F-1 pass',
    ]);
  });
});
