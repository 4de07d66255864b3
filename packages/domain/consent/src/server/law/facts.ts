import { System } from '@accord/identity';
import { type AgencyId, type CaseId, type GrantId, Purpose, type StaffId } from '@accord/kernel';
import type {
  AgencyFacts,
  Capacity,
  ConsentBasis,
  Grantee,
  Paper,
  StatePolicy,
  YoungFacts,
} from '../../contract/index.ts';
import type { AgencyLawRow, AuthorityRow, BirthRow, SignatureRow } from './law.queries.ts';

/** As much of a permission as the law asks about; one that is only being thought of has no signatures yet. */
export interface LawGrant {
  grantId: GrantId;
  caseId: CaseId;
  discloser: AgencyId;
  recipientKind: 'staff' | 'agency';
  recipientId: StaffId | AgencyId;
  recipientAgencyId: AgencyId;
  purpose: string;
  categories: bigint;
  stopped: bigint;
  shareable: bigint;
  status: ConsentBasis['status'];
  validFrom: string;
  endsAt: string;
}

/** As much of a signature as the law asks about. */
export type LawSignature = Pick<
  SignatureRow,
  'capacity' | 'initialled' | 'domains' | 'isExcluded' | 'isOver' | 'authorityEndsAt' | 'signedAt'
>;

/** A permission as the rule reads it, with the signatures that stand under it. */
export function consentBasisOf(
  grant: Omit<LawGrant, 'recipientAgencyId'>,
  signatures: readonly LawSignature[],
  policy: StatePolicy | null,
): ConsentBasis {
  const { grantId, caseId, discloser, categories, stopped, shareable, status } = grant;
  const from = Date.parse(grant.validFrom);
  return {
    kind: 'consent',
    grantId,
    caseId,
    discloser,
    recipient: granteeOf(grant),
    purpose: Purpose.parse(grant.purpose),
    categories,
    stopped,
    shareable,
    data: { from: -Infinity, to: Infinity },
    valid: { from, to: Math.min(Date.parse(grant.endsAt), ...endsOf(signatures, policy)) },
    status,
    paper: paperOf(grant, signatures),
  };
}

export const granteeOf = ({
  recipientKind,
  recipientId,
}: {
  recipientKind: 'staff' | 'agency';
  recipientId: string;
}): Grantee =>
  recipientKind === 'staff'
    ? { kind: 'staff', id: recipientId as StaffId }
    : { kind: 'agency', id: recipientId as AgencyId };

/** What a signature or the state's rules rest on may end sooner than the paper does. */
function endsOf(signatures: readonly LawSignature[], policy: StatePolicy | null): number[] {
  const authorities = signatures.flatMap(({ authorityEndsAt }) =>
    authorityEndsAt === null ? [] : [Date.parse(authorityEndsAt)],
  );
  return policy?.effectiveTo ? [...authorities, Date.parse(policy.effectiveTo)] : authorities;
}

const CAPACITIES = {
  young_person: 'young-person',
  guardian: 'guardian',
  legal_custodian: 'legal-custodian',
} as const satisfies Record<SignatureRow['capacity'], Capacity>;

/** The forms say how to stop, that others may pass on what they read, and that help does not depend on it. */
function paperOf(grant: Omit<LawGrant, 'recipientAgencyId'>, signatures: readonly LawSignature[]): Paper {
  return {
    kinds: grant.categories,
    initialled: signatures.find(({ capacity }) => capacity === 'young_person')?.initialled ?? 0n,
    purposes: [Purpose.parse(grant.purpose)],
    validFrom: Date.parse(grant.validFrom),
    validTo: Date.parse(grant.endsAt),
    signatures: signatures.map(({ capacity, domains, isExcluded, isOver, signedAt }) => ({
      capacity: CAPACITIES[capacity],
      domains: isOver ? [] : (domains ?? []),
      isExcluded,
      signedAt: Date.parse(signedAt),
    })),
    dissent: false,
    notACondition: true,
    copyGiven: true,
    toldHowToStop: true,
    toldOfRedisclosure: true,
    knownFalse: false,
  };
}

/** As if the young person had signed it now and marked every kind that asks for it. */
export const signedByYoung = (basis: ConsentBasis): ConsentBasis => ({
  ...basis,
  paper: {
    ...basis.paper,
    initialled: basis.paper.kinds,
    signatures: [
      ...basis.paper.signatures,
      { capacity: 'young-person', domains: [], isExcluded: false, signedAt: basis.paper.validFrom },
    ],
  },
});

export function youngFactsOf(
  { years, majorityAt }: Pick<BirthRow, 'years' | 'majorityAt'>,
  authorities: readonly Pick<AuthorityRow, 'capacity' | 'evidence' | 'isOver' | 'domains'>[],
): YoungFacts {
  const own = authorities.filter(({ capacity, isOver }) => capacity === 'young_person' && !isOver);
  return {
    years,
    majorityAt: majorityAt === null ? null : Date.parse(majorityAt),
    emancipated: own.some(({ evidence }) => evidence === 'emancipation'),
    legalCustodian: null,
    postsecondary: own.some(({ evidence }) => evidence === 'enrolment'),
    conditionsMet: own.filter(({ evidence }) => evidence === 'finding').flatMap(({ domains }) => domains),
  };
}

export function agencyFactsOf({ system, ...known }: AgencyLawRow): AgencyFacts {
  const is = System.parse(system);
  return {
    ...known,
    childWelfare: is === 'child-welfare',
    justice: is === 'law-enforcement' || is === 'juvenile-justice',
  };
}
