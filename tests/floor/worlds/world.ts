import { type CategoryCode, maskOf } from '@accord/consent';
import fc from 'fast-check';
import * as legal from './law.ts';
import {
  agency,
  staff,
  period,
  target,
  kinds,
  onePlan,
  shortOn,
  mostlyLong,
  SHARED_KINDS,
  STAFF_PURPOSES,
  AGENCIES,
  type CasePlan,
  type GrantPlan,
  type LawPlan,
  type Target,
  type WorldPlan,
} from './plan.ts';

// What a random case leaves to chance, these add to it on purpose: one thing each that a rule or a floor could miss.

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
  paper: legal.WHOLE,
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

const PLAIN = ['case-plan', 'appointments'] as const satisfies CategoryCode[];
const person: fc.Arbitrary<Target> = fc.record({ kind: fc.constant('staff' as const), staff });

/** Adds two items and a permission for both kinds, one of which is stopped. */
const narrowed: fc.Arbitrary<CasePlan> = fc
  .record({ plan: onePlan, owner: agency, recipient: person })
  .map(({ plan, owner, recipient }) => ({
    ...plan,
    items: [...plan.items, ...PLAIN.map((code) => ({ owner, mask: maskOf([code]), occurredAt: 0 }))],
    grants: [...plan.grants, { ...whole(owner, recipient, maskOf(PLAIN)), stops: [maskOf([PLAIN[0]])] }],
  }));

/** Adds an item and a permission that begins or ends near the instant of the reading, or of the item. */
const edged: fc.Arbitrary<CasePlan> = fc
  .record({
    plan: onePlan,
    owner: agency,
    recipient: person,
    valid: period([-2, -1, 0, 1], [0, 1, 2]),
    data: fc.oneof(
      fc.constant({ from: -Infinity, to: Infinity }),
      fc.constantFrom({ from: 0, to: 1 }, { from: -1, to: 0 }),
    ),
  })
  .map(({ plan, owner, recipient, ...periods }) => ({
    ...plan,
    items: [...plan.items, { owner, mask: maskOf([PLAIN[0]]), occurredAt: 0 }],
    grants: [...plan.grants, { ...whole(owner, recipient, maskOf([PLAIN[0]])), ...periods }],
  }));

/** Adds an item and a permission that lacks one thing alone: its signature, or something of its paper. */
const flawed: fc.Arbitrary<CasePlan> = fc
  .record({
    plan: onePlan,
    owner: agency,
    recipient: person,
    flaw: fc.constantFrom<Partial<GrantPlan>>(
      { isSigned: false },
      { paper: { ...legal.WHOLE, signers: 'excluded' } },
      { paper: { ...legal.WHOLE, signers: 'guardian' } },
      { paper: { ...legal.WHOLE, flaw: 'dissent' } },
    ),
  })
  .map(({ plan, owner, recipient, flaw }) => ({
    ...plan,
    items: [...plan.items, { owner, mask: maskOf([PLAIN[0]]), occurredAt: 0 }],
    grants: [...plan.grants, { ...whole(owner, recipient, maskOf([PLAIN[0]])), ...flaw }],
  }));

/** Adds two items, an order that opens one and tells of the other, and an emergency that is short or too long. */
const ordered: fc.Arbitrary<CasePlan> = fc
  .record({
    plan: onePlan,
    owner: agency,
    recipient: person,
    emergencies: fc.tuple(shortOn([-1]), shortOn([0]), shortOn([1])),
  })
  .map(({ plan, owner, recipient, emergencies }) => {
    const [seen, known] = PLAIN.map((code) => maskOf([code])) as [bigint, bigint];
    const basis = {
      owner,
      recipient,
      purposes: [STAFF_PURPOSES[0]],
      data: { from: -Infinity, to: Infinity },
      evidence: 0,
      isTold: true,
      hasSubpoena: true,
    };
    const order: LawPlan = {
      ...basis,
      kind: 'court_order',
      see: seen,
      know: known,
      valid: { from: -2, to: 2 },
    };
    const urgent = emergencies.map((valid): LawPlan => ({
      ...basis,
      kind: 'emergency',
      see: seen | known,
      know: 0n,
      valid,
    }));
    return {
      ...plan,
      items: [...plan.items, ...[seen, known].map((mask) => ({ owner, mask, occurredAt: 0 }))],
      laws: [...plan.laws, order, ...urgent],
    };
  });

export const world: fc.Arbitrary<WorldPlan> = fc.record({
  agencies: fc.array(legal.profile, { minLength: AGENCIES, maxLength: AGENCIES }),
  staff: fc.array(fc.record({ agency, employed: mostlyLong }), { minLength: 5, maxLength: 5 }),
  cases: fc.array(
    fc.oneof({ weight: 2, arbitrary: onePlan }, halved, paused, narrowed, edged, flawed, ordered),
    {
      minLength: 2,
      maxLength: 4,
    },
  ),
  day: fc.integer({ min: -1, max: 1 }),
});
