import {
  type BasisId,
  type CaseId,
  type ItemId,
  notFound,
  type StaffActor,
  type StaffId,
} from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import {
  type HeldOut,
  heldOutOf,
  type LawBasis,
  type NoticeText,
  packageNotices,
  type PackageQuestion,
} from '../../contract/index.ts';
import { granteeOf } from '../law/facts.ts';
import { readRecord } from '../law/read.ts';
import { findOrder, listInOrder, type OrderRow } from './packages.queries.ts';

/** What a package is asked for. `basisId` null: by the public. */
export interface ScopeAsk {
  caseId: CaseId;
  basisId: BasisId | null;
  kinds: bigint;
  since: string;
  until: string;
}

interface OwnItem {
  itemId: ItemId;
  version: number;
  categoryMask: bigint;
  occurredAt: string;
}

export interface PackageScope<Item> {
  items: (Item & { heldOut: HeldOut | null })[];
  /** Of what is in. */
  notices: NoticeText[];
  /** The state's rules that decided; null where there are none. */
  policyVersion: string | null;
}

/**
 * Of the agency's own items, which are in a package and why the others are not: what the rule opens by the order, and the
 * floor too. NOT_FOUND for an order that is not of this case and agency.
 */
export async function scopePackage<Item extends OwnItem>(
  tx: Tx,
  { agencyId }: StaffActor,
  ask: ScopeAsk,
  items: readonly Item[],
): Promise<PackageScope<Item>> {
  const { caseId, basisId, kinds, since, until } = ask;
  const order = basisId === null ? null : await findOrder(tx, caseId, agencyId, basisId);
  if (order === undefined) throw notFound('no such order for this speaker');
  const recipients = order ? [recipientIn(order)] : [];
  const { facts, policy, birth } = await readRecord(tx, caseId, recipients, [agencyId]);
  const question: PackageQuestion = {
    asked: { kinds, period: { from: Date.parse(since), to: Date.parse(until) } },
    order: order && lawBasisOf(order),
    facts,
    policy,
    at: Date.parse(order?.readAt ?? birth.readAt),
  };
  const floor = order ? await listInOrder(tx, order.basisId, kinds, { since, until }) : [];
  const isLetOut = new Set(floor.map(({ itemId, version }) => `${itemId} ${version}`));
  const scoped = items.map((item) => {
    const byRule = heldOutOf(factsOf(item), question);
    // A restriction is known to the floor alone.
    const heldOut = byRule ?? (isLetOut.has(`${item.itemId} ${item.version}`) ? null : 'kept-out');
    return { ...item, heldOut };
  });
  const inside = scoped.filter(({ heldOut }) => heldOut === null).map(factsOf);
  const policyVersion = policy.state && `${policy.state.state} ${policy.state.version}`;
  return { items: scoped, notices: packageNotices(inside, question), policyVersion };
}

const factsOf = ({ categoryMask, occurredAt }: OwnItem) => ({
  mask: categoryMask,
  occurredAt: Date.parse(occurredAt),
});

const recipientIn = ({ recipientKind, recipientId, recipientAgencyId: agencyId }: OrderRow) => ({
  staffId: recipientKind === 'staff' ? (recipientId as StaffId) : null,
  agencyId,
});

function lawBasisOf(order: OrderRow): LawBasis {
  const { basisId, caseId, owner, purposes, see, know, evidence, subpoena, notice } = order;
  return {
    kind: 'court_order',
    id: basisId,
    caseId,
    owner,
    recipient: granteeOf(order),
    purposes,
    see,
    know,
    data: { from: instantOr(order.dataFrom, -Infinity), to: instantOr(order.dataTo, Infinity) },
    valid: { from: Date.parse(order.validFrom), to: Date.parse(order.validTo) },
    evidence,
    subpoena,
    notice,
  };
}

const instantOr = (iso: string | null, open: number) => (iso === null ? open : Date.parse(iso));
