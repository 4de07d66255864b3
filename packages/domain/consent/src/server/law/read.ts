import {
  type AgencyId,
  type CaseId,
  GrantId,
  newId,
  type Purpose,
  type StaffActor,
  type StaffId,
} from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import {
  codesOf,
  type ConsentBasis,
  coveredUntil,
  type DatedRow,
  type Facts,
  inForce,
  type LawCase,
  lawCaseOf,
  type LawLine,
  missingFor,
  type Policy,
  projectionOf,
  type Recipient,
  type StatePolicy,
} from '../../contract/index.ts';
import { readTerms } from '../agreements/terms.ts';
import { agencyFactsOf, consentBasisOf, type LawGrant, signedByYoung, youngFactsOf } from './facts.ts';
import * as q from './law.queries.ts';
import { findPolicy } from '../policy/policy.queries.ts';

/** No state's is earlier: where none is known, what adults signed ends then (consent-rules MC-3). */
const EARLIEST_MAJORITY = 18;
export const majorityBy = (policy: StatePolicy | null) => policy?.ageOfMajority ?? EARLIEST_MAJORITY;

/** What the law says about the permissions of one case now, from facts that were read once in this transaction. */
export interface Law {
  birth: q.BirthRow;
  signaturesOf(grantId: GrantId): readonly q.SignatureRow[];
  /** The rows that the rule makes of a permission as it is signed, were it active. */
  rows(grant: LawGrant): DatedRow[];
  /** What the law holds closed of it; see LawLine. Of a draft, as if the young person had signed and marked it. */
  missing(grant: LawGrant): LawLine[];
}

/** What is on record about some agencies and the young person of a case, and the law by which it is judged. */
export interface OnRecord {
  facts: Facts;
  policy: Policy;
  birth: q.BirthRow;
}

/**
 * Reads it for bases that name these recipients. What is not on record is unknown, and unknown opens nothing.
 * Restrictions and whom the young person keeps out beat every row at the floor, whatever is projected.
 */
export async function readRecord(
  tx: Tx,
  caseId: CaseId,
  recipients: readonly { staffId: StaffId | null; agencyId: AgencyId }[],
  owners: readonly AgencyId[],
): Promise<OnRecord> {
  const state = await findPolicy(tx, caseId);
  const birth = await q.getBirth(tx, caseId, majorityBy(state));
  const authorities = await q.listAuthorities(tx, caseId);
  const ids = new Set([...owners, ...recipients.map(({ agencyId }) => agencyId)]);
  const period = { from: -Infinity, to: Infinity };
  const jobs = new Map(recipients.flatMap(({ staffId, agencyId }) => (staffId ? [[staffId, agencyId]] : [])));
  const facts: Facts = {
    employments: [...jobs].map(([staffId, agencyId]) => ({ staffId, agencyId, period })),
    assignments: [],
    bases: [],
    denials: [],
    excluded: [],
    agencies: (await q.listAgencyLaw(tx, [...ids])).map(agencyFactsOf),
    agreements: await readTerms(tx, [...ids]),
    young: [{ caseId, ...youngFactsOf(birth, authorities) }],
    relations: [],
  };
  return { facts, policy: { version: state?.version ?? 'none', state }, birth };
}

/** Reads what the law asks about these permissions. */
export async function readLaw(tx: Tx, caseId: CaseId, grants: readonly LawGrant[]): Promise<Law> {
  const { facts, policy, birth } = await readRecord(
    tx,
    caseId,
    grants.map(({ recipientKind, recipientId, recipientAgencyId: agencyId }) => ({
      staffId: recipientKind === 'staff' ? (recipientId as StaffId) : null,
      agencyId,
    })),
    grants.map(({ discloser }) => discloser),
  );
  const signatures = Map.groupBy(await q.listSignatures(tx, caseId), ({ grantId }) => grantId);
  const now = Date.parse(birth.readAt);
  const signaturesOf = (grantId: GrantId) => signatures.get(grantId) ?? [];
  const basisOf = (grant: LawGrant) => consentBasisOf(grant, signaturesOf(grant.grantId), policy.state);
  return {
    birth,
    signaturesOf,
    rows: (grant) => projectionOf({ ...basisOf(grant), status: 'active' }, facts, policy, now),
    missing(grant) {
      const basis = grant.status === 'draft' ? signedByYoung(basisOf(grant)) : basisOf(grant);
      const law = lawCaseOf(basis, facts, now);
      return withAgreements(missingFor(law, inForce(policy.state, law.at)), basis, facts, law);
    },
  };
}

/** Beside what the law asks: the kinds that one of the two agencies did not sign for, which no form opens. */
function withAgreements(
  lines: readonly LawLine[],
  { discloser, purpose, categories }: ConsentBasis,
  { agreements }: Facts,
  { recipient, at }: LawCase,
): LawLine[] {
  const agreed = coveredUntil(
    agreements,
    { discloser, recipient: recipient.agency.id, purpose },
    categories,
    at,
  );
  return [
    ...lines.filter(({ kind }) => agreed.has(kind)),
    ...codesOf(categories)
      .filter((kind) => !agreed.has(kind))
      .map((kind): LawLine => ({ kind, rules: ['agreement'], needs: 'agreement' })),
  ];
}

/** What some rows open, whatever for. */
export const seenBy = (rows: readonly DatedRow[]): bigint =>
  rows.reduce((all, { seeMask }) => all | seeMask, 0n);

/** What the law would ask of a permission that nobody has written down yet: see `missing`. */
export async function lawOfDraft(
  tx: Tx,
  { agencyId }: StaffActor,
  { caseId, recipient, purpose }: { caseId: CaseId; recipient: Recipient; purpose: Purpose },
  checked: { mask: bigint; recipientAgency: AgencyId; startsAt: string | null; endsAt: string },
): Promise<LawLine[]> {
  const draft: LawGrant = {
    grantId: newId(GrantId),
    caseId,
    discloser: agencyId,
    recipientKind: recipient.kind,
    recipientId: recipient.kind === 'staff' ? recipient.staffId : recipient.agencyId,
    recipientAgencyId: checked.recipientAgency,
    purpose,
    categories: checked.mask,
    stopped: 0n,
    shareable: checked.mask,
    status: 'draft',
    validFrom: checked.startsAt ?? new Date().toISOString(),
    endsAt: checked.endsAt,
  };
  return (await readLaw(tx, caseId, [draft])).missing(draft);
}
