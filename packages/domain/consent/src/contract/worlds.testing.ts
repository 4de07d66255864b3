import fc from 'fast-check';
import type { AgreementFacts } from './agreements/cover.ts';
import type { Basis, ConsentBasis, Grantee, LawBasis } from './basis.ts';
import { CATEGORIES, maskOf } from './categories.ts';
import {
  agencies,
  agreedOnAll,
  always,
  ask,
  caseId,
  detective,
  factsOf,
  HOUR,
  itemOf,
  lawBasis,
  permission,
  police,
  T,
  welfare,
} from './facts.testing.ts';
import type { Facts } from './facts.ts';
import { DOMAINS, type AgencyFacts, type Signature } from './law/facts.ts';
import { young } from './law/world.testing.ts';
import type { Request } from './request.ts';

// Random worlds around one reader, two agencies and one young person. Instants lie on a grid of hours, so that a
// period often begins or ends at exactly the instant of the question.

/** One kind under each regime, two under none, and two that never open. */
const KINDS = CATEGORIES.filter(({ code }) =>
  [
    'case-plan',
    'appointments',
    'mh-record',
    'sud-part2',
    'edu-record',
    'vsp-record',
    'rhy-record',
    'cw-record',
    'id-core',
    'cw-reporter',
    'shelter-location',
  ].includes(code),
).map(({ code }) => code);

const mostly = <T>(value: T, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(value) }, other);

const codes = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...KINDS).map((code) => [code]) },
  { weight: 1, arbitrary: fc.subarray(KINDS, { minLength: 1, maxLength: 2 }) },
  fc.subarray(KINDS, { minLength: 1 }),
);
export const mask = codes.map(maskOf);
const manyKinds = fc.oneof(
  fc.constant(maskOf(KINDS)),
  fc.subarray(KINDS, { minLength: 5 }).map(maskOf),
  mask,
);
export const instant = fc.integer({ min: -3, max: 3 }).map((hours) => T + hours * HOUR);
const period = fc
  .tuple(instant, fc.integer({ min: 1, max: 6 }))
  .map(([from, hours]) => ({ from, to: from + hours * HOUR }));
const known = fc.constantFrom(true, false, null);
const target = fc.constantFrom<string>(detective.staffId, police);
const recipient = mostly<Grantee>(
  { kind: 'staff', id: detective.staffId },
  fc.constant({ kind: 'agency', id: police }),
);
const owner = mostly(welfare, fc.constant(police));
const validNow = mostly({ from: T - 5 * HOUR, to: T + 5 * HOUR }, period);

const bothSigned: Signature[] = (['young-person', 'guardian'] as const).map((capacity) => ({
  capacity,
  domains: DOMAINS,
  isExcluded: false,
  signedAt: T - 100 * HOUR,
}));
const signature: fc.Arbitrary<Signature> = fc.record({
  capacity: fc.constantFrom('young-person' as const, 'young-person' as const, 'guardian' as const),
  domains: fc.constantFrom(DOMAINS, [], ['education' as const]),
  isExcluded: fc.constant(false),
  signedAt: fc.constant(T - 100 * HOUR),
});

export const consent: fc.Arbitrary<ConsentBasis> = fc
  .record({
    discloser: owner,
    recipient,
    categories: manyKinds,
    stopped: mostly(0n, mask),
    shareable: mostly((1n << 63n) - 1n, mask),
    valid: validNow,
    data: mostly(always, period),
    status: mostly<ConsentBasis['status']>('active', fc.constantFrom('draft', 'paused', 'stopped')),
    paper: fc.record(
      {
        signatures: mostly(bothSigned, fc.array(signature, { maxLength: 3 })),
        dissent: mostly(false, fc.constant(true)),
        copyGiven: mostly(true, fc.constant(false)),
        initialled: manyKinds,
      },
      { requiredKeys: ['signatures', 'dissent', 'copyGiven'] },
    ),
  })
  .map(permission);

export const law: fc.Arbitrary<LawBasis> = fc
  .record({
    kind: fc.constantFrom('court_order', 'team_statute', 'mandate', 'emergency'),
    owner,
    recipient,
    see: manyKinds,
    know: fc.oneof(fc.constant(0n), manyKinds),
    valid: mostly({ from: T - HOUR / 2, to: T + HOUR / 2 }, period),
    evidence: fc.constantFrom('Order 7', 'H-14 report', 'M-3', ''),
    subpoena: fc.constantFrom(null, 'Subpoena 8'),
    notice: fc.constantFrom(null, 'tried by phone'),
  })
  .map(lawBasis);

export const denial = fc.record({ caseId: fc.constant(caseId), target, mask, period });

const agencyFacts: fc.Arbitrary<Partial<AgencyFacts>> = fc.record({
  coveredEntity: known,
  part2Program: known,
  victimFunding: fc.subarray(['VAWA', 'VOCA'] as const),
  youthShelter: fc.constantFrom('basic-center', 'transitional-living', null, null),
  educationAgency: known,
  childWelfare: known,
  justice: known,
  switchedOn: fc.subarray(['H-1', 'F-6'] as const),
});

const agreement: fc.Arbitrary<AgreementFacts> = fc
  .record({
    agencyId: fc.constantFrom(welfare, police),
    gives: manyKinds,
    receives: manyKinds,
    period: validNow,
  })
  .map((change) => ({ ...agreedOnAll(change.agencyId), ...change }));

export const facts: fc.Arbitrary<Facts> = fc
  .record({
    bases: fc.array(fc.oneof<fc.Arbitrary<Basis>[]>(consent, consent, law), { minLength: 1, maxLength: 4 }),
    denials: mostly([], fc.array(denial, { minLength: 1, maxLength: 2 })),
    holder: fc.oneof(fc.constant({}), agencyFacts),
    reader: fc.oneof(fc.constant({}), agencyFacts),
    years: mostly<number | null>(16, fc.constantFrom(11, 13, null)),
    majority: mostly<number | null>(1_000, fc.constantFrom(null, -1, 0, 1)),
    agreements: mostly([agreedOnAll(welfare), agreedOnAll(police)], fc.array(agreement, { maxLength: 4 })),
    isAssigned: fc.boolean(),
    treats: known,
    isExcluded: mostly(false, fc.constant(true)),
  })
  .map(({ bases, denials, agreements, holder, reader, years, majority, isAssigned, treats, isExcluded }) => ({
    ...factsOf({
      bases,
      denials,
      agreements,
      agencies: agencies(holder, reader),
      young: [{ ...young({ years, majorityAt: majority === null ? null : T + majority * HOUR }), caseId }],
      excluded: isExcluded ? [{ caseId, target: detective.staffId }] : [],
      relations: [{ caseId, staffId: detective.staffId, treats, counsel: null }],
    }),
    assignments: isAssigned ? [{ caseId, staffId: detective.staffId, period: always }] : [],
  }));

export const request: fc.Arbitrary<Request> = fc
  .record({ codes, owner, at: mostly(T, instant) })
  .map(({ codes: kinds, at, ...of }) => ask({ item: itemOf(kinds, of), at }));
