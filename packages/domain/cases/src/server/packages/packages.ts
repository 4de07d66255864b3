import { codesOf } from '@accord/consent';
import { listOpenSubpoenas, listOrders } from '@accord/consent/server';
import { type CaseId, notFound, type StaffActor } from '@accord/kernel';
import { staffProcedure, type Tx } from '@accord/rpc';
import { Packages, PackagesInput, type RecordsPackage, WaitingPackages } from '../../contract/index.ts';
import * as q from './packages.queries.ts';

/** More cases than anyone works on. */
const MOST_CASES = 200;

/**
 * The packages of a case that the caller's agency answers with, with their lists; what a package can answer, and what
 * not. NOT_FOUND for whoever is not on the case there. Codes, numbers and dates: no text is read, so no line is written.
 */
export const packages = staffProcedure
  .input(PackagesInput)
  .output(Packages)
  .query(({ ctx, input: { caseId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const desk = await q.findDesk(tx, caseId, ctx.actor.agencyId);
      if (!desk) throw notFound('no such case for this speaker');
      const orders = (await listOrders(tx, caseId)).map(({ state, see, recipient, agency, ...order }) => ({
        state,
        order: { ...order, for: recipient, forAgency: agency, kinds: codesOf(see) },
      }));
      const active = orders.flatMap(({ state, order }) => (state === 'active' ? [order] : []));
      const all = orders.map(({ order: { kinds: _, ...order } }) => order);
      return {
        caseId,
        ...desk,
        orders: active,
        bare: await listOpenSubpoenas(tx, caseId),
        packages: await packagesOf(tx, ctx.actor, caseId, all),
      };
    }),
  );

/** What has not gone out yet, over the caller's own cases. */
export const waitingPackages = staffProcedure
  .output(WaitingPackages)
  .query(({ ctx }) => ctx.read(async (tx) => ({ packages: await q.listWaiting(tx, MOST_CASES) })));

type Order = NonNullable<RecordsPackage['order']>;

async function packagesOf(tx: Tx, me: StaffActor, caseId: CaseId, orders: readonly Order[]) {
  const rows = await q.listPackages(tx, caseId);
  const items = Map.groupBy(await q.listPackageItems(tx, caseId), ({ packageId }) => packageId);
  return rows.map((row): RecordsPackage => {
    const { packageId, demand, number, receivedOn, dueOn, firstDay, lastDay, quietUntil, state } = row;
    return {
      packageId,
      demand,
      number,
      order: orders.find(({ basisId }) => basisId === row.basisId) ?? null,
      receivedOn,
      dueOn,
      kinds: codesOf(row.kinds),
      firstDay,
      lastDay,
      quietUntil,
      state,
      isWhole: row.isWhole,
      isMine: row.preparedById === me.staffId,
      prepared: { by: row.preparedBy, at: row.preparedAt },
      approved: wordOf(row.approvedBy, row.approvedAt),
      ended: wordOf(row.endedBy, row.endedAt),
      items: (items.get(packageId) ?? []).map(
        ({ itemId, kind, version, categoryMask, occurredAt, sha256 }) => ({
          itemId,
          kind,
          kinds: codesOf(categoryMask),
          at: occurredAt,
          version,
          sha256,
        }),
      ),
    };
  });
}

const wordOf = (by: string | null, at: string | null) => (by === null || at === null ? null : { by, at });
