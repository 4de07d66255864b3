import { System } from '@accord/identity';
import { AgencyId, GrantId, Purpose, StaffId } from '@accord/kernel';
import { z } from 'zod';
import { DOMAINS, StatePolicy } from '../../contract/index.ts';

/** What `accord.on_record` answers: everything that the rule asks about, as it was on record at one instant. */

const mask = z.string().transform(BigInt);
const from = z
  .number()
  .nullable()
  .transform((ms) => ms ?? -Infinity);
const to = z
  .number()
  .nullable()
  .transform((ms) => ms ?? Infinity);
const known = z.boolean().nullable();
const capacity = z.enum(['young_person', 'guardian', 'legal_custodian']);
const recipient = { recipientKind: z.enum(['staff', 'agency']), recipientId: z.string() };
const dated = { dataFrom: from, dataTo: to, validFrom: from, validTo: to };

const Agency = z.strictObject({
  id: AgencyId,
  system: System,
  shareable: mask,
  coveredEntity: known,
  part2Program: known,
  victimFunding: z.array(z.enum(['VAWA', 'FVPSA', 'VOCA'])),
  youthShelter: z.enum(['basic-center', 'transitional-living']).nullable(),
  educationAgency: known,
  tribal: known,
});

const Authority = z.strictObject({
  id: z.string(),
  capacity,
  domains: z.array(z.enum(DOMAINS)),
  evidence: z.string(),
  isExcluded: z.boolean(),
  from,
  to,
});

const Grant = z.strictObject({
  grantId: GrantId,
  ...recipient,
  purpose: Purpose,
  categories: mask,
  stopped: mask,
  isPaused: z.boolean(),
  ...dated,
  /** Those that stood then; null: all had been taken back. */
  signatures: z
    .array(
      z.strictObject({
        capacity,
        authorityId: z.string().nullable(),
        initialled: mask,
        signedAt: z.number(),
      }),
    )
    .nullable()
    .transform((all) => all ?? []),
});

const Basis = z.strictObject({
  id: z.string(),
  kind: z.enum(['court_order', 'team_statute', 'mandate', 'emergency']),
  ...recipient,
  see: mask,
  know: mask,
  purposes: z.array(Purpose),
  ...dated,
  duty: z.string().nullable(),
  evidence: z.string(),
  subpoena: z.string().nullable(),
  notice: z.string().nullable(),
});

/** A row of the projection, as the floor read it then. */
const Row = z.strictObject({
  granteeKind: z.enum(['staff', 'agency']),
  granteeId: z.string(),
  purpose: Purpose,
  basisKind: z.enum(['consent', 'own_custody', 'court_order', 'team_statute', 'mandate', 'emergency']),
  see: mask,
  ...dated,
});

/** A bundle as it stood then; null where this release cannot read it: then the stricter branch holds. */
const Bundle = z
  .strictObject({
    state: z.string(),
    version: z.string(),
    effectiveTo: z.string().nullable(),
    reviewedBy: z.string().nullable(),
    body: z.looseObject({}).nullable(),
  })
  .transform(
    ({ body, effectiveTo, reviewedBy }) =>
      StatePolicy.safeParse({ ...body, effectiveTo, reviewedBy }).data ?? null,
  );

export const Recorded = z.strictObject({
  at: z.number(),
  years: z.int().nullable(),
  /** By an age, the instant at which it made them an adult. Empty: no birthday was on record. */
  majorities: z.record(z.string(), z.number()),
  policies: z.array(Bundle),
  agencies: z.array(Agency),
  agreements: z.array(
    z.strictObject({ agencyId: AgencyId, purposes: z.array(Purpose), gives: mask, receives: mask, from, to }),
  ),
  employments: z.array(z.strictObject({ staffId: StaffId, agencyId: AgencyId, from, to })),
  assignments: z.array(z.strictObject({ staffId: StaffId, from, to })),
  authorities: z.array(Authority),
  grants: z.array(Grant),
  bases: z.array(Basis),
  denials: z.array(z.strictObject({ target: z.string(), mask, from, to })),
  rows: z.array(Row),
});
export type Recorded = z.infer<typeof Recorded>;
