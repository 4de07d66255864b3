import { codesOf } from './categories.ts';
import type { Facts } from './facts.ts';
import { regimesOf } from './law/regimes.ts';
import { INITIALLED } from './law/paper.ts';
import { getAgency } from './recipient.ts';
import type { ItemFacts, Request } from './request.ts';

/**
 * H-1: a covered entity that has switched it on, to a provider who treats the young person, for treatment and nothing
 * else. The rule was not read in the source (K), so it never permits: it asks a person at the custodian to look. What
 * stands under another regime as well, or needs a mark of its own, is not asked about at all.
 */
export function asksForTreatment({
  request: { reader, purposes },
  item,
  facts,
}: {
  request: Request;
  item: ItemFacts;
  facts: Facts;
}): boolean {
  if (reader.kind !== 'staff' || !purposes.every((purpose) => purpose === 'treatment')) return false;
  const treats = facts.relations.some(
    (each) => each.caseId === item.caseId && each.staffId === reader.staffId && each.treats === true,
  );
  const custodian = facts.agencies.find((agency) => agency.id === item.owner);
  if (!treats || custodian?.coveredEntity !== true || !custodian.switchedOn?.includes('H-1')) return false;
  return (
    getAgency(facts, reader.agencyId).coveredEntity === true &&
    (item.mask & INITIALLED) === 0n &&
    codesOf(item.mask).every((kind) => regimesOf(kind, custodian).join(',') === 'hipaa')
  );
}
