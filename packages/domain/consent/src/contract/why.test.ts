import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATEGORIES, type CategoryCode, maskOf, SHAREABLE } from './categories.ts';
import { type Reason, REASONS } from './decision.ts';
import { ask, decide, factsOf, itemOf, permission, T } from './facts.testing.ts';
import { askableKind, closedReason, type ClosedFacts, ClosedReason } from './why.ts';

const ANYTHING = (1n << 63n) - 1n;
const known = (change: Partial<ClosedFacts> = {}): ClosedFacts => ({
  mask: maskOf(['cw-record']),
  purpose: 'care-plan-coordination',
  shareable: ANYTHING,
  receivable: ANYTHING,
  isOnTeam: false,
  ...change,
});
const DENIALS: readonly Reason[] = REASONS.filter((reason) => !reason.startsWith('BY_'));

test('every way to deny has a reason that its reader is given', () => {
  for (const reason of DENIALS) {
    const told = closedReason({ decision: 'deny', reason }, known());
    expect(ClosedReason.safeParse(told).success, reason).toBe(true);
  }
});

test('what is permitted has none', () => {
  expect(closedReason({ decision: 'permit', reason: 'BY_CONSENT' }, known())).toBeNull();
});

test('stopped, paused, narrowed, ended, restricted and never shared are told alike', () => {
  const plan = maskOf(['case-plan']);
  const worlds = {
    never: factsOf({ bases: [] }),
    draft: factsOf({ bases: [permission({ status: 'draft' })] }),
    stopped: factsOf({
      bases: [permission({ status: 'stopped', stopped: maskOf(['case-plan', 'appointments']) })],
    }),
    narrowed: factsOf({ bases: [permission({ stopped: plan })] }),
    paused: factsOf({ bases: [permission({ status: 'paused' })] }),
    ended: factsOf({ bases: [permission({ valid: { from: T - 2, to: T } })] }),
    restricted: factsOf({
      denials: [
        {
          caseId: itemOf(['case-plan']).caseId,
          target: ask().reader.kind === 'staff' ? (ask().reader as { staffId: string }).staffId : '',
          mask: plan,
          period: { from: -Infinity, to: Infinity },
        },
      ],
    }),
  };
  const told = Object.entries(worlds).map(([name, facts]) => {
    const decision = decide(ask(), facts);
    expect(decision.decision, name).toBe('deny');
    return closedReason(decision, known({ mask: plan }));
  });
  expect(new Set(told)).toEqual(new Set(['no-permission']));
});

test('law comes before terms, and terms before whose it is', () => {
  const deny = { decision: 'deny', reason: 'NO_BASIS' } as const;
  const shareable = maskOf(['case-plan']);
  expect(closedReason(deny, known({ mask: maskOf(['cw-reporter']), shareable, isOnTeam: true }))).toBe('law');
  expect(closedReason(deny, known({ shareable, isOnTeam: true }))).toBe('agency-terms');
  expect(closedReason(deny, known({ isOnTeam: true }))).toBe('other-part');
  expect(closedReason(deny, known({ mask: maskOf(['sud-part2']), purpose: 'court-report' }))).toBe('law');
  expect(closedReason(deny, known({ mask: maskOf(['sud-part2']) }))).toBe('no-permission');
});

test('asking is offered for a kind of the item that a permission can open, and for nothing else', () => {
  const codes = CATEGORIES.map(({ code }) => code);
  fc.assert(
    fc.property(
      fc.subarray(codes, { minLength: 1, maxLength: 3 }),
      fc.bigInt({ min: 0n, max: ANYTHING }),
      fc.boolean(),
      (kinds: CategoryCode[], shareable, isOnTeam) => {
        const mask = maskOf(kinds);
        const reason = closedReason(
          { decision: 'deny', reason: 'NO_BASIS' },
          known({ mask, shareable, isOnTeam }),
        );
        const kind = reason && askableKind(reason, mask);
        const canBeOpened = kinds.every((each) => SHAREABLE.includes(each)) && (mask & ~shareable) === 0n;
        expect(kind !== null).toBe(canBeOpened);
        if (kind) expect(kinds).toContain(kind);
      },
    ),
  );
});
