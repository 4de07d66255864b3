import type { AgencyId, CaseId, GrantId, Purpose, StaffId, YoungPersonId } from '@accord/kernel';
import type { Period } from './instant.ts';
import type { Paper } from './law/facts.ts';

/** A named person, or anyone of the agency who is assigned to the case at that instant. */
export type Grantee = { kind: 'staff'; id: StaffId } | { kind: 'agency'; id: AgencyId };

/** What a permission says, what of it was stopped since, and the paper it stands on (consent-rules 0.3). */
export interface ConsentBasis {
  kind: 'consent';
  grantId: GrantId;
  caseId: CaseId;
  discloser: AgencyId;
  recipient: Grantee;
  purpose: Purpose;
  categories: bigint;
  stopped: bigint;
  /** The most that a permission of this discloser can open, by the agency's own terms. */
  shareable: bigint;
  data: Period;
  valid: Period;
  /** A pause closes like a stop, and ends by being started again. */
  status: 'draft' | 'active' | 'paused' | 'stopped';
  /** What the law asks of it: signatures with their capacity, initials, elements. */
  paper: Paper;
}

/** An agency's own items, for its assigned staff; `mask` leaves out what only its author may open. */
export interface CustodyBasis {
  kind: 'own_custody';
  caseId: CaseId;
  agency: AgencyId;
  purposes: readonly Purpose[];
  mask: bigint;
}

/** What one owner agency opens to the young person themselves. */
export interface SelfBasis {
  kind: 'self_access';
  caseId: CaseId;
  owner: AgencyId;
  youngPersonId: YoungPersonId;
  mask: bigint;
}

/**
 * What opens without the young person's permission, each recorded by somebody with its evidence. It opens its owner's
 * items to its recipient, for its purposes, in its period, and never more than its masks.
 */
export interface LawBasis {
  kind: 'court_order' | 'team_statute' | 'mandate' | 'emergency';
  id: string;
  caseId: CaseId;
  owner: AgencyId;
  recipient: Grantee;
  purposes: readonly Purpose[];
  /** What the order, statute, report or emergency names. */
  see: bigint;
  /** What the recipient may know of; what they see is always in it. */
  know: bigint;
  data: Period;
  valid: Period;
  /**
   * What names it: the number of an order, the statute, or the threat. Of a mandate it begins with the id of the duty
   * (`H-17`, `M-3`, `MR-1`: the table is law/duties.ts). Empty: it opens nothing.
   */
  evidence: string;
  /** The subpoena beside a court order (P-10). Left out: none. */
  subpoena?: string | null;
  /** The attempt to tell the young person or parent first, or the exemption (F-7, V-6). Left out: none. */
  notice?: string | null;
}

export type Basis = ConsentBasis | CustodyBasis | SelfBasis | LawBasis;
export type BasisKind = Basis['kind'];

/** What names a basis: the permission, the law basis, the agency, or the young person. */
export function idOf(basis: Basis): string {
  if (basis.kind === 'consent') return basis.grantId;
  if (basis.kind === 'own_custody') return basis.agency;
  return basis.kind === 'self_access' ? basis.youngPersonId : basis.id;
}
