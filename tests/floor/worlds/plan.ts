import { type CategoryCode, maskOf, type Period } from '@accord/consent';
import type { Purpose } from '@accord/kernel';
import fc from 'fast-check';

// A random world, as numbers only: which of three agencies, which of its staff, how many days from a fixed instant.
// Days lie on a coarse grid, so that a period often begins or ends at exactly the instant of a reading.

const ANYTHING = (1n << 63n) - 1n;

export const AGENCIES = 3;
/** The last of them keeps one of the ordinary kinds to itself, by its own terms. */
export const TERMS: readonly bigint[] = [ANYTHING, ANYTHING, ANYTHING & ~maskOf(['appointments'])];
export const STAFF_PURPOSES = [
  'care-plan-coordination',
  'treatment',
  'investigation',
] as const satisfies Purpose[];

/** Two ordinary kinds and a quiet one; then one that no permission opens, and one that not even colleagues open. */
const SHARED_KINDS = ['case-plan', 'appointments', 'sud-part2'] as const satisfies CategoryCode[];
const KINDS = [...SHARED_KINDS, 'cw-reporter', 'private-notes'] as const satisfies CategoryCode[];

export type Target = { kind: 'staff'; staff: number } | { kind: 'agency'; agency: number };

export interface GrantPlan {
  discloser: number;
  recipient: Target;
  purpose: Purpose;
  categories: bigint;
  data: Period;
  valid: Period;
  isSigned: boolean;
  stops: readonly bigint[];
  /** Before the stops it is paused, and after them started again, as far as anything is left. */
  pause: 'never' | 'stays' | 'ends';
}

export interface CasePlan {
  lead: number;
  selfMask: bigint;
  /** Per agency: the purposes beside care planning for which it holds its own items. */
  purposes: readonly (readonly Purpose[])[];
  items: readonly { owner: number; mask: bigint; occurredAt: number }[];
  assignments: readonly { staff: number; period: Period }[];
  grants: readonly GrantPlan[];
  denials: readonly { target: Target; mask: bigint; period: Period }[];
}

export interface WorldPlan {
  staff: readonly { agency: number; employed: Period }[];
  cases: readonly CasePlan[];
  /** When it is read. */
  day: number;
}

const agency = fc.nat({ max: AGENCIES - 1 });
const staff = fc.nat({ max: 4 });
const purpose = fc.constantFrom(...STAFF_PURPOSES);
const anyOf = (codes: readonly CategoryCode[], minLength: number, maxLength: number) =>
  fc.subarray([...codes], { minLength, maxLength }).map(maskOf);
const kinds = (minLength: number, maxLength: number) =>
  fc.oneof(
    { weight: 3, arbitrary: anyOf(SHARED_KINDS, minLength, Math.min(maxLength, SHARED_KINDS.length)) },
    anyOf(KINDS, minLength, maxLength),
  );
const period = (from: number[], to: number[]) =>
  fc
    .record({ from: fc.constantFrom(...from), to: fc.constantFrom(...to) })
    .filter((each) => each.from < each.to);
const anyPeriod = period([-Infinity, -2, -1, 0, 1], [-1, 0, 1, 2, Infinity]);
const mostlyLong = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ from: -Infinity, to: Infinity }) },
  anyPeriod,
);
const target: fc.Arbitrary<Target> = fc.oneof(
  fc.record({ kind: fc.constant('staff' as const), staff }),
  fc.record({ kind: fc.constant('agency' as const), agency }),
);

const grant: fc.Arbitrary<GrantPlan> = fc.record({
  discloser: agency,
  recipient: target,
  purpose: fc.oneof({ weight: 3, arbitrary: fc.constant(STAFF_PURPOSES[0]) }, purpose),
  categories: fc.oneof(anyOf(SHARED_KINDS, 2, 3), kinds(1, KINDS.length)),
  data: mostlyLong,
  valid: period([-2, -1, 0, 1], [0, 1, 2]),
  isSigned: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
  stops: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    fc.array(kinds(1, 1), { minLength: 1, maxLength: 2 }),
  ),
  pause: fc.oneof(
    { weight: 3, arbitrary: fc.constant('never' as const) },
    fc.constantFrom('stays' as const, 'ends' as const),
  ),
});

const onePlan: fc.Arbitrary<CasePlan> = fc.record({
  lead: agency,
  selfMask: kinds(0, 3),
  purposes: fc.array(fc.subarray(STAFF_PURPOSES.slice(1)), { minLength: AGENCIES, maxLength: AGENCIES }),
  items: fc.array(
    fc.record({ owner: agency, mask: kinds(1, 3), occurredAt: fc.integer({ min: -2, max: 2 }) }),
    { minLength: 3, maxLength: 7 },
  ),
  assignments: fc.uniqueArray(fc.record({ staff, period: anyPeriod }), {
    maxLength: 4,
    selector: (each) => each.staff,
  }),
  grants: fc.array(grant, { maxLength: 7 }),
  denials: fc.array(fc.record({ target, mask: kinds(1, 2), period: mostlyLong }), { maxLength: 2 }),
});

/** A signed permission without a hole in it. */
const whole = (discloser: number, recipient: Target, categories: bigint): GrantPlan => ({
  discloser,
  recipient,
  purpose: STAFF_PURPOSES[0],
  categories,
  data: { from: -Infinity, to: Infinity },
  valid: { from: -2, to: 2 },
  isSigned: true,
  stops: [],
  pause: 'never',
});

/** Adds an item of two kinds and two permissions alike, each of which opens a half of what it needs. */
const halved: fc.Arbitrary<CasePlan> = fc
  .record({
    plan: onePlan,
    owner: agency,
    recipient: target,
    codes: fc.shuffledSubarray([...SHARED_KINDS], { minLength: 2, maxLength: 2 }),
  })
  .map(({ plan, owner, recipient, codes }) => ({
    ...plan,
    items: [...plan.items, { owner, mask: maskOf(codes), occurredAt: 0 }],
    grants: [...plan.grants, ...codes.map((code) => whole(owner, recipient, maskOf([code])))],
  }));

/** Adds an item and a permission that would open it by itself, and that is paused, or was. */
const paused: fc.Arbitrary<CasePlan> = fc
  .record({
    plan: onePlan,
    owner: agency,
    recipient: target,
    mask: kinds(1, 1),
    pause: fc.constantFrom('stays' as const, 'ends' as const),
  })
  .map(({ plan, owner, recipient, mask, pause }) => ({
    ...plan,
    items: [...plan.items, { owner, mask, occurredAt: 0 }],
    grants: [...plan.grants, { ...whole(owner, recipient, mask), pause }],
  }));

export const world: fc.Arbitrary<WorldPlan> = fc.record({
  staff: fc.array(fc.record({ agency, employed: mostlyLong }), { minLength: 5, maxLength: 5 }),
  cases: fc.array(fc.oneof({ weight: 2, arbitrary: onePlan }, halved, paused), {
    minLength: 1,
    maxLength: 2,
  }),
  day: fc.integer({ min: -1, max: 1 }),
});
