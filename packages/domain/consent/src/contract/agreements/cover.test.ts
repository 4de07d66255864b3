import type { Purpose } from '@accord/kernel';
import { describe, expect, test } from 'vitest';
import { maskOf } from '../categories.ts';
import {
  agreedOnAll,
  ask,
  decide,
  factsOf,
  HOUR,
  lawBasis,
  permission,
  POLICY,
  police,
  T,
  welfare,
} from '../facts.testing.ts';
import { projectionOf } from '../project.ts';
import { type AgreementFacts, coveredUntil } from './cover.ts';

const kinds = maskOf(['case-plan', 'appointments']);
const exchange = { discloser: welfare, recipient: police, purpose: 'care-plan-coordination' as Purpose };
const from = (hours: number, to: number) => ({ from: T + hours * HOUR, to: T + to * HOUR });
const signed = (change: Partial<AgreementFacts>): AgreementFacts => ({ ...agreedOnAll(welfare), ...change });
const gives = (...change: Partial<AgreementFacts>[]) => [agreedOnAll(police), ...change.map(signed)];
const until = (agreements: AgreementFacts[], at = T) =>
  Object.fromEntries(coveredUntil(agreements, exchange, kinds, at));

describe('what two agencies signed', () => {
  test('covers a kind that the one gives and the other receives, for the use and the time of both', () => {
    const period = from(-1, 2);
    expect(until(gives({ period }))).toEqual({ 'case-plan': T + 2 * HOUR, appointments: T + 2 * HOUR });
    expect(until(gives({ gives: maskOf(['case-plan']) }))).toEqual({ 'case-plan': Infinity });
    expect(
      until([agreedOnAll(welfare), { ...agreedOnAll(police), receives: maskOf(['appointments']) }]),
    ).toEqual({
      appointments: Infinity,
    });
    expect(until(gives({ purposes: ['investigation'] }))).toEqual({});
  });

  test('covers nothing where one of them signed nothing that is known', () => {
    expect(until([])).toEqual({});
    expect(until([agreedOnAll(welfare)])).toEqual({});
    expect(until([agreedOnAll(police)])).toEqual({});
  });

  test('is half-open: not before its first instant, and not at its end', () => {
    expect(until(gives({ period: from(0, 1) }))).toEqual({ 'case-plan': T + HOUR, appointments: T + HOUR });
    expect(until(gives({ period: from(0, 1) }), T - 1)).toEqual({});
    expect(until(gives({ period: from(0, 1) }), T + HOUR)).toEqual({});
  });

  test('goes on where another is in force when one ends, and not over a gap', () => {
    const first = { period: from(-1, 1) };
    expect(until(gives(first, { period: from(1, 3) }))).toMatchObject({ 'case-plan': T + 3 * HOUR });
    expect(until(gives({ period: from(0, 3) }, first))).toMatchObject({ 'case-plan': T + 3 * HOUR });
    expect(until(gives(first, { period: from(2, 3) }))).toMatchObject({ 'case-plan': T + HOUR });
    expect(until(gives(first, { period: { from: T, to: Infinity } }))).toMatchObject({
      'case-plan': Infinity,
    });
  });
});

describe('the rule', () => {
  const answer = (agreements: AgreementFacts[], at = T) => decide(ask({ at }), factsOf({ agreements }));

  test('opens by a permission what both signed for, and closes the rest with its reason', () => {
    expect(answer(gives({})).decision).toBe('permit');
    const without = answer(gives({ gives: maskOf(['appointments']) }));
    expect(without).toMatchObject({ decision: 'deny', reason: 'LAW' });
    expect(without.items[0]?.rules).toContainEqual({ rule: 'agreement', outcome: 'deny' });
  });

  test('asks for no agreement of an order, of a duty, or of an agency’s own', () => {
    const facts = factsOf({ agreements: [], bases: [lawBasis()] });
    expect(decide(ask({}), facts).decision).toBe('permit');
  });

  test('makes a row for each end, so that what ends first takes nothing else with it', () => {
    const agreements = gives(
      { gives: maskOf(['case-plan']), period: from(-2, 0.5) },
      { gives: maskOf(['appointments']), period: from(-2, 9) },
    );
    const bases = [permission()];
    const facts = factsOf({ agreements, bases });
    const rows = bases.flatMap((basis) => projectionOf(basis, facts, POLICY, T));
    expect(rows.map(({ seeMask, valid, lawfulTo }) => [seeMask, valid.to, lawfulTo])).toEqual([
      [kinds, T + HOUR / 2, T + HOUR],
      [maskOf(['appointments']), T + HOUR, T + HOUR],
    ]);
    expect(decide(ask({ at: T }), facts).decision).toBe('permit');
    expect(decide(ask({ at: T + HOUR / 2 }), facts).decision).toBe('deny');
  });
});
