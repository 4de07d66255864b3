import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { changed as spoiled } from '../spoil.testing.ts';
import { changeCase, getAsked, judge, SavedCase } from './saved.ts';

const POLICY = { version: '2026-06-01', state: null };
const findRules = (name: string) => (name === 'CA 2026-11-22' ? POLICY : undefined);

function read(name: string): SavedCase {
  const file = new URL(`../../../cases/${name}.json`, import.meta.url);
  return SavedCase.parse(JSON.parse(readFileSync(file, 'utf8')));
}
const saved = read('plan-by-permission');
const asked = getAsked(saved);

describe('a saved case is judged', () => {
  test('as expected, with every rule that was asked', () => {
    const { answer, misread, isAsExpected, explained } = judge(saved, findRules);
    expect({ decision: answer?.decision, reason: answer?.reason, misread, isAsExpected }).toEqual({
      decision: 'permit',
      reason: 'BY_CONSENT',
      misread: null,
      isAsExpected: true,
    });
    expect(explained?.trace.length).toBeGreaterThan(3);
    expect(explained?.cures).toEqual([]);
  });

  test('not as expected where the decision is another, or the reason is; without a reason any will do', () => {
    const expecting = (expected: SavedCase['expected']) =>
      judge({ ...saved, expected }, findRules).isAsExpected;
    expect(expecting({ decision: 'deny' })).toBe(false);
    expect(expecting({ decision: 'permit', reason: 'BY_EMERGENCY' })).toBe(false);
    expect(expecting({ decision: 'permit' })).toBe(true);
  });

  test('never as expected where it is not understood, though the rule denies it', () => {
    const young = spoiled(saved, ['facts', 'young', 0], (at) => (at['0'] = { years: 'sixteen' }));
    const denied = { ...(young as SavedCase), expected: { decision: 'deny' as const } };
    const { answer, misread, isAsExpected } = judge(denied, findRules);
    expect([answer?.decision, isAsExpected]).toEqual(['deny', false]);
    expect(misread).toMatch(/^facts\.young\[0\]/);
  });

  test('never as expected where nobody knows its rules', () => {
    const denied = { ...saved, policy: 'CA 1900-01-01', expected: { decision: 'deny' as const } };
    expect(judge(denied, findRules)).toEqual({
      answer: null,
      misread: null,
      isAsExpected: false,
      explained: null,
    });
  });

  test('what would open it is said: the mark beside the kind', () => {
    const { explained } = judge(read('hiv-without-initials'), findRules);
    expect(explained?.firstFailing).not.toBeNull();
    expect(explained?.cures).toContain('initials');
  });
});

describe('a change of a saved case', () => {
  test('moves the kinds, the use, the day and the rules, and nothing else', () => {
    const to = {
      kinds: ['health-hiv' as const],
      purposes: ['treatment' as const],
      on: '2026-07-04',
      law: null,
    };
    const changed = changeCase(saved, to);
    expect(getAsked(changed)).toEqual(to);
    expect(changed.facts).toBe(saved.facts);
    const { items, purposes, at, ...rest } = changed.request as Record<string, unknown>;
    const was = saved.request as { items: object[] } & Record<string, unknown>;
    expect(was).toMatchObject(rest);
    expect({ items, purposes, at }).toEqual({
      items: was.items.map((item) => ({ ...item, mask: ['health-hiv'] })),
      purposes: ['treatment'],
      at: '2026-07-04T00:00:00Z',
    });
    expect(changed.policy).toEqual({ version: 'none', state: null });
  });

  test('to what it was is the case itself', () => {
    expect(changeCase(saved, asked)).toEqual(saved);
  });

  test('is answered by the changed question: another kind, another use, and the day on which it ends', () => {
    const reasonOf = (change: Partial<typeof asked>) =>
      judge(changeCase(saved, { ...asked, ...change }), findRules).answer?.reason;
    expect(reasonOf({})).toBe('BY_CONSENT');
    expect(reasonOf({ kinds: ['health-hiv'] })).toBe('NO_BASIS');
    expect(reasonOf({ purposes: ['investigation'] })).toBe('NO_BASIS');
    expect(reasonOf({ on: '2026-07-31' })).toBe('BY_CONSENT');
    expect(reasonOf({ on: '2026-08-01' })).toBe('NO_BASIS');
  });
});

test('a case with rules of its own writing cannot be changed', () => {
  expect(() => getAsked({ ...saved, policy: { version: 'x', state: {} } })).toThrow();
  expect(() => getAsked({ ...saved, request: { items: [] } })).toThrow();
});
