import { CATALOGUE } from '@accord/api/catalogue';
import {
  type Basis,
  type CategoryCode,
  type ConsentBasis,
  type Facts,
  type LawBasis,
  type ItemFacts,
  maskOf,
  type Period,
} from '@accord/consent';
import {
  CaseId,
  GrantId,
  ItemId,
  newId,
  type Purpose,
  type StaffActor,
  StaffId,
  type YouthActor,
  YoungPersonId,
} from '@accord/kernel';
import { agreementsOf } from './agreements.ts';
import { EVIDENCE, paperOf, PROFILES } from './law.ts';
import {
  type CasePlan,
  type GrantPlan,
  type LawPlan,
  STAFF_PURPOSES,
  type Target,
  TERMS,
  type WorldPlan,
} from './plan.ts';

// A plan with its numbers turned into people, cases and dates, and what the rule is told of them.

export const DAY = 86_400_000;
export const CLERK_PURPOSE = STAFF_PURPOSES[0];
/** What own custody opens: what is left out is for its author alone. */
const CUSTODY_MASK = maskOf(
  CATALOGUE.categories.filter((each) => !each.authorOnly).map((each) => each.code as CategoryCode),
);

export interface CastItem extends ItemFacts {
  id: ItemId;
}

export interface CastCase {
  plan: CasePlan;
  caseId: CaseId;
  young: YouthActor;
  items: CastItem[];
  grants: { plan: GrantPlan; basis: ConsentBasis }[];
  laws: LawBasis[];
}

export class Cast {
  readonly plan: WorldPlan;
  readonly clerks: readonly StaffActor[];
  readonly staff: readonly StaffActor[];
  readonly cases: readonly CastCase[];
  readonly #origin: number;

  /** One clerk per agency, who is on every case; days are counted from `origin`. */
  constructor(plan: WorldPlan, clerks: readonly StaffActor[], origin: number) {
    this.plan = plan;
    this.clerks = clerks;
    this.#origin = origin;
    this.staff = plan.staff.map((each) => ({
      kind: 'staff',
      staffId: newId(StaffId),
      agencyId: at(clerks, each.agency).agencyId,
    }));
    this.cases = plan.cases.map((each) => this.#caseOf(each));
  }

  /** An instant of the plan. */
  on(day: number): number {
    return this.#origin + day * DAY;
  }

  within({ from, to }: Period): Period {
    return { from: this.on(from), to: this.on(to) };
  }

  /** A person or agency of the plan. */
  idOf(target: Target) {
    return target.kind === 'staff'
      ? at(this.staff, target.staff).staffId
      : at(this.clerks, target.agency).agencyId;
  }

  #caseOf(plan: CasePlan): CastCase {
    const caseId = newId(CaseId);
    const agencyOf = (index: number) => at(this.clerks, index).agencyId;
    return {
      plan,
      caseId,
      young: { kind: 'youth', youngPersonId: newId(YoungPersonId) },
      items: plan.items.map(({ owner, mask, occurredAt }) => ({
        id: newId(ItemId),
        caseId,
        owner: agencyOf(owner),
        mask,
        occurredAt: this.on(occurredAt),
      })),
      grants: plan.grants.map((grant) => {
        const stopped = grant.stops.reduce((all, some) => all | some, 0n) & grant.categories;
        const valid = this.within(grant.valid);
        const basis: ConsentBasis = {
          kind: 'consent',
          grantId: newId(GrantId),
          caseId,
          discloser: agencyOf(grant.discloser),
          recipient: this.#named(grant.recipient),
          purpose: grant.purpose,
          categories: grant.categories,
          stopped,
          shareable: at(TERMS, grant.discloser),
          data: this.within(grant.data),
          valid,
          status: statusOf(grant, stopped),
          paper: paperOf(grant.paper, {
            kinds: grant.categories,
            purposes: [grant.purpose],
            validFrom: valid.from,
            validTo: valid.to,
          }),
        };
        return { plan: grant, basis };
      }),
      laws: plan.laws.map((each) => this.#lawOf(each, caseId)),
    };
  }

  #named(target: Target) {
    return { kind: target.kind, id: this.idOf(target) } as ConsentBasis['recipient'];
  }

  #lawOf({ kind, evidence, isTold, hasSubpoena, ...plan }: LawPlan, caseId: CaseId): LawBasis {
    return {
      ...plan,
      kind,
      id: newId(GrantId),
      caseId,
      owner: at(this.clerks, plan.owner).agencyId,
      recipient: this.#named(plan.recipient),
      data: this.within(plan.data),
      valid: this.within(plan.valid),
      evidence: at(EVIDENCE[kind], evidence),
      subpoena: hasSubpoena ? 'Subpoena 8' : null,
      notice: isTold ? 'told by phone' : null,
    };
  }

  /** The same world as the rule is told of it. */
  facts(): Facts {
    const always = { from: -Infinity, to: Infinity };
    const { clerks, staff, cases, plan } = this;
    return {
      employments: [
        ...staff.map((each, index) => ({ ...each, period: this.within(at(plan.staff, index).employed) })),
        ...clerks.map((each) => ({ ...each, period: always })),
      ],
      assignments: cases.flatMap(({ caseId, plan: { assignments } }) => [
        ...assignments.map((each) => ({
          caseId,
          staffId: at(staff, each.staff).staffId,
          period: this.within(each.period),
        })),
        ...clerks.map(({ staffId }) => ({ caseId, staffId, period: always })),
      ]),
      bases: cases.flatMap(({ caseId, young, grants, laws, plan: each }): Basis[] => [
        ...grants.map(({ basis }) => basis),
        ...laws,
        ...clerks.map(({ agencyId }, index): Basis => ({
          kind: 'own_custody',
          caseId,
          agency: agencyId,
          purposes: custody(each, index),
          mask: CUSTODY_MASK,
        })),
        {
          kind: 'self_access',
          caseId,
          owner: at(clerks, each.lead).agencyId,
          youngPersonId: young.youngPersonId,
          mask: each.selfMask,
        },
      ]),
      denials: cases.flatMap(({ caseId, plan: { denials } }) =>
        denials.map(({ target, mask, period }) => ({
          caseId,
          target: this.idOf(target),
          mask,
          period: this.within(period),
        })),
      ),
      excluded: cases.flatMap(({ caseId, plan: each }) =>
        each.excluded.map((target) => ({ caseId, target: this.idOf(target) })),
      ),
      agencies: clerks.map(({ agencyId }, index) => ({
        ...PROFILES[at(plan.agencies, index)],
        id: agencyId,
      })),
      agreements: agreementsOf(clerks),
      young: cases.map(({ caseId, plan: { young } }) => ({
        caseId,
        years: young.years,
        majorityAt: young.majority === null ? null : this.on(young.majority),
        emancipated: false,
        legalCustodian: young.custodian === null ? null : at(clerks, young.custodian).agencyId,
        postsecondary: false,
        conditionsMet: [],
      })),
      relations: cases.flatMap(({ caseId, plan: { treats } }) =>
        staff.map(({ staffId }, index) => ({ caseId, staffId, treats: at(treats, index), counsel: null })),
      ),
    };
  }
}

function statusOf({ isSigned, categories, pause }: GrantPlan, stopped: bigint): ConsentBasis['status'] {
  if (!isSigned) return 'draft';
  if (stopped === categories) return 'stopped';
  return pause === 'stays' ? 'paused' : 'active';
}

/** The purposes for which an agency holds its own items of a case. */
export const custody = ({ purposes }: CasePlan, agency: number): Purpose[] => [
  CLERK_PURPOSE,
  ...at(purposes, agency),
];
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`nothing at ${index}`);
  return found;
}
