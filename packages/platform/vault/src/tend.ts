import type { Database, Tx } from '@accord/db';
import type { AgencyId } from '@accord/kernel';
import * as q from './epoch.queries.ts';
import { epochIsDue } from './epoch.ts';
import { unwrapHolderSecret, wrapHolderSecret } from './holder.ts';
import type { RingEpoch } from './ring-state.ts';
import { lockEpochs } from './vault.queries.ts';
import { caseKeyContext, type Vault } from './vault.ts';
import { unwrap, unwrapAny, type WrapContext, wrapFor } from './wrap.ts';
import { exportPublicKey } from './x25519.ts';

/**
 * Keeps an agency's keys young: starts a new epoch when the present one is due (or `now` is asked for), re-wraps
 * every live wrap, and destroys the old secret once nothing needs it. It can be cut off anywhere and run again:
 * the ring knows the new secret before the database does, and loses the old one last.
 *
 * @returns how many keys were wrapped anew.
 */
export async function tendAgency(
  database: Database,
  vault: Vault,
  agencyId: AgencyId,
  { startNow = false }: { startNow?: boolean } = {},
): Promise<number> {
  const { ring } = vault;
  if (startNow || epochIsDue(ring.current(agencyId).createdAt, new Date())) ring.startEpoch(agencyId);
  const present = ring.current(agencyId);
  const moved = await database.withActor({ kind: 'system', job: 'keys' }, { purpose: 'care-plan-coordination' }, (tx) =>
    moveTo(tx, vault, agencyId, present),
  );
  ring.destroyBefore(agencyId, present.epoch);
  if (moved > 0) vault.forget();
  return moved;
}

async function moveTo(tx: Tx, { ring }: Vault, agencyId: AgencyId, { epoch, symmetric, x25519 }: RingEpoch) {
  await lockEpochs(tx);
  await q.publishEpoch(tx, agencyId, epoch, exportPublicKey(x25519.publicKey));

  const caseKeys = await q.listCaseKeysBefore(tx, agencyId, epoch);
  for (const row of caseKeys) {
    const context = caseKeyContext(row.caseId, agencyId);
    const key = unwrap(ring.at(agencyId, row.agencyEpoch).symmetric, row.wrapped, context);
    await q.rewrapCaseKey(tx, row, epoch, wrapFor(symmetric, key, context));
  }

  const wraps = await q.listWrapsBefore(tx, agencyId, epoch);
  for (const row of wraps) {
    const context: WrapContext = {
      ...row,
      ownerAgencyId: row.ownerAgency,
      holderId: agencyId,
      endsAt: row.endsAt === null ? null : new Date(row.endsAt),
    };
    const key = unwrapAny(ring.at(agencyId, row.holderEpoch), row.wrapped, context);
    await q.rewrapKey(tx, row.wrapId, epoch, wrapFor(symmetric, key, context));
  }

  const young = await q.listYoungPersonKeysBefore(tx, agencyId, epoch);
  for (const row of young) {
    const context = { youngPersonId: row.youngPersonId, agencyId, epoch: 1 };
    const secret = unwrapHolderSecret(ring.at(agencyId, row.agencyEpoch).symmetric, row.wrapped, context);
    await q.rewrapYoungPersonKey(tx, row, epoch, wrapHolderSecret(symmetric, secret, context));
  }
  return caseKeys.length + wraps.length + young.length;
}
