import type { LawBasis } from './basis.ts';
import { codesOf, covers } from './categories.ts';
import type { Facts, Policy } from './facts.ts';
import { type Instant, type Period, within } from './instant.ts';
import { prohibitions } from './law/prohibited.ts';
import { isFinding } from './law/rules.ts';
import { type NoticeText, NOTICES, referenceOfNotice } from './notices.ts';
import { obligationsOf } from './obligations.ts';
import { getAgency } from './recipient.ts';
import { type Sight, sightsOf } from './sight.ts';

/** What a request for records stands on. A subpoena alone is none (H-16, P-10): it is answered by people. */
export const DEMANDS = ['court-order', 'public-records'] as const;
export type Demand = (typeof DEMANDS)[number];

/** Why an item of the agency's own is not in a package. */
export const HELD_OUT = [
  'not-asked',
  'never',
  'public',
  'needs-subpoena',
  'lawyer',
  'law',
  'not-in-order',
  'kept-out',
] as const;
export type HeldOut = (typeof HELD_OUT)[number];

/** What was asked for: kinds, and from which instant until which. */
export interface PackageAsk {
  kinds: bigint;
  period: Period;
}

/** One of the answering agency's own items. */
interface OwnItem {
  mask: bigint;
  occurredAt: Instant;
}

/** What one request is judged by. `order` null: a request by the public, for which no law on record lets anything out. */
export interface PackageQuestion {
  asked: PackageAsk;
  order: LawBasis | null;
  facts: Facts;
  policy: Policy;
  at: Instant;
}

/**
 * Why an item is not in the package; null where it is. An item is in when all of its kinds were asked for and the rule
 * opens all of them by the words of this order, for each of its uses, now. Pure; what is missing or unknown holds it out.
 */
export function heldOutOf(item: OwnItem, question: PackageQuestion): HeldOut | null {
  const { asked, order, at } = question;
  if (item.mask === 0n || !covers(asked.kinds, item.mask) || !within(asked.period, item.occurredAt)) {
    return 'not-asked';
  }
  if (prohibitions(item.mask).length > 0) return 'never';
  if (!order) return 'public';
  if (order.kind !== 'court_order' || !within(order.valid, at)) return 'not-in-order';
  const sights = sightsAsIfNamed(item, order, question);
  if (!sights) return 'law';
  const findings = sights.flatMap(({ checks }) =>
    codesOf(item.mask).flatMap((kind) => checks.get(kind)?.filter(isFinding) ?? []),
  );
  if (findings.some(({ rule }) => rule === 'P-10' || rule === 'P-9')) return 'needs-subpoena';
  if (findings.some(({ outcome }) => outcome === 'deny')) return 'law';
  if (findings.length > 0) return 'lawyer';
  const isNamed = covers(order.see, item.mask) && within(order.data, item.occurredAt);
  const isOpen = sights.every(({ see, valid }) => covers(see, item.mask) && within(valid, at));
  if (isNamed && !isOpen) return 'law';
  return isNamed ? null : 'not-in-order';
}

/** The notices that go with what is in, in the order of the list: by its kinds, and by what binds the agency. */
export function packageNotices(items: readonly OwnItem[], question: PackageQuestion): NoticeText[] {
  const { order, facts } = question;
  if (!order) return [];
  const custodian = getAgency(facts, order.owner);
  const references = new Set(
    items.flatMap((item) => {
      const [sight] = sightsAsIfNamed(item, order, question) ?? [];
      if (!sight) return [];
      const carried = obligationsOf(item.mask, order, sight, custodian, 'export');
      return carried.flatMap((each) => (each.code === 'NOTICE' ? [each.notice] : []));
    }),
  );
  return NOTICES.filter((notice) => references.has(referenceOfNotice(notice)));
}

/** What the rule would say if the order named all kinds of the item: the law's reason comes before the paper's words. */
function sightsAsIfNamed(
  { mask }: OwnItem,
  order: LawBasis,
  { facts, policy, at }: PackageQuestion,
): Sight[] | null {
  try {
    const sights = sightsOf({ ...order, see: order.see | mask }, facts, policy, at);
    return sights.length > 0 ? sights : null;
  } catch {
    return null;
  }
}
