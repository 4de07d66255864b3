import { expect, test } from 'vitest';
import { CATEGORIES, codesOf, maskOf } from '../../contract/index.ts';
import {
  always,
  ask,
  decide,
  detective,
  police,
  factsOf,
  itemOf,
  lawBasis,
  permission,
  POLICY,
  T,
} from '../../contract/facts.testing.ts';
import { changed, type Path, places } from '../spoil.testing.ts';
import { decideNative } from './decide.ts';

type Json = Record<string, unknown>;

const shareable = maskOf(CATEGORIES.map(({ code }) => code));
const INSTANTS = [
  'from',
  'to',
  'at',
  'occurredAt',
  'signedAt',
  'majorityAt',
  'validFrom',
  'validTo',
  'sealedAt',
];

/** The rule's own values as the line has them. */
function inJson(value: unknown, key = ''): unknown {
  if (typeof value === 'bigint') return codesOf(value);
  if (typeof value === 'number' && INSTANTS.includes(key)) {
    return Number.isFinite(value) ? new Date(value).toISOString() : null;
  }
  if (Array.isArray(value)) return value.map((each) => inJson(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inJson(inner, name)]));
}

const facts = factsOf({
  employments: [{ staffId: detective.staffId, agencyId: police, period: always }],
  bases: [permission({ shareable }), lawBasis({ valid: { from: T - 1, to: T } })],
});
const request = ask();
const line = { id: 'x', request: inJson(request), facts: inJson(facts), policy: inJson(POLICY) } as Json;

test('a line is answered as the rule answers', () => {
  const own = decide(request, facts);
  const { decision, reason, items, policyVersion, basedOn } = decideNative(line);
  expect({ decision, reason, items, policyVersion }).toEqual({
    decision: own.decision,
    reason: own.reason,
    items: own.items,
    policyVersion: own.policyVersion,
  });
  expect(decision).toBe('permit');
  expect(basedOn).toEqual([`consent/${facts.bases[0]?.kind === 'consent' ? facts.bases[0].grantId : ''}`]);
});

test('its decision is JSON, with kinds as codes and instants as texts', () => {
  const { obligations } = decideNative(line);
  expect(JSON.parse(JSON.stringify(obligations))).toContainEqual({
    code: 'PERSISTLABEL',
    kinds: ['case-plan'],
  });
  expect(obligations).toContainEqual({ code: 'EXPIRES', at: new Date(T + 3_600_000).toISOString() });
});

test('a denial says which rule it was', () => {
  const closed = { ...line, request: inJson(ask({ item: itemOf(['health-hiv']) })) };
  const { decision, reasons, basedOn } = decideNative(closed);
  expect([decision, basedOn]).toEqual(['deny', []]);
  expect(reasons.map(({ code }) => code)).toContain('NO_BASIS');
});

const nameOf = (path: Path) =>
  path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('');
const inState = (path: Path) => path[0] === 'policy' && path[1] === 'state' && path.length > 2;
const fields = [...places(line)].filter((path) => path[0] !== 'id' && typeof path.at(-1) === 'string');

test('whatever field is missing, it is a denial that names the field', () => {
  expect(fields.length).toBeGreaterThan(80);
  for (const path of fields.filter((each) => !inState(each))) {
    const { decision, reason, reasons } = decideNative(changed(line, path, (at, key) => delete at[key]));
    expect({ decision, reason, named: reasons[0]?.element }).toEqual({
      decision: 'deny',
      reason: 'ENGINE_INDETERMINATE',
      named: nameOf(path),
    });
  }
});

test('whatever is of another kind than it should be, it is a denial that names the place', () => {
  for (const path of fields) {
    const { decision, reasons } = decideNative(changed(line, path, (at, key) => (at[key] = { odd: true })));
    expect([decision, reasons[0]?.element?.startsWith(nameOf(path))]).toEqual(['deny', true]);
  }
});

test('what nobody knows is a denial that names it', () => {
  const spoilt = (path: Path, value: unknown) =>
    decideNative(changed(line, path, (at, key) => (at[key] = value))).reasons[0]?.element;
  expect(spoilt(['request', 'colour'], 'red')).toBe('request.colour');
  expect(spoilt(['request', 'items', 0, 'mask', 0], 'horoscope')).toBe('request.items[0].mask[0]');
  expect(spoilt(['request', 'purposes', 0], 'fun')).toBe('request.purposes[0]');
  expect(spoilt(['request', 'at'], '2026-05-03')).toBe('request.at');
  expect(spoilt(['facts', 'bases', 0, 'kind'], 'rumour')).toBe('facts.bases[0].kind');
  expect(spoilt(['policy', 'reRead'], ['Z-9'])).toBe('policy.reRead[0]');
});

test.each([null, 3, 'x', []])('a line that is %o is a denial', (written) => {
  expect(decideNative(written)).toMatchObject({
    decision: 'deny',
    reason: 'ENGINE_INDETERMINATE',
    items: [],
  });
});
