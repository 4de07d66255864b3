import type { Database, Tx } from '@accord/db';
import type { AgencyId } from '@accord/kernel';
import { unlessBroken } from './broken.ts';
import * as q from './epoch.queries.ts';
import { epochIsDue } from './epoch.ts';
import { holderSecretsFor, unwrapHolderSecret, wrapHolderSecret } from './holder.ts';
import { newKey } from './keys.ts';
import type { KeyRing } from './ring.ts';
import type { RingEpoch } from './ring-state.ts';
import { takeEpochs, type YoungPersonKeyRow } from './vault.queries.ts';
import { caseKeyContext, type Vault } from './vault.ts';
import { unwrap, unwrapAny, type WrapContext, wrapFor } from './wrap.ts';
import { exportPublicKey } from './x25519.ts';

export interface TendOptions {
  startNow?: boolean;
  /** Rows of each sort in one transaction: nobody reads or writes text while it runs. */
  batch?: number;
}

/**
 * Keeps an agency's keys young: starts a new epoch when the present one is due (or `startNow` asks for it), moves
 * every live wrap to it, makes the young people whom the agency leads new secrets, and destroys the old secret
 * once nothing needs it. It can be cut off anywhere and run again: the ring knows the new secret before the
 * database does, and loses the old one last. What no secret of the ring opens is lost already, and stays behind.
 *
 * @returns how many keys were wrapped anew.
 */
export async function tendAgency(
  database: Database,
  vault: Vault,
  agencyId: AgencyId,
  { startNow = false, batch = 200 }: TendOptions = {},
): Promise<number> {
  const { ring } = vault;
  if (startNow || epochIsDue(ring.current(agencyId).createdAt, new Date())) ring.startEpoch(agencyId);
  const move: Move = { ring, agencyId, batch, present: ring.current(agencyId) };
  const all: Moved = { caseKeys: NONE, wraps: NONE, youngPeople: NONE };
  // The last round finds nothing more. Its lock has then also waited for every reader of what was there before.
  for (let looked = 1; looked > 0;) {
    const moved = await database.withActor(
      { kind: 'system', job: 'keys' },
      { purpose: 'care-plan-coordination' },
      (tx) => moveSome(tx, move, all),
    );
    looked = 0;
    for (const sort of SORTS) {
      looked += moved[sort].done + moved[sort].broken;
      all[sort] = { done: all[sort].done + moved[sort].done, broken: all[sort].broken + moved[sort].broken };
    }
  }
  ring.destroyBefore(agencyId, move.present.epoch);
  const done = SORTS.reduce((sum, sort) => sum + all[sort].done, 0);
  if (done > 0) vault.forget();
  return done;
}

/** Whether `tendAgency` has anything to do for an agency that it has seen before. */
export function needsTending(ring: KeyRing, agencyId: AgencyId): boolean {
  return ring.isChanging(agencyId) || epochIsDue(ring.current(agencyId).createdAt, new Date());
}

interface Move {
  ring: KeyRing;
  agencyId: AgencyId;
  batch: number;
  present: RingEpoch;
}

interface Count {
  done: number;
  broken: number;
}
const NONE: Count = { done: 0, broken: 0 };
const SORTS = ['caseKeys', 'wraps', 'youngPeople'] as const;
type Moved = Record<(typeof SORTS)[number], Count>;

async function moveSome(tx: Tx, move: Move, sofar: Moved): Promise<Moved> {
  const { agencyId, batch, present } = move;
  await takeEpochs(tx);
  await q.publishEpoch(tx, agencyId, present.epoch, exportPublicKey(present.x25519.publicKey));
  const before = (sort: keyof Moved): q.Before => ({
    agencyId,
    epoch: present.epoch,
    most: batch,
    skip: sofar[sort].broken,
  });
  return {
    caseKeys: await each(await q.listCaseKeysBefore(tx, before('caseKeys')), (row) =>
      moveCaseKey(tx, move, row),
    ),
    wraps: await each(await q.listWrapsBefore(tx, before('wraps')), (row) => moveWrap(tx, move, row)),
    youngPeople: await each(await q.listYoungPersonKeysBefore(tx, before('youngPeople')), (row) =>
      renewYoungPerson(tx, move, row),
    ),
  };
}

async function each<Row>(rows: readonly Row[], moveOne: (row: Row) => Promise<boolean>): Promise<Count> {
  let done = 0;
  for (const row of rows) if (await moveOne(row)) done += 1;
  return { done, broken: rows.length - done };
}

type CaseKeyRow = Awaited<ReturnType<typeof q.listCaseKeysBefore>>[number];

async function moveCaseKey(tx: Tx, { ring, agencyId, present }: Move, row: CaseKeyRow): Promise<boolean> {
  const context = caseKeyContext(row.caseId, agencyId);
  const key = unlessBroken(() => unwrap(ring.at(agencyId, row.agencyEpoch).symmetric, row.wrapped, context));
  if (key) await q.rewrapCaseKey(tx, row, present.epoch, wrapFor(present.symmetric, key, context));
  return key !== undefined;
}

async function moveWrap(tx: Tx, { ring, agencyId, present }: Move, row: q.HeldWrap): Promise<boolean> {
  const context = contextOf(row, agencyId);
  const key = unlessBroken(() => unwrapAny(ring.at(agencyId, row.holderEpoch), row.wrapped, context));
  if (key) await q.rewrapKey(tx, row.wrapId, present.epoch, wrapFor(present.symmetric, key, context));
  return key !== undefined;
}

/**
 * A young person's next secret, with their wraps moved to it. The same secret, only wrapped anew, would still open
 * the wraps in an older backup, although their agency's old secret is gone.
 */
async function renewYoungPerson(
  tx: Tx,
  { ring, agencyId, present }: Move,
  row: YoungPersonKeyRow,
): Promise<boolean> {
  const { youngPersonId } = row;
  const held = unlessBroken(() => {
    const lead = ring.at(agencyId, row.agencyEpoch).symmetric;
    const secret = unwrapHolderSecret(lead, row.wrapped, { youngPersonId, agencyId, epoch: row.epoch });
    return holderSecretsFor(secret, { youngPersonId, epoch: row.epoch });
  });
  if (!held) return false;
  const epoch = row.epoch + 1;
  const secret = newKey();
  const next = holderSecretsFor(secret, { youngPersonId, epoch });
  for (const wrap of await q.listWrapsOf(tx, youngPersonId)) {
    const context = contextOf(wrap, youngPersonId);
    const key = unlessBroken(() => unwrapAny(held, wrap.wrapped, context));
    if (key) await q.rewrapKey(tx, wrap.wrapId, epoch, wrapFor(next.symmetric, key, context));
  }
  const wrapped = wrapHolderSecret(present.symmetric, secret, { youngPersonId, agencyId, epoch });
  const renewed = { youngPersonId, agencyEpoch: present.epoch, epoch, wrapped };
  await q.renewYoungPersonKey(tx, renewed, exportPublicKey(next.x25519.publicKey));
  return true;
}

function contextOf(row: q.HeldWrap, holderId: WrapContext['holderId']): WrapContext {
  const endsAt = row.endsAt === null ? null : new Date(row.endsAt);
  return { ...row, ownerAgencyId: row.ownerAgency, holderId, endsAt };
}
