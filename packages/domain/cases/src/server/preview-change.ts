import {
  afterChange,
  type BasisFacts,
  ChangePreview,
  codesOf,
  forPurpose,
  maskOf,
  opensItem,
  PreviewChangeInput,
} from '@accord/consent';
import { basisOf, checkRequest, findKept, lawOfDraft, listSights } from '@accord/consent/server';
import { notFound } from '@accord/kernel';
import { speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import type { ItemRow } from './cases.queries.ts';
import { previewOf } from './preview.ts';

/**
 * A draft change for one recipient, and the page that they would get: worked out by the rule, with nothing written
 * but the line of the ledger that says who previewed. NOT_FOUND for whoever is not on the case for the agency that
 * holds the items; BAD_INPUT as for preparing a permission.
 */
export const previewChange = staffProcedure
  .input(PreviewChangeInput)
  .output(ChangePreview)
  .query(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      const { caseId, recipient, endsOn } = input;
      const recipientId = recipient.kind === 'staff' ? recipient.staffId : recipient.agencyId;
      const kept = await findKept(tx, caseId, recipientId);
      if (kept === null) throw notFound('no such case for this reader');
      const asked = { caseId, recipient, endsOn, purpose: input.purpose, categories: input.add };
      const checked = await checkRequest(tx, ctx.actor, asked, 'add');
      const law = await lawOfDraft(tx, ctx.actor, asked, checked);
      // What an adult or a mark could still open is shown as open; what nothing on the form could is not.
      const closed = maskOf(law.filter(({ needs }) => needs !== 'adult').map(({ kind }) => kind));
      const add = checked.mask & ~closed;
      const change = { purpose: input.purpose, add, remove: maskOf(input.remove), kept };

      const theirs = (await listSights(tx, caseId, null))
        .filter((row) => row.granteeKind === recipient.kind && row.granteeId === recipientId)
        .map(basisOf);
      const before = forPurpose(theirs, change.purpose);
      const after = afterChange(theirs, change);
      let more = 0;
      let fewer = 0;
      const preview = await previewOf(tx, ctx.vault, speakerOf(ctx), caseId, (row) => {
        const [was, is] = [isOpen(before, row), isOpen(after, row)];
        if (is && !was) more += 1;
        if (was && !is) fewer += 1;
        return is;
      });
      const [seenBefore, seenAfter] = [seenBy(before), seenBy(after)];
      return {
        preview,
        gains: codesOf(seenAfter & ~seenBefore),
        loses: codesOf(seenBefore & ~seenAfter),
        more,
        fewer,
        law,
      };
    }),
  );

const isOpen = (bases: readonly BasisFacts[], row: ItemRow) =>
  bases.some((basis) => opensItem(basis, { mask: row.categoryMask, occurredAt: Date.parse(row.occurredAt) }));

/** The kinds that some basis opens by itself. */
const seenBy = (bases: readonly BasisFacts[]) =>
  bases.reduce((mask, basis) => (basis.inForce ? mask | basis.see : mask), 0n);
