import { type CategoryCode, type LawBasis, maskOf, type Period } from '@accord/consent';
import type { Purpose } from '@accord/kernel';
import fc from 'fast-check';
import * as legal from './law.ts';

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

/** Two ordinary kinds and a quiet one. */
export const SHARED_KINDS = ['case-plan', 'appointments', 'sud-part2'] as const satisfies CategoryCode[];
/** Then kinds under other regimes, one of a report, one that no permission opens, and one not even colleagues open. */
const KINDS = [
  ...SHARED_KINDS,
  'edu-record',
  'cw-record',
  'vsp-record',
  'id-core',
  'cw-reporter',
  'private-notes',
] as const satisfies CategoryCode[];

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
  paper: legal.PaperPlan;
}

/** A court order, team statute, mandate or emergency. */
export interface LawPlan {
  kind: LawBasis['kind'];
  owner: number;
  recipient: Target;
  purposes: readonly Purpose[];
  see: bigint;
  know: bigint;
  data: Period;
  valid: Period;
  evidence: number;
  isTold: boolean;
  hasSubpoena: boolean;
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
  young: legal.YoungPlan;
  laws: readonly LawPlan[];
  excluded: readonly Target[];
  /** Per person of the staff: they treat this young person. */
  treats: readonly (boolean | null)[];
}

export interface WorldPlan {
  agencies: readonly legal.Profile[];
  staff: readonly { agency: number; employed: Period }[];
  cases: readonly CasePlan[];
  /** When it is read. */
  day: number;
}

export const agency = fc.nat({ max: AGENCIES - 1 });
export const staff = fc.nat({ max: 4 });
const purpose = fc.constantFrom(...STAFF_PURPOSES);
const anyOf = (codes: readonly CategoryCode[], minLength: number, maxLength: number) =>
  fc.subarray([...codes], { minLength, maxLength }).map(maskOf);
export const kinds = (minLength: number, maxLength: number) =>
  fc.oneof(
    { weight: 3, arbitrary: anyOf(SHARED_KINDS, minLength, Math.min(maxLength, SHARED_KINDS.length)) },
    anyOf(KINDS, minLength, maxLength),
  );
export const period = (from: number[], to: number[]) =>
  fc
    .record({ from: fc.constantFrom(...from), to: fc.constantFrom(...to) })
    .filter((each) => each.from < each.to);
const anyPeriod = period([-Infinity, -2, -1, 0, 1], [-1, 0, 1, 2, Infinity]);
export const mostlyLong = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ from: -Infinity, to: Infinity }) },
  anyPeriod,
);
export const target: fc.Arbitrary<Target> = fc.oneof(
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
  paper: legal.paper,
});

const MINUTES_45 = 1 / 32;
/** An hour at most is what an emergency may last: these last 45 or 90 minutes, and begin on a day or before it. */
export const shortOn = (days: readonly number[]) =>
  fc
    .record({
      day: fc.constantFrom(...days),
      early: fc.constantFrom(0, MINUTES_45),
      parts: fc.constantFrom(1, 2),
    })
    .map(({ day, early, parts }) => ({ from: day - early, to: day - early + parts * MINUTES_45 }));
const law: fc.Arbitrary<LawPlan> = legal.lawKind.chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    owner: agency,
    recipient: target,
    purposes: fc.subarray([...STAFF_PURPOSES], { minLength: 1 }),
    see: kinds(1, KINDS.length),
    know: kinds(0, KINDS.length),
    data: mostlyLong,
    valid: kind === 'emergency' ? shortOn([-1, 0, 1]) : period([-2, -1, 0, 1], [0, 1, 2]),
    evidence: fc.nat({ max: legal.EVIDENCE[kind].length - 1 }),
    isTold: fc.boolean(),
    hasSubpoena: fc.boolean(),
  }),
);

export const onePlan: fc.Arbitrary<CasePlan> = fc.record({
  lead: agency,
  selfMask: kinds(0, 3),
  purposes: fc.array(fc.subarray(STAFF_PURPOSES.slice(1)), { minLength: AGENCIES, maxLength: AGENCIES }),
  items: fc.array(
    fc.record({ owner: agency, mask: kinds(1, 3), occurredAt: fc.integer({ min: -2, max: 2 }) }),
    { minLength: 8, maxLength: 24 },
  ),
  assignments: fc.uniqueArray(fc.record({ staff, period: anyPeriod }), {
    maxLength: 4,
    selector: (each) => each.staff,
  }),
  grants: fc.array(grant, { maxLength: 7 }),
  denials: fc.array(fc.record({ target, mask: kinds(1, 2), period: mostlyLong }), { maxLength: 2 }),
  young: legal.young,
  laws: fc.array(law, { maxLength: 4 }),
  excluded: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(target, { maxLength: 1 })),
  treats: fc.array(fc.constantFrom(true, false, null), { minLength: 5, maxLength: 5 }),
});
