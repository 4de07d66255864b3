import { expect, test } from 'vitest';
import type { CategoryCode } from '../categories.ts';
import type { LawCase } from './facts.ts';
import { missingFor } from './missing.ts';
import { agency, guardian, law, paper, recipient, signature, STATE, young } from './world.testing.ts';

const clinic = agency({ coveredEntity: true });
const program = agency({ coveredEntity: true, part2Program: true });
const missing = (kinds: CategoryCode[], change: Partial<LawCase> = {}, policy: typeof STATE | null = STATE) =>
  missingFor(law(kinds, change), policy);

test('of a permission that the law lets open nothing is missing', () => {
  expect(missing(['case-plan', 'appointments'])).toEqual([]);
});

test('a mark of the young person’s own, where that alone opens it', () => {
  const unmarked = { custodian: clinic, paper: paper(['mh-record'], { initialled: 0n }) };
  expect(missing([], unmarked)).toEqual([{ kind: 'mh-record', rules: ['initials'], needs: 'initials' }]);
});

test('H-11: an adult who may sign for it, where the mark is there and does not open it', () => {
  expect(missing(['health-general'], { custodian: clinic })).toEqual([
    { kind: 'health-general', rules: ['H-11'], needs: 'adult' },
  ]);
});

test('H-11: an adult is what is said to be missing where the mark is missing too', () => {
  const unmarked = { custodian: clinic, paper: paper(['health-hiv'], { initialled: 0n }) };
  expect(missing([], unmarked)).toEqual([{ kind: 'health-hiv', rules: ['IM-3', 'H-11'], needs: 'adult' }]);
});

test('an adult who signed already is not asked for again', () => {
  const signatures = [signature(), guardian(['general-health'])];
  expect(missing([], { custodian: clinic, paper: paper(['health-general'], { signatures }) })).toEqual([]);
});

test('JJ-1: nothing that somebody here could add, where the state lets no permission open it', () => {
  const state = { ...STATE, justiceRelease: { consentSuffices: false, cite: 'made up' } };
  expect(missing(['jj-record'], {}, state)).toEqual([{ kind: 'jj-record', rules: ['JJ-1'], needs: 'no' }]);
});

test('P-9: nothing for a recipient who could turn it against them, whoever signs', () => {
  const police = { recipient: recipient({ agency: agency({ justice: true }), lawEnforcement: true }) };
  expect(missing(['sud-part2'], { custodian: program, ...police })).toEqual([
    { kind: 'sud-part2', rules: ['P-9'], needs: 'no' },
  ]);
});

test('C-1: nothing, where nobody has written down that the state lets a permission open it', () => {
  expect(missing(['cw-record'])).toEqual([{ kind: 'cw-record', rules: ['C-1'], needs: 'no' }]);
});

test('V-3, MC-1, JJ-7: somebody who knows the law, where only what the state says is missing', () => {
  const advocate = agency({ victimFunding: ['VAWA'] });
  const both = paper(['id-core'], { signatures: [signature(), guardian(['victim-services'])] });
  expect(missing(['id-core'], { custodian: advocate })).toEqual([
    { kind: 'id-core', rules: ['V-3'], needs: 'counsel' },
  ]);
  expect(missing([], { custodian: advocate, paper: both })).toEqual([
    { kind: 'id-core', rules: ['MC-1'], needs: 'counsel' },
  ]);
  const screened = paper(['trafficking-status'], { purposes: ['investigation'] });
  expect(missing([], { paper: screened })).toEqual([
    { kind: 'trafficking-status', rules: ['JJ-7'], needs: 'counsel' },
  ]);
  const other = { recipient: recipient({ isExcluded: true }), paper: screened };
  expect(missing([], other)).toEqual([{ kind: 'trafficking-status', rules: ['A16-8', 'JJ-7'], needs: 'no' }]);
});

test('A16-8: nothing for somebody who is excluded, whose kinds are each named once', () => {
  const lines = missing(['case-plan', 'edu-record'], {
    recipient: recipient({ isExcluded: true }),
    young: young({ years: 17 }),
  });
  expect(lines.map(({ kind, needs }) => `${kind}: ${needs}`)).toEqual(['case-plan: no', 'edu-record: no']);
  for (const { rules } of lines) expect(new Set(rules).size).toBe(rules.length);
});
