import type { CategoryCode } from '../categories.ts';
import type { Regime } from './regimes.ts';
import { type Check, type Finding, pass, type RuleId } from './rules.ts';

/** What each regime asks of a permission, beside what is asked of every one. */
const OF_REGIME: Record<Regime, readonly RuleId[]> = {
  hipaa: ['H-2', 'H-3', 'H-4', 'H-5', 'H-9', 'H-11'],
  part2: ['P-2', 'P-4', 'P-5', 'P-8', 'P-9'],
  ferpa: ['F-1', 'F-3'],
  'victim-services': ['V-2', 'V-3', 'V-5', 'A16-7'],
  'youth-shelter': ['V-2', 'V-5', 'RHY-1'],
  'child-welfare': ['C-1'],
  justice: ['JJ-1'],
  'criminal-justice-information': ['JJ-3'],
  immigration: ['IM-1'],
};
const ALWAYS: readonly RuleId[] = ['A16-8', 'V-4', 'A14-assent', 'initials'];
const OF_KIND: Partial<Record<CategoryCode, readonly RuleId[]>> = {
  'mh-psychotherapy-notes': ['H-8', 'A16-3'],
  'sud-counseling-notes': ['P-3', 'A16-3'],
  'health-hiv': ['IM-3'],
  'trafficking-status': ['JJ-7'],
  'exploitation-history': ['JJ-7'],
};

/** Every rule that was asked about one kind of a permission: what it found, and what passed (the officer's trace). */
export function consentChecks(
  kind: CategoryCode,
  regimes: readonly Regime[],
  findings: readonly Finding[],
): Check[] {
  const found = new Set(findings.map(({ rule }) => rule));
  const asked = new Set([
    ...ALWAYS,
    ...regimes.flatMap((regime) => OF_REGIME[regime]),
    ...(OF_KIND[kind] ?? []),
  ]);
  return [...findings, ...[...asked].filter((rule) => !found.has(rule)).map(pass)];
}
