import { type AgencyId, type CaseId, type Purpose, PURPOSES, type StaffId } from '@accord/kernel';
import { type ConsentBasis, idOf, type LawBasis, type Grantee } from './basis.ts';
import type { Facts, Policy } from './facts.ts';
import type { Instant, Period } from './instant.ts';
import { type Sight, sightsOf } from './sight.ts';

/** A row of the projection that the floor reads. The database refuses one that the signed basis does not contain. */
export interface ProjectedRow {
  ownerAgency: AgencyId;
  granteeKind: 'staff' | 'agency';
  granteeId: StaffId | AgencyId;
  purpose: number;
  seeMask: bigint;
  /** What the recipient may know of: more than they see only where a law basis says so, of kinds that are not quiet. */
  knowMask: bigint;
}

/** With what the floor compares when it is read. */
export interface DatedRow extends ProjectedRow {
  caseId: CaseId;
  basisKind: ConsentBasis['kind'] | LawBasis['kind'];
  basisId: string;
  data: Period;
  /** The end is the law's, where that is earlier: a majority, the end of a responsibility. */
  valid: Period;
  /** When the law ends it, agreements between the agencies aside. */
  lawfulTo: Instant;
}

/**
 * The rows that hold exactly what the rule permits by a basis, as of an instant: one per purpose and per
 * end of an agreement, and none for what opens nothing. When a fact changes (a birthday, an exclusion, an agency's facts, the policy) they are made again in
 * that transaction. A fact that is missing or mixed gives no row.
 */
export function projectionOf(
  basis: ConsentBasis | LawBasis,
  facts: Facts,
  policy: Policy,
  at: Instant,
): DatedRow[] {
  let sights: Sight[];
  try {
    sights = sightsOf(basis, facts, policy, at);
  } catch {
    return [];
  }
  return sights
    .filter(({ know, valid, data }) => know !== 0n && valid.from < valid.to && data.from < data.to)
    .map(({ purpose, see, know, data, valid, lawfulTo }) => ({
      ...rowOf(basis.kind === 'consent' ? basis.discloser : basis.owner, basis.recipient, purpose, see, know),
      caseId: basis.caseId,
      basisKind: basis.kind,
      basisId: idOf(basis),
      data,
      valid,
      lawfulTo,
    }));
}

const rowOf = (
  ownerAgency: AgencyId,
  recipient: Grantee,
  purpose: Purpose,
  seeMask: bigint,
  knowMask: bigint,
): ProjectedRow => ({
  ownerAgency,
  granteeKind: recipient.kind,
  granteeId: recipient.id,
  purpose: PURPOSES[purpose],
  seeMask,
  knowMask,
});
