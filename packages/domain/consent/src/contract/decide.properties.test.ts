import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATEGORIES, maskOf } from './categories.ts';
import { type ConsentBasis, decide, type Facts, type Request } from './decide.ts';
import {
  ask,
  caseId,
  detective,
  factsOf,
  HOUR,
  itemOf,
  permission,
  police,
  T,
  welfare,
} from './facts.testing.ts';
import { projectionOf } from './project.ts';

const codes = fc.subarray(
  CATEGORIES.slice(0, 8).map(({ code }) => code),
  { minLength: 1 },
);
const mask = codes.map(maskOf);
const instant = fc.integer({ min: -3, max: 3 }).map((hours) => T + hours * HOUR);
const period = fc
  .tuple(instant, fc.integer({ min: 1, max: 6 }))
  .map(([from, hours]) => ({ from, to: from + hours * HOUR }));
const consent: fc.Arbitrary<ConsentBasis> = fc
  .record({
    discloser: fc.constantFrom(welfare, police),
    categories: mask,
    stopped: fc.oneof(fc.constant(0n), mask),
    shareable: fc.oneof(fc.constant((1n << 63n) - 1n), mask),
    valid: period,
    data: fc.oneof(fc.constant({ from: -Infinity, to: Infinity }), period),
    status: fc.constantFrom(
      'draft' as const,
      'active' as const,
      'active' as const,
      'paused' as const,
      'stopped' as const,
    ),
    signedByYoungPerson: fc.boolean(),
  })
  .map(permission);
const denial = fc.record({
  caseId: fc.constant(caseId),
  target: fc.constantFrom<string>(detective.staffId, police),
  mask,
  period,
});
const facts: fc.Arbitrary<Facts> = fc
  .record({ bases: fc.array(consent, { maxLength: 5 }), denials: fc.array(denial, { maxLength: 2 }) })
  .map(factsOf);
const request: fc.Arbitrary<Request> = fc
  .record({ codes, owner: fc.constantFrom(welfare, police), at: instant })
  .map(({ codes: kinds, owner, at }) => ask({ item: itemOf(kinds, { owner }), at }));

const permits = (each: Request, world: Facts) => decide(each, world).decision === 'permit';
const holds = <Values>(property: fc.IProperty<Values>) => fc.assert(property, { numRuns: 1_000 });

describe('for any permissions and restrictions', () => {
  test('one more restriction opens nothing', () => {
    holds(
      fc.property(request, facts, denial, (each, world, more) => {
        expect(permits(each, world) || !permits(each, { ...world, denials: [...world.denials, more] })).toBe(
          true,
        );
      }),
    );
  });

  test('one more permission closes nothing', () => {
    holds(
      fc.property(request, facts, consent, (each, world, more) => {
        expect(!permits(each, world) || permits(each, { ...world, bases: [more, ...world.bases] })).toBe(
          true,
        );
      }),
    );
  });

  test('stopping one more kind opens nothing', () => {
    holds(
      fc.property(request, facts, mask, (each, world, kinds) => {
        const bases = world.bases.map((basis) =>
          basis.kind === 'consent' ? { ...basis, stopped: basis.stopped | kinds } : basis,
        );
        expect(permits(each, world) || !permits(each, { ...world, bases })).toBe(true);
      }),
    );
  });

  test('one more kind on an item, or one more purpose, opens nothing', () => {
    holds(
      fc.property(request, facts, mask, (each, world, kinds) => {
        const item = { ...each.item, mask: each.item.mask | kinds };
        expect(permits(each, world) || !permits({ ...each, item }, world)).toBe(true);
        expect(
          permits(each, world) || !permits({ ...each, purposes: [...each.purposes, 'treatment'] }, world),
        ).toBe(true);
      }),
    );
  });

  test('their order does not matter', () => {
    holds(
      fc.property(request, facts, (each, world) => {
        const turned = { ...world, bases: world.bases.toReversed(), denials: world.denials.toReversed() };
        expect(permits(each, turned)).toBe(permits(each, world));
      }),
    );
  });

  test('after the last end nothing is open any more', () => {
    holds(
      fc.property(request, facts, (each, world) => {
        const last = Math.max(
          T,
          ...world.bases.map((basis) => (basis.kind === 'consent' ? basis.valid.to : T)),
        );
        expect(permits({ ...each, at: last }, world)).toBe(false);
      }),
    );
  });
});

test('a permission projects a row exactly when some item could be read by it', () => {
  holds(
    fc.property(consent, (basis) => {
      const world = factsOf({ bases: [basis] });
      const readable = CATEGORIES.some(({ code }) =>
        permits(
          ask({
            item: itemOf([code], { owner: basis.discloser, occurredAt: basis.data.from }),
            at: basis.valid.from,
          }),
          world,
        ),
      );
      expect(projectionOf(basis).length > 0).toBe(readable);
    }),
  );
});
