import { describe, expect, test } from 'vitest';
import { maskOf } from './categories.ts';
import {
  agencies,
  always,
  ask,
  caseId,
  decide,
  detective,
  factsOf,
  HOUR,
  itemOf,
  permission,
  POLICY,
  T,
  WIDE_STATE,
  worker,
} from './facts.testing.ts';
import type { Decision } from './decision.ts';
import type { Policy } from './facts.ts';
import { young as youngFacts } from './law/world.testing.ts';

// What a decision says of itself: the officer reads the trace, and whoever asks nonsense reads nothing at all.

const CLOSED = { open: false, known: false, basis: null, rules: [] };
const lines = ({ trace }: Decision) =>
  trace.map(({ step, item, rule, outcome }) =>
    [step, item, rule, outcome].filter((part) => part !== null).join(' '),
  );
const NEVER_READ = { is: 'nothing' } as never;

describe('what nobody understands is closed, item by item, and says nothing of itself', () => {
  const nothing = (length: number): Decision => ({
    decision: 'deny',
    reason: 'ENGINE_INDETERMINATE',
    items: Array.from({ length }, () => ({ ...CLOSED, reason: 'ENGINE_INDETERMINATE' as const })),
    trace: [],
    obligations: [],
    policyVersion: null,
  });

  test.each<[string, Parameters<typeof ask>[0]]>([
    ['a purpose', { purposes: ['care-plan-coordination', 'toString' as never] }],
    ['an action', { action: 'delete' as never }],
    ['an instant that is none', { at: Number.NaN }],
    ['an instant without an end', { at: Infinity }],
    ['an instant before every other', { at: -Infinity }],
  ])('%s', (_, change) => {
    const twice = [itemOf(['case-plan']), itemOf(['appointments'])];
    expect(decide(ask({ items: twice, ...change }), factsOf())).toEqual(nothing(2));
  });

  test.each<[string, Partial<Policy>]>([
    ['without a version', { version: '' }],
    ['with a number for one', { version: 7 as never }],
    ['with nothing for one', { version: undefined as never }],
  ])('a policy %s', (_, change) => {
    expect(decide(ask(), factsOf(), { ...POLICY, ...change })).toEqual(nothing(1));
  });

  test('a request that is none, or has no list of items', () => {
    for (const request of [null, undefined, NEVER_READ, { items: 'all of them' } as never])
      expect(decide(request as never, factsOf())).toEqual(nothing(0));
  });
});

test('a reader whom nobody employs stops the whole question, and the version is told', () => {
  const decision = decide(ask({ reader: { ...detective, agencyId: worker.agencyId } }), factsOf());
  expect(decision).toEqual({
    decision: 'deny',
    reason: 'READER_NOT_BOUND',
    items: [{ ...CLOSED, reason: 'READER_NOT_BOUND' }],
    trace: [{ step: 'bind', item: null, basis: null, rule: null, outcome: 'deny' }],
    obligations: [],
    policyVersion: 'test-1',
  });
});

test('a permission that opens is in the trace with each rule that it passed', () => {
  const grant = permission({ categories: maskOf(['edu-record']) });
  const facts = factsOf({ bases: [grant], young: [{ ...youngFacts({ postsecondary: true }), caseId }] });
  const decision = decide(ask({ item: itemOf(['edu-record']) }), facts);
  expect(lines(decision)).toEqual([
    'bind pass',
    'consent 0 A16-8 pass',
    'consent 0 V-4 pass',
    'consent 0 A14-assent pass',
    'consent 0 initials pass',
    'consent 0 F-1 pass',
    'consent 0 F-3 pass',
    'consent 0 pass',
    'existence 0 pass',
  ]);
  expect(decision.trace.at(-2)?.basis).toEqual({ kind: 'consent', id: grant.grantId });
  expect(decision.trace.at(-1)?.basis).toBeNull();
});

test('each step that closes an item is in the trace under its own name', () => {
  const at = (change: Parameters<typeof ask>[0], facts = factsOf()) =>
    lines(decide(ask(change), facts)).slice(1);
  expect(at({ item: itemOf(['jj-sealed']) }, factsOf({ bases: [] }))).toEqual([
    'prohibition 0 A16-1 deny',
    'existence 0 deny',
  ]);
  expect(at({ item: itemOf(['case-plan'], { sealedAt: T }) })).toEqual([
    'prohibition 0 A16-1 deny',
    'existence 0 deny',
  ]);
  const shut = { caseId, target: detective.staffId, mask: maskOf(['case-plan']), period: always };
  expect(at({}, factsOf({ bases: [], denials: [shut] as never }))).toEqual([
    'restriction 0 deny',
    'existence 0 deny',
  ]);
  expect(at({ item: itemOf([]) })).toEqual(['existence 0 deny']);
});

test('H-1: what a person is asked to look at is in the trace as that', () => {
  const decision = decide(
    ask({ item: itemOf(['health-general']), purposes: ['treatment'] }),
    factsOf({
      bases: [],
      agencies: agencies({ coveredEntity: true, switchedOn: ['H-1'] }, { coveredEntity: true }),
      relations: [{ caseId, staffId: detective.staffId, treats: true, counsel: null }],
    }),
  );
  expect(lines(decision)).toEqual(['bind pass', 'without-consent 0 H-1 review', 'existence 0 deny']);
  expect(decision).toMatchObject({ decision: 'review', reason: 'REVIEW' });
});

describe('a question about several items', () => {
  const both = (...kinds: Parameters<typeof itemOf>[0]) => kinds.map((kind) => itemOf([kind]));

  test('is answered in its order, and in part where one is closed', () => {
    const decision = decide(ask({ items: both('case-plan', 'edu-record') }), factsOf());
    expect(decision.items.map(({ open }) => open)).toEqual([true, false]);
    expect(decision).toMatchObject({ decision: 'partial', reason: 'NO_BASIS' });
  });

  test('is for a person where any of it is, though the rest is closed for good', () => {
    const screened = permission({
      categories: maskOf(['trafficking-status']),
      purpose: 'investigation',
    });
    const items = both('case-plan', 'trafficking-status');
    const decision = decide(ask({ items, purposes: ['investigation'] }), factsOf({ bases: [screened] }), {
      ...POLICY,
      state: { ...WIDE_STATE, screeningUseImmunity: undefined },
    });
    expect(decision).toMatchObject({ decision: 'review', reason: 'NO_BASIS' });
    expect(decision.items.map(({ reason }) => reason)).toEqual(['NO_BASIS', 'REVIEW']);
  });

  test('tells each thing that goes with it once', () => {
    const one = decide(ask({ items: both('case-plan') }), factsOf()).obligations;
    expect(one.length).toBeGreaterThan(0);
    const { obligations } = decide(ask({ items: both('case-plan', 'case-plan') }), factsOf());
    expect(obligations).toEqual(one);
  });
});

test('of what is one’s own nothing goes with it', () => {
  const own = {
    kind: 'own_custody' as const,
    caseId,
    agency: worker.agencyId,
    mask: maskOf(['case-plan']),
    purposes: ['care-plan-coordination' as const],
  };
  const decision = decide(ask({ reader: worker }), factsOf({ bases: [own] as never }));
  expect(decision).toMatchObject({ decision: 'permit', reason: 'BY_OWN_CUSTODY', obligations: [] });
});

test('A15: a bundle holds from its first day to the day before its end', () => {
  const day = (at: string) => ({ at: Date.parse(at) });
  const state = { ...WIDE_STATE, effectiveFrom: '2026-05-31', effectiveTo: '2026-06-02' };
  const school = permission({
    categories: maskOf(['cw-record']),
    valid: { from: T - 400 * HOUR, to: T + 400 * HOUR },
  });
  const reason = (at: string) =>
    decide(
      ask({ item: itemOf(['cw-record'], { occurredAt: T - 300 * HOUR }), ...day(at) }),
      factsOf({ bases: [school] }),
      {
        ...POLICY,
        state: { ...state, cpsRelease: { byConsent: true, youngPersonAlone: true, cite: 'made up' } },
      },
    ).reason;
  expect(reason('2026-05-30T23:59:59Z')).toBe('LAW');
  expect(reason('2026-05-31T00:00:00Z')).toBe('BY_CONSENT');
  expect(reason('2026-06-01T23:59:59Z')).toBe('BY_CONSENT');
  expect(reason('2026-06-02T00:00:00Z')).toBe('LAW');
});
