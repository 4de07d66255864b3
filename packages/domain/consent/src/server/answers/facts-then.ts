import type { AgencyId, CaseId, StaffId } from '@accord/kernel';
import type { Basis, ConsentBasis, Facts, LawBasis, Policy, StatePolicy } from '../../contract/index.ts';
import { agencyFactsOf, consentBasisOf, granteeOf, type LawSignature, youngFactsOf } from '../law/facts.ts';
import { majorityBy } from '../law/read.ts';
import type { Recorded } from './recorded.ts';

/** What the rule is asked with: all of it as it was on record at one instant. */
export interface FactsThen {
  facts: Facts;
  policy: Policy;
}

/** The facts of one case about the items of `owner`, from what was recorded then. */
export function factsThen(then: Recorded, caseId: CaseId, owner: AgencyId): FactsThen {
  const [only, other] = then.policies;
  const state = other === undefined ? (only ?? null) : null;
  const facts: Facts = {
    employments: then.employments.map(({ staffId, agencyId, from, to }) => ({
      staffId,
      agencyId,
      period: { from, to },
    })),
    assignments: then.assignments.map(({ staffId, from, to }) => ({ caseId, staffId, period: { from, to } })),
    bases: basesThen(then, caseId, owner, state),
    denials: then.denials.map(({ target, mask, from, to }) => ({
      caseId,
      target,
      mask,
      period: { from, to },
    })),
    excluded: [],
    agencies: then.agencies.map(({ shareable: _, ...agency }) => agencyFactsOf(agency)),
    agreements: then.agreements.map(({ from, to, ...terms }) => ({ ...terms, period: { from, to } })),
    young: [{ caseId, ...youngThen(then, state) }],
    relations: [],
  };
  return { facts, policy: { version: state?.version ?? 'none', state } };
}

function youngThen(then: Recorded, state: StatePolicy | null) {
  const majority = then.majorities[String(majorityBy(state))];
  const majorityAt = majority === undefined ? null : new Date(majority).toISOString();
  const authorities = then.authorities.map((each) => ({ ...each, isOver: isOver(each, then.at) }));
  return youngFactsOf({ years: then.years, majorityAt }, authorities);
}

const isOver = ({ from, to }: { from: number; to: number }, at: number) => at < from || to <= at;

function basesThen(then: Recorded, caseId: CaseId, owner: AgencyId, state: StatePolicy | null): Basis[] {
  const custody = then.rows.filter(
    ({ basisKind, granteeId }) => basisKind === 'own_custody' && granteeId === owner,
  );
  const own = custody.map(({ purpose, see }) => ({
    kind: 'own_custody' as const,
    caseId,
    agency: owner,
    purposes: [purpose],
    mask: see,
  }));
  return [
    ...own,
    ...then.grants.map((grant) => permissionThen(then, grant, caseId, owner, state)),
    ...then.bases.map((basis) => lawBasisThen(basis, caseId, owner)),
  ];
}

function permissionThen(
  then: Recorded,
  grant: Recorded['grants'][number],
  caseId: CaseId,
  owner: AgencyId,
  state: StatePolicy | null,
): ConsentBasis {
  const { grantId, recipientKind, purpose, categories, stopped, isPaused, dataFrom, dataTo } = grant;
  const isStopped = (categories & ~stopped) === 0n;
  const signatures = grant.signatures.map((each): LawSignature => {
    const authority = then.authorities.find(({ id }) => id === each.authorityId);
    // an adult's signature whose authority was not on record then rests on nothing
    const isGone = each.authorityId !== null && (authority === undefined || isOver(authority, then.at));
    return {
      capacity: each.capacity,
      initialled: each.initialled,
      domains: authority?.domains ?? null,
      isExcluded: authority?.isExcluded ?? false,
      isOver: isGone,
      authorityEndsAt: authority && authority.to !== Infinity ? isoOf(authority.to) : null,
      signedAt: isoOf(each.signedAt),
    };
  });
  const basis = consentBasisOf(
    {
      grantId,
      caseId,
      discloser: owner,
      recipientKind,
      recipientId: grant.recipientId as StaffId | AgencyId,
      purpose,
      categories,
      stopped,
      shareable: then.agencies.find(({ id }) => id === owner)?.shareable ?? 0n,
      status: isStopped ? 'stopped' : isPaused ? 'paused' : 'active',
      validFrom: isoOf(grant.validFrom),
      endsAt: isoOf(grant.validTo),
    },
    signatures,
    state,
  );
  return { ...basis, data: { from: dataFrom, to: dataTo } };
}

function lawBasisThen(basis: Recorded['bases'][number], caseId: CaseId, owner: AgencyId): LawBasis {
  const { id, kind, see, know, purposes, duty, evidence, subpoena, notice } = basis;
  return {
    kind,
    id,
    caseId,
    owner,
    recipient: granteeOf(basis),
    purposes,
    see,
    know,
    data: { from: basis.dataFrom, to: basis.dataTo },
    valid: { from: basis.validFrom, to: basis.validTo },
    evidence: duty === null ? evidence : `${duty} ${evidence}`,
    subpoena,
    notice,
  };
}

const isoOf = (ms: number) => new Date(ms).toISOString();
