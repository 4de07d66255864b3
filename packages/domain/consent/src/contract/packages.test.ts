import { describe, expect, test } from 'vitest';
import { maskOf } from './categories.ts';
import { agencies, always, factsOf, HOUR, lawBasis, POLICY, T } from './facts.testing.ts';
import { heldOutOf, packageNotices, type PackageQuestion } from './packages.ts';

const ALL = maskOf([
  'case-plan',
  'appointments',
  'cw-record',
  'sud-part2',
  'mh-psychotherapy-notes',
  'mh-record',
]);
const question = (change: Partial<PackageQuestion> = {}): PackageQuestion => ({
  asked: { kinds: ALL, period: { from: T - 24 * HOUR, to: T + HOUR } },
  order: lawBasis(),
  facts: factsOf(),
  policy: POLICY,
  at: T,
  ...change,
});
const item = (kinds: Parameters<typeof maskOf>[0], occurredAt = T - HOUR) => ({
  mask: maskOf(kinds),
  occurredAt,
});
const why = (kinds: Parameters<typeof maskOf>[0], change: Partial<PackageQuestion> = {}) =>
  heldOutOf(item(kinds), question(change));

describe('what an order lets into a package', () => {
  test('is what it names, of what was asked for, in that time', () => {
    expect(why(['case-plan'])).toBeNull();
    expect(why(['case-plan', 'cw-record'])).toBe('not-in-order');
    expect(why(['edu-record'])).toBe('not-asked');
    expect(heldOutOf(item(['case-plan'], T - 25 * HOUR), question())).toBe('not-asked');
    expect(heldOutOf(item([]), question())).toBe('not-asked');
  });

  test('is nothing before it begins and once it is over, and nothing outside of its own time', () => {
    expect(why(['case-plan'], { at: T + HOUR })).toBe('not-in-order');
    expect(why(['case-plan'], { at: T - HOUR })).toBe('not-in-order');
    expect(why(['case-plan'], { order: lawBasis({ data: { from: T, to: Infinity } }) })).toBe('not-in-order');
  });

  test('P-9, P-10: a program record needs the order and a subpoena', () => {
    const see = maskOf(['sud-part2']);
    const facts = factsOf({ agencies: agencies({ part2Program: true }) });
    expect(why(['sud-part2'], { order: lawBasis({ see }), facts })).toBe('needs-subpoena');
    expect(why(['sud-part2'], { order: lawBasis({ see, subpoena: 'SUB-1' }), facts })).toBeNull();
    expect(why(['sud-part2'], { order: lawBasis({ subpoena: 'SUB-1' }), facts })).toBe('not-in-order');
  });

  test('H-16: what only a rule that nobody has read again opens waits for a lawyer', () => {
    const facts = factsOf({ agencies: agencies({ coveredEntity: true }) });
    const order = lawBasis({ see: maskOf(['mh-record']) });
    expect(why(['mh-record'], { order, facts })).toBe('lawyer');
    expect(why(['mh-record'], { order, facts, policy: { ...POLICY, reRead: ['H-16'] } })).toBeNull();
  });

  test('A16-3: notes from talks are in none', () => {
    const order = lawBasis({ see: ALL, subpoena: 'SUB-1' });
    expect(why(['mh-psychotherapy-notes'], { order })).toBe('never');
    expect(why(['case-plan', 'mh-psychotherapy-notes'], { order })).toBe('never');
  });

  test('is nothing by what is no order, and where a fact is missing', () => {
    expect(why(['case-plan'], { order: lawBasis({ kind: 'team_statute' }) })).toBe('not-in-order');
    expect(why(['case-plan'], { facts: factsOf({ agencies: [] }) })).toBe('law');
    expect(why(['case-plan'], { order: lawBasis({ evidence: ' ' }) })).toBe('law');
    expect(why(['case-plan'], { order: lawBasis({ purposes: [] }) })).toBe('law');
  });

  test('is nothing at all for the public', () => {
    for (const kind of ['case-plan', 'cw-record', 'appointments'] as const) {
      expect(why([kind], { order: null })).toBe('public');
    }
    expect(packageNotices([item(['cw-record'])], question({ order: null }))).toEqual([]);
  });
});

test('P-6: what binds the agency sends its notice along, and each stands there once', () => {
  const order = lawBasis({ see: ALL, subpoena: 'SUB-1', data: always });
  const codes = (facts: PackageQuestion['facts']) =>
    packageNotices([item(['case-plan']), item(['cw-record'])], question({ order, facts })).map(
      ({ code }) => code,
    );
  expect(codes(factsOf({ agencies: agencies({ part2Program: true }) }))).toContain('42-CFR-2.32');
  const plain = codes(factsOf());
  expect(plain).toContain('CAPTA');
  expect(new Set(plain).size).toBe(plain.length);
});
