import { codesOf } from './categories.ts';
import { type Instant, within } from './instant.ts';
import { regimesOf } from './law/regimes.ts';
import type { RuleId } from './law/rules.ts';
import type { ItemQuestion } from './look.ts';
import { getAgency, isExcluded } from './recipient.ts';

/** A16.13, A16.1, A16.8: no basis is looked at. */
export function hardStop({ request, item, facts }: ItemQuestion): RuleId | null {
  const { caseId, reader, at } = request;
  if (item.caseId !== caseId) return 'A16-13';
  if (isSealed(item.sealedAt, at)) return 'A16-1';
  if (reader.kind === 'staff' && isExcluded(facts, caseId, [reader.staffId, reader.agencyId])) return 'A16-8';
  return null;
}

/** Step 8: any restriction on any kind of the item beats any basis, regardless of date or detail. */
export function isRestricted({ request: { reader, at }, item, facts }: ItemQuestion): boolean {
  if (reader.kind !== 'staff') return false;
  return facts.denials.some(
    (denial) =>
      denial.caseId === item.caseId &&
      (denial.target === reader.staffId || denial.target === reader.agencyId) &&
      (denial.mask & item.mask) !== 0n &&
      within(denial.period, at),
  );
}

/** V-1, V-8: what a victim service or a shelter holds is in no index and no count of anybody else's. */
export function poolingStop({ request: { action }, item, facts }: ItemQuestion): RuleId | null {
  if (action !== 'index' && action !== 'aggregate') return null;
  const custodian = getAgency(facts, item.owner);
  const isConfidential = codesOf(item.mask)
    .flatMap((kind) => regimesOf(kind, custodian))
    .some((regime) => regime === 'victim-services' || regime === 'youth-shelter' || regime === 'part2');
  if (!isConfidential) return null;
  return action === 'index' ? 'A16-10' : 'V-8';
}

/** Sealed, and not only from later on. A date that cannot be read counts as past. */
const isSealed = (sealedAt: Instant | null | undefined, at: Instant): boolean =>
  sealedAt !== undefined && sealedAt !== null && !(at < sealedAt);
