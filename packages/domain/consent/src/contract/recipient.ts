import type { AgencyId, CaseId, StaffId } from '@accord/kernel';
import type { Grantee } from './basis.ts';
import type { Facts } from './facts.ts';
import { type Instant, within } from './instant.ts';
import type { AgencyFacts, RecipientFacts, YoungFacts } from './law/facts.ts';
import type { Reader } from './request.ts';

/** Something that a decision needs is not known, or is known twice: the basis that needs it opens nothing. */
export class Indeterminate extends Error {}

/** Throws `Indeterminate` unless exactly one row matches. */
function getOnly<T>(rows: readonly T[], what: string): T {
  const [only, other] = rows;
  if (only === undefined || other !== undefined) throw new Indeterminate(what);
  return only;
}

export const getAgency = (facts: Facts, id: AgencyId): AgencyFacts =>
  getOnly(
    facts.agencies.filter((agency) => agency.id === id),
    'what the law asks of an agency',
  );

export const getYoung = (facts: Facts, caseId: CaseId): YoungFacts =>
  getOnly(
    facts.young.filter((young) => young.caseId === caseId),
    'what the law asks of the young person',
  );

/** The agencies that somebody works for at an instant. */
const employersOf = (facts: Facts, staffId: StaffId, at: Instant): AgencyId[] => [
  ...new Set(
    facts.employments
      .filter((job) => job.staffId === staffId && within(job.period, at))
      .map((job) => job.agencyId),
  ),
];

/** The recipient that a basis names, as the law asks about them. Throws `Indeterminate`. */
export function recipientOf(
  { kind, id }: Grantee,
  caseId: CaseId,
  facts: Facts,
  at: Instant,
): RecipientFacts {
  const staffId = kind === 'staff' ? id : null;
  const agencyId = kind === 'agency' ? id : getOnly(employersOf(facts, id, at), 'where somebody works');
  const agency = getAgency(facts, agencyId);
  const relations = facts.relations.filter((each) => each.caseId === caseId && each.staffId === staffId);
  const relation = relations.length === 1 ? relations[0] : undefined;
  return {
    agency,
    staffId,
    isExcluded: isExcluded(facts, caseId, [id, agencyId]),
    treats: relation?.treats ?? null,
    counsel: relation?.counsel ?? null,
    lawEnforcement: agency.justice,
  };
}

export const isExcluded = (facts: Facts, caseId: CaseId, targets: readonly string[]): boolean =>
  facts.excluded.some((each) => each.caseId === caseId && targets.includes(each.target));

/** Step 1: the person is who they say, and is still with their agency. */
export function isBound(reader: Reader, facts: Facts, at: Instant): boolean {
  if (reader.kind === 'youth') return true;
  if (reader.kind !== 'staff') return false;
  return employersOf(facts, reader.staffId, at).includes(reader.agencyId);
}

/** A named person, or anyone of the agency who is assigned to the case now: never mere employment. */
export function isRecipient(
  recipient: Grantee,
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
