import type { Actor, AgencyId, ItemId } from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import {
  DeclineReason,
  movesFor,
  type ReferralPart,
  type ReferralStanding,
  ReferralStatus,
} from '../contract/index.ts';
import type { ItemRow } from './cases.queries.ts';
import { listMovers, listReached, listReceived, type Mover } from './standing.queries.ts';

const DAY = 86_400_000;

/** As much of a reader's custody of one case as decides their part. */
export interface Hold {
  holds: boolean;
  writes: boolean;
}

/**
 * Where each referral among these rows stands, and what this reader may do about it. It asks the database only when
 * there is a referral that the reader sees.
 */
export async function standingsOf(
  tx: Tx,
  actor: Actor,
  rows: readonly ItemRow[],
  holdOf: (row: ItemRow) => Hold,
): Promise<ReadonlyMap<ItemId, ReferralStanding>> {
  const referrals = rows.filter((row) => row.kind === 'referral' && row.sealed !== null);
  if (referrals.length === 0) return new Map();
  const received = actor.kind === 'staff' ? await listReceived(tx) : new Set<ItemId>();
  const movers = await listMovers(
    tx,
    referrals.flatMap(({ stateBy }) => (stateBy === null ? [] : [stateBy])),
  );
  const byId = new Map(movers.map((mover) => [mover.id, mover]));
  const own = actor.kind === 'staff' ? actor.agencyId : null;
  const waiting = referrals.filter((row) => row.state === 'requested' && row.ownerAgency === own);
  const reached = await listReached(
    tx,
    waiting.map(({ itemId }) => itemId),
  );
  return new Map(
    referrals.map((row) => {
      const hold = row.ownerAgency === own ? holdOf(row) : { holds: false, writes: false };
      const part = partOf(actor, received.has(row.itemId), hold);
      const mover = byId.get(row.stateBy ?? '');
      const may = actor.kind === 'youth' || hold.holds || mover?.agencyId === own;
      return [
        row.itemId,
        {
          ...standingOf(row, part),
          by: byOf(row, mover, may),
          reached: reachedOf(row, part, reached),
        },
      ];
    }),
  );
}

function partOf(actor: Actor, receives: boolean, { writes }: Hold): ReferralPart | null {
  if (actor.kind === 'youth') return 'young-person';
  if (writes) return 'owner';
  return receives ? 'receiver' : null;
}

function reachedOf(row: ItemRow, part: ReferralPart | null, reached: ReadonlySet<ItemId>): boolean | null {
  if (row.state !== 'requested') return null;
  return part === 'owner' ? reached.has(row.itemId) : part === 'receiver' || null;
}

/** Who writes for the owner is on the item in any case; who answers at the service only those two sides may know. */
function byOf(row: ItemRow, mover: Mover | undefined, mayKnow: boolean): ReferralStanding['by'] {
  if (row.stateBy === null) return null;
  if (!mover) return { is: 'young-person' };
  const { name, agency, agencyId } = mover;
  if (agencyId === (row.ownerAgency satisfies AgencyId)) return { is: 'owner', name };
  return mayKnow ? { is: 'receiver', name, agency } : null;
}

function standingOf(row: ItemRow, part: ReferralPart | null): Omit<ReferralStanding, 'by' | 'reached'> {
  const status = ReferralStatus.parse(row.state);
  const at = row.stateAt ?? row.occurredAt;
  const waited = Math.max(0, Math.floor((Date.parse(row.readAt) - Date.parse(at)) / DAY));
  return {
    status,
    reason: status === 'rejected' ? DeclineReason.parse(row.stateReason) : null,
    helped: status === 'completed' && row.stateReason !== null ? row.stateReason === 'helped' : null,
    at,
    part,
    next: movesFor(part, status),
    unansweredDays: status === 'requested' ? waited : null,
  };
}
