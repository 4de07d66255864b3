import { codesOf, referenceOfNotice } from '@accord/consent';
import { canonicalJson, listOrders, type PackageScope, scopePackage } from '@accord/consent/server';
import { AppError, type CaseId, notFound, type StaffActor } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx } from '@accord/rpc';
import type { Unseal } from '@accord/vault';
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  AnswerPackageInput,
  type HandedOut,
  HandedOut as HandedOutSchema,
  HandOutInput,
  type PackageFile,
} from '../../contract/index.ts';
import type { ItemRow } from '../cases.queries.ts';
import { contentOf } from '../item-view.ts';
import * as q from './packages.queries.ts';
import { listedBy } from './prepare.ts';

const none = z.strictObject({});

/**
 * The second person's word, or the end of it without anything having gone out. To approve is another's than prepared it,
 * who answers for the case: NOT_FOUND for who does not, CONFLICT for who prepared it or where the scope has changed.
 */
export const answerPackage = staffProcedure
  .input(AnswerPackageInput)
  .output(none)
  .mutation(({ ctx, input: { caseId, packageId, approve } }) =>
    ctx.inCase(caseId, async (tx) => {
      const listed = (await q.listPackageItems(tx, caseId)).filter((each) => each.packageId === packageId);
      if (approve) await q.approvePackage(tx, packageId);
      else await q.returnPackage(tx, packageId, false);
      const action = approve ? 'package-approved' : 'package-returned';
      await record(tx, speakerOf(ctx), action, caseId, [listedBy(ctx.actor, listed)]);
      return {};
    }),
  );

/**
 * Hands out what was approved, once. It is compiled again: where the rule or the floor would not make the same list now,
 * nothing goes out and the package ends as changed. In one transaction: the texts, the record, and the ledger.
 */
export const handOutPackage = staffProcedure
  .input(HandOutInput)
  .output(HandedOutSchema)
  .mutation(({ ctx, input: { caseId, packageId } }) =>
    ctx.inCase(caseId, async (tx): Promise<HandedOut> => {
      const { actor } = ctx;
      const approved = await q.claimApproved(tx, packageId);
      const row = (await q.listPackages(tx, caseId)).find((each) => each.packageId === packageId);
      if (!row) throw notFound('no such package for this speaker');
      const own = await q.listOwn(tx, caseId, actor.agencyId);
      const scope = await scopePackage(tx, actor, { caseId, ...row }, own);
      const inside = scope.items.filter(({ heldOut }) => heldOut === null);
      if (!isSame(inside, approved)) {
        await q.returnPackage(tx, packageId, true);
        await record(tx, speakerOf(ctx), 'package-returned', caseId, [listedBy(actor, inside)]);
        return { is: 'changed' };
      }
      const unseal = await ctx.vault.unsealer(tx, actor);
      const ids = inside.map(({ itemId }) => itemId);
      const contents = (await q.listTexts(tx, caseId, ids)).map((item) => pageOf(item, unseal));
      const notices = scope.notices.map(referenceOfNotice);
      await q.handOut(tx, packageId, contents, notices, scope.policyVersion);
      await record(tx, speakerOf(ctx), 'handed-out', caseId, [{ ...listedBy(actor, inside), notices }]);
      return { is: 'handed-out', file: { ...(await headOf(tx, actor, caseId, row, scope)), contents } };
    }),
  );

const keyOf = ({ itemId, version }: { itemId: string; version: number }) => `${itemId} ${version}`;

function isSame(some: Parameters<typeof keyOf>[0][], others: Parameters<typeof keyOf>[0][]): boolean {
  const known = new Set(others.map(keyOf));
  return some.length === known.size && some.every((each) => known.has(keyOf(each)));
}

/** One item as it goes out. UNAVAILABLE where its key is not there yet: a package never goes out with a hole. */
function pageOf(item: ItemRow, unseal: Unseal): PackageFile['contents'][number] {
  const content = contentOf(item, unseal);
  if (content.is !== 'open') throw new AppError('UNAVAILABLE', 'an item of a package has no text yet');
  const page = {
    itemId: item.itemId,
    kind: item.kind,
    kinds: codesOf(item.categoryMask),
    at: item.occurredAt,
    version: item.bodyVersion,
    body: z.record(z.string(), z.string()).parse(content.body),
    nonce: randomBytes(16).toString('hex'),
  };
  return { ...page, sha256: createHash('sha256').update(canonicalJson(page)).digest('hex') };
}

async function headOf(
  tx: Tx,
  { staffId, agencyId }: StaffActor,
  caseId: CaseId,
  { basisId, number, receivedOn }: q.PackageRow,
  { notices }: PackageScope<q.OwnItemRow>,
): Promise<Omit<PackageFile, 'contents'>> {
  const printer = await q.findPrinter(tx, staffId);
  const desk = await q.findDesk(tx, caseId, agencyId);
  if (!printer || !desk) throw notFound('no such package for this speaker');
  const order = basisId && (await listOrders(tx, caseId)).find((each) => each.basisId === basisId);
  return {
    format: 'accord-records-package-1',
    number,
    receivedOn,
    agency: desk.agency,
    order: order
      ? {
          number: order.number,
          subpoena: order.subpoena,
          for: order.recipient,
          forAgency: order.agency,
          endsOn: order.endsOn,
        }
      : null,
    printedBy: printer.name,
    printedAt: printer.now,
    notices: notices.map(({ code, version, cite, text, sha256 }) => ({ code, version, cite, text, sha256 })),
  };
}
