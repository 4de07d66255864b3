import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskOf } from './categories.ts';
import { explainToOfficer, explainToRecipient, explainToYoung } from './explain.ts';
import {
  always,
  ask,
  caseId,
  decide,
  detective,
  factsOf,
  itemOf,
  permission,
  police,
} from './facts.testing.ts';
import type { Facts } from './facts.ts';
import { guardian, signature } from './law/world.testing.ts';
import { facts, request } from './worlds.testing.ts';

const answer = (
  change: Parameters<typeof permission>[0],
  world: Partial<Facts> = {},
  code = 'case-plan' as const,
) => decide(ask({ item: itemOf([code]) }), factsOf({ bases: [permission(change)], ...world }));

describe('the recipient', () => {
  test('reads one sentence, whatever was asked of whatever world', () => {
    fc.assert(
      fc.property(request, facts, (each, world) => {
        expect(explainToRecipient(decide(each, world))).toBe('RELEASED');
      }),
    );
  });
});

describe('the young person', () => {
  test('reads each reason once', () => {
    const closed = answer({ paper: { signatures: [] } });
    expect(explainToYoung(closed, 'young-person')).toEqual(['A14-assent']);
    const twice = { ...closed, items: [...closed.items, ...closed.items] };
    expect(explainToYoung(twice, 'young-person')).toEqual(['A14-assent']);
  });
  test('reads why something is open, where all of it is', () => {
    expect(explainToYoung(answer({}), 'young-person')).toEqual(['BY_CONSENT']);
  });
  test('reads of what is closed alone, where some of it is', () => {
    const some = decide(ask({ items: [itemOf(['case-plan']), itemOf(['meetings'])] }), factsOf());
    expect(some.decision).toBe('partial');
    expect(explainToYoung(some, 'young-person')).toEqual(['NO_BASIS']);
  });
  test('reads a reason where the question itself was not understood', () => {
    expect(explainToYoung(decide(ask({ items: [] }), factsOf()), 'young-person')).toEqual(['NO_ITEM']);
  });
});

describe('a guardian', () => {
  const closedTo = (change: Parameters<typeof permission>[0], world?: Partial<Facts>) =>
    explainToYoung(answer(change, world), 'guardian');

  test('reads what they can do something about', () => {
    const unsigned = permission({ categories: maskOf(['edu-record']) });
    const school = decide(ask({ item: itemOf(['edu-record']) }), factsOf({ bases: [unsigned] }));
    expect(explainToYoung(school, 'guardian')).toEqual(['F-3']);
    expect(closedTo({})).toEqual(['BY_CONSENT']);
  });
  test('H-13: reads of an excluded person, a restriction or a hidden service what they read of nothing', () => {
    const nothing = closedTo({ status: 'draft' });
    expect(nothing).toEqual(['NO_BASIS']);
    const excluded = { signatures: [signature(), guardian([], { isExcluded: true })] };
    expect(closedTo({ paper: excluded })).toEqual(nothing);
    expect(closedTo({}, { excluded: [{ caseId, target: detective.staffId }] })).toEqual(nothing);
    const denials = [{ caseId, target: police, mask: maskOf(['case-plan']), period: always }];
    expect(closedTo({}, { denials })).toEqual(nothing);
    const program = decide(
      ask({ item: itemOf(['sud-part2']) }),
      factsOf({ bases: [permission({ categories: maskOf(['sud-part2']), paper: { initialled: 0n } })] }),
    );
    expect(explainToYoung(program, 'guardian')).toEqual(nothing);
  });
});

describe('the privacy officer', () => {
  test('reads the first condition that failed, the permissions, the bundle, and what would open it', () => {
    const unmarked = permission({
      categories: maskOf(['mh-record']),
      paper: { initialled: 0n, dissent: true },
    });
    const told = explainToOfficer(
      decide(ask({ item: itemOf(['mh-record']) }), factsOf({ bases: [unmarked] })),
    );
    expect(told).toMatchObject({
      decision: 'deny',
      reason: 'LAW',
      policyVersion: 'test-1',
      consents: [unmarked.grantId],
      firstFailing: { step: 'consent', rule: 'initials', outcome: 'deny', item: 0 },
      cures: ['initials', 'young-signature'],
    });
    expect(told.trace.length).toBeGreaterThan(5);
  });
  test('reads no failing condition where all is open', () => {
    expect(explainToOfficer(answer({}))).toMatchObject({ firstFailing: null, cures: [] });
  });
  test.each([
    ['nobody is bound', { employments: [] }, 'be-employed'],
    [
      'a restriction',
      { denials: [{ caseId, target: police, mask: maskOf(['case-plan']), period: always }] },
      'lift-restriction',
    ],
    ['a missing fact', { young: [] }, 'complete-facts'],
    ['no permission', { bases: [] }, 'permission'],
    ['an excluded reader', { excluded: [{ caseId, target: police }] }, 'nothing'],
  ] as const)('reads what cures %s', (_, world, cure) => {
    expect(explainToOfficer(answer({}, world)).cures).toEqual([cure]);
  });
  test('reads what cures a question without a purpose, or about nothing', () => {
    expect(explainToOfficer(decide(ask({ purposes: [] }), factsOf())).cures).toEqual(['choose-purpose']);
    expect(explainToOfficer(decide(ask({ items: [] }), factsOf())).cures).toEqual(['nothing']);
    expect(explainToOfficer(decide(ask({ item: itemOf([]) }), factsOf())).cures).toEqual(['complete-facts']);
  });
});
