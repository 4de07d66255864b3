import type { AgencyId, CaseId, GrantId, Purpose, StaffId, YoungPersonId } from '@accord/kernel';
import { covers, neverByConsent } from './categories.ts';

/** Milliseconds since 1970, of the database's clock. Periods are half-open: `from` is in, `to` is not. */
export type Instant = number;
export interface Period {
  from: Instant;
  to: Instant;
}

export type Reader =
  | { kind: 'staff'; staffId: StaffId; agencyId: AgencyId }
  | { kind: 'youth'; youngPersonId: YoungPersonId }
  | { kind: 'guest' | 'advisor' | 'anonymous' | 'system' };

/** One item of a case, as far as the rule needs it. */
export interface ItemFacts {
  caseId: CaseId;
  owner: AgencyId;
  mask: bigint;
  occurredAt: Instant;
}

/** consent-rules 0.3: a permission as it was signed, and what of it was stopped since. */
export interface ConsentBasis {
  kind: 'consent';
  grantId: GrantId;
  caseId: CaseId;
  discloser: AgencyId;
  recipient: { kind: 'staff'; id: StaffId } | { kind: 'agency'; id: AgencyId };
  purpose: Purpose;
  categories: bigint;
  stopped: bigint;
  /** The most that a permission of this discloser can open, by the agency's own terms. */
  shareable: bigint;
  data: Period;
  valid: Period;
  /** A pause closes like a stop, and ends by being started again. */
  status: 'draft' | 'active' | 'paused' | 'stopped';
  signedByYoungPerson: boolean;
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

export type Basis = ConsentBasis | CustodyBasis | SelfBasis;

export interface Facts {
  employments: readonly { staffId: StaffId; agencyId: AgencyId; period: Period }[];
  assignments: readonly { caseId: CaseId; staffId: StaffId; period: Period }[];
  bases: readonly Basis[];
  /** Restrictions and people who may never see: `target` is a person or an agency. */
  denials: readonly { caseId: CaseId; target: string; mask: bigint; period: Period }[];
}

export interface Request {
  reader: Reader;
  item: ItemFacts;
  /** All of them must be allowed; none at all is a denial. */
  purposes: readonly Purpose[];
  at: Instant;
}

export type Reason =
  | 'READER_NOT_BOUND'
  | 'NO_PURPOSE'
  | 'EMPTY_CATEGORIES'
  | 'NO_BASIS'
  | 'RESTRICTED'
  | 'BY_CONSENT'
  | 'BY_OWN_CUSTODY'
  | 'BY_SELF_ACCESS';

export interface Decision {
  decision: 'permit' | 'deny';
  reason: Reason;
}

const deny = (reason: Reason): Decision => ({ decision: 'deny', reason });
const within = ({ from, to }: Period, at: Instant) => from <= at && at < to;

/**
 * May this reader see this item, for these purposes, at this instant? Pure: the same request and facts always
 * give the same answer. The first hard stop wins and consent comes late (consent-rules 0.2): bind the reader, ask
 * for one basis that covers all kinds of the item by itself (0.3: never half of one with half of another), then
 * let any restriction beat it. Whatever is missing or unknown denies.
 */
export function decide(request: Request, facts: Facts): Decision {
  const { reader, item, purposes, at } = request;
  if (!isBound(reader, facts, at)) return deny('READER_NOT_BOUND');
  if (purposes.length === 0) return deny('NO_PURPOSE');
  if (item.mask === 0n) return deny('EMPTY_CATEGORIES');
  const basis = facts.bases.find((each) => purposes.every((purpose) => opens(each, purpose, request, facts)));
  if (!basis) return deny('NO_BASIS');
  if (isRestricted(request, facts)) return deny('RESTRICTED');
  return { decision: 'permit', reason: `BY_${basis.kind.toUpperCase()}` as Reason };
}

/** Step 1: the person is who they say, and is still with their agency. */
function isBound(reader: Reader, facts: Facts, at: Instant): boolean {
  if (reader.kind === 'youth') return true;
  if (reader.kind !== 'staff') return false;
  return facts.employments.some(
    (job) => job.staffId === reader.staffId && job.agencyId === reader.agencyId && within(job.period, at),
  );
}

function opens(basis: Basis, purpose: Purpose, { reader, item, at }: Request, facts: Facts): boolean {
  if (basis.caseId !== item.caseId) return false;
  switch (basis.kind) {
    case 'consent':
      return (
        basis.discloser === item.owner &&
        basis.status === 'active' &&
        basis.signedByYoungPerson &&
        within(basis.valid, at) &&
        within(basis.data, item.occurredAt) &&
        basis.purpose === purpose &&
        covers(openedBy(basis), item.mask) &&
        isRecipient(basis.recipient, reader, item.caseId, facts, at)
      );
    case 'own_custody':
      return (
        basis.agency === item.owner &&
        basis.purposes.includes(purpose) &&
        covers(basis.mask, item.mask) &&
        isRecipient({ kind: 'agency', id: basis.agency }, reader, item.caseId, facts, at)
      );
    case 'self_access':
      return (
        basis.owner === item.owner &&
        purpose === 'self-access' &&
        reader.kind === 'youth' &&
        reader.youngPersonId === basis.youngPersonId &&
        covers(basis.mask, item.mask)
      );
  }
}

/** The kinds that a permission opens while it is active: not what was stopped, and never what none can open. */
export function openedBy({ categories, stopped, shareable, purpose }: ConsentBasis): bigint {
  return categories & ~stopped & shareable & ~neverByConsent(purpose);
}

/** A named person, or anyone of the agency who is assigned to the case now: never mere employment. */
function isRecipient(
  recipient: ConsentBasis['recipient'],
  reader: Reader,
  caseId: CaseId,
  facts: Facts,
  at: Instant,
): boolean {
  if (reader.kind !== 'staff') return false;
  if (recipient.kind === 'staff') return recipient.id === reader.staffId;
  return (
    recipient.id === reader.agencyId &&
    facts.assignments.some((a) => a.caseId === caseId && a.staffId === reader.staffId && within(a.period, at))
  );
}

/** Step 8: any restriction on any kind of the item beats any basis, regardless of date or detail. */
function isRestricted({ reader, item, at }: Request, facts: Facts): boolean {
  if (reader.kind !== 'staff') return false;
  return facts.denials.some(
    (denial) =>
      denial.caseId === item.caseId &&
      (denial.target === reader.staffId || denial.target === reader.agencyId) &&
      (denial.mask & item.mask) !== 0n &&
      within(denial.period, at),
  );
}
