import { notFound } from '@accord/kernel';
import { speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { CorrectNoteInput, Revised } from '../contract/index.ts';
import { findCustody, findRow } from './cases.queries.ts';
import { reviseItem } from './revise-item.ts';

/**
 * Corrects a note: a new version of the same kind, by whoever wrote it. CONFLICT when it was corrected since it was read;
 * NOT_FOUND for everybody else, who add a note of their own.
 */
export const correctNote = staffProcedure
  .input(CorrectNoteInput)
  .output(Revised)
  .mutation(({ ctx, input: { caseId, itemId, revision, ...body } }) =>
    ctx.inCase(caseId, async (tx) => {
      const { staffId, agencyId } = ctx.actor;
      const row = await findRow(tx, caseId, itemId);
      const { writes } = await findCustody(tx, caseId, agencyId);
      const isOwn = row?.kind === 'note' && row.createdBy === staffId && row.ownerAgency === agencyId;
      if (!isOwn || !writes || row.sealed === null) throw notFound('no such note for this writer');
      return { revision: await reviseItem(tx, ctx.vault, speakerOf(ctx), row, revision, body) };
    }),
  );
