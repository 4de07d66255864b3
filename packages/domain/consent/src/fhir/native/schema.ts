import { AgencyId, CaseId, GrantId, Purpose, StaffId, YoungPersonId } from '@accord/kernel';
import { z } from 'zod';
import {
  ACTIONS,
  type BasisKind,
  Category,
  DOMAINS,
  type Facts,
  maskOf,
  type Policy,
  type Request,
  RULES,
  type RuleId,
  StatePolicy,
} from '../../contract/index.ts';
import { spanOf } from '../dates.ts';

/**
 * The rule's own question as JSON: a set of kinds is a list of codes, an instant an ISO text with its zone, and the open
 * side of a period null. Every field of the rule's types must be there; what they let one leave out may be left out.
 */
const kinds = z.array(Category).transform(maskOf);
const instant = z.string().transform((written, context) => {
  try {
    if (!/T.*(Z|[+-]\d\d:\d\d)$/.test(written)) throw new RangeError('no zone');
    return spanOf(written, 0, '').from;
  } catch {
    context.addIssue({ code: 'custom', message: 'an instant with its zone' });
    return z.NEVER;
  }
});
const from = instant.nullable().transform((at) => at ?? -Infinity);
const to = instant.nullable().transform((at) => at ?? Infinity);
const period = z.strictObject({ from, to });
const known = z.boolean().nullable();
const words = z.string().min(1);

const reader = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('staff'), staffId: StaffId, agencyId: AgencyId }),
  z.strictObject({ kind: z.literal('youth'), youngPersonId: YoungPersonId }),
  z.strictObject({ kind: z.enum(['guest', 'advisor', 'anonymous', 'system']) }),
]);

const item = z.strictObject({
  caseId: CaseId,
  owner: AgencyId,
  mask: kinds,
  occurredAt: instant,
  sealedAt: instant.nullable().exactOptional(),
});

const LAW_BASES = ['court_order', 'team_statute', 'mandate', 'emergency'] as const;
const BASIS_KINDS = ['consent', 'own_custody', 'self_access', ...LAW_BASES] as const satisfies BasisKind[];

const request = z.strictObject({
  caseId: CaseId,
  items: z.array(item),
  reader,
  purposes: z.array(Purpose),
  basis: z.enum(BASIS_KINDS).exactOptional(),
  action: z.enum(ACTIONS),
  at: instant,
});

const grantee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('staff'), id: StaffId }),
  z.strictObject({ kind: z.literal('agency'), id: AgencyId }),
]);

const signature = z.strictObject({
  capacity: z.enum(['young-person', 'guardian', 'legal-custodian', 'court']),
  domains: z.array(z.enum(DOMAINS)),
  isExcluded: z.boolean(),
  signedAt: instant,
});

const paper = z.strictObject({
  kinds,
  initialled: kinds,
  purposes: z.array(Purpose),
  validFrom: from,
  validTo: to,
  signatures: z.array(signature),
  dissent: z.boolean(),
  notACondition: z.boolean(),
  copyGiven: z.boolean(),
  toldHowToStop: z.boolean(),
  toldOfRedisclosure: z.boolean(),
  knownFalse: z.boolean(),
});

const basis = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('consent'),
    grantId: GrantId,
    caseId: CaseId,
    discloser: AgencyId,
    recipient: grantee,
    purpose: Purpose,
    categories: kinds,
    stopped: kinds,
    shareable: kinds,
    data: period,
    valid: period,
    status: z.enum(['draft', 'active', 'paused', 'stopped']),
    paper,
  }),
  z.strictObject({
    kind: z.literal('own_custody'),
    caseId: CaseId,
    agency: AgencyId,
    purposes: z.array(Purpose),
    mask: kinds,
  }),
  z.strictObject({
    kind: z.literal('self_access'),
    caseId: CaseId,
    owner: AgencyId,
    youngPersonId: YoungPersonId,
    mask: kinds,
  }),
  z.strictObject({
    kind: z.enum(LAW_BASES),
    id: words,
    caseId: CaseId,
    owner: AgencyId,
    recipient: grantee,
    purposes: z.array(Purpose),
    see: kinds,
    know: kinds,
    data: period,
    valid: period,
    evidence: z.string(),
    subpoena: words.nullable().exactOptional(),
    notice: words.nullable().exactOptional(),
  }),
]);

const agency = z.strictObject({
  id: AgencyId,
  coveredEntity: known,
  part2Program: known,
  victimFunding: z.array(z.enum(['VAWA', 'FVPSA', 'VOCA'])),
  youthShelter: z.enum(['basic-center', 'transitional-living']).nullable(),
  educationAgency: known,
  childWelfare: known,
  justice: known,
  tribal: known,
  switchedOn: z.array(z.enum(['H-1', 'F-6'])).exactOptional(),
});

const agreement = z.strictObject({
  agencyId: AgencyId,
  purposes: z.array(Purpose),
  gives: kinds,
  receives: kinds,
  period,
});

const young = z.strictObject({
  caseId: CaseId,
  years: z.int().min(0).max(130).nullable(),
  majorityAt: instant.nullable(),
  emancipated: z.boolean(),
  legalCustodian: AgencyId.nullable(),
  postsecondary: z.boolean(),
  conditionsMet: z.array(z.enum(DOMAINS)),
});

const facts = z.strictObject({
  employments: z.array(z.strictObject({ staffId: StaffId, agencyId: AgencyId, period })),
  assignments: z.array(z.strictObject({ caseId: CaseId, staffId: StaffId, period })),
  bases: z.array(basis),
  denials: z.array(z.strictObject({ caseId: CaseId, target: words, mask: kinds, period })),
  excluded: z.array(z.strictObject({ caseId: CaseId, target: words })),
  agencies: z.array(agency),
  agreements: z.array(agreement),
  young: z.array(young),
  relations: z.array(z.strictObject({ caseId: CaseId, staffId: StaffId, treats: known, counsel: known })),
});

const ruleId = z.string().refine((id): id is RuleId => Object.hasOwn(RULES, id));
const policy = z.strictObject({
  version: words,
  state: StatePolicy.nullable(),
  reRead: z.array(ruleId).exactOptional(),
});

/** A line: what is beside these, such as its id, is the caller's. */
export const NativeLine = z.looseObject({ request, facts, policy });
export type NativeLine = { request: Request; facts: Facts; policy: Policy };
