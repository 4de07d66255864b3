import { badInput, notFound } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx } from '@accord/rpc';
import { Evidence, EvidenceInput, EvidenceOf, StandardsFile } from '../../contract/index.ts';
import { NotUnderstood, readEvidence } from '../../fhir/index.ts';
import { holdsFor, readClock, writesFor } from '../consent.queries.ts';
import { DOCUMENT_MASK } from '../permissions/document.ts';
import { readPrepared } from '../permissions/prepared.ts';

/**
 * What a consent of another system says, as a start for a permission. Nothing is kept and nothing opens. BAD_INPUT names
 * the element that is not understood; NOT_FOUND for whoever prepares no permission of this case.
 */
export const readEvidenceFile = staffProcedure
  .input(EvidenceInput)
  .output(Evidence)
  .query(({ ctx, input: { caseId, file } }) =>
    ctx.inCase(caseId, async (tx) => {
      if (!(await writesFor(tx, caseId, ctx.actor.agencyId))) throw notFound('no such case for this speaker');
      return checkEvidence(tx, file, 'file');
    }),
  );

/**
 * The consent that a permission was prepared from, as it came. It is text of the case: its reading is a line of the
 * ledger. NOT_FOUND where there is none, or its key is not there, and for whoever does not hold for the discloser.
 */
export const evidenceOf = staffProcedure
  .input(EvidenceOf)
  .output(StandardsFile)
  .query(({ ctx, input: { caseId, grantId } }) =>
    ctx.inCase(caseId, async (tx) => {
      if (!(await holdsFor(tx, caseId, ctx.actor.agencyId))) throw notFound('no such case for this speaker');
      const words = (await readPrepared(tx, ctx.vault, ctx.actor, caseId)).get(grantId);
      if (words?.evidence === undefined) throw notFound('no consent that this was prepared from');
      const item = { itemId: grantId, version: 1 };
      const line = { ownerAgency: ctx.actor.agencyId, categoryMask: DOCUMENT_MASK, items: [item] };
      await record(tx, speakerOf(ctx), 'opened', caseId, [line]);
      return { json: words.evidence };
    }),
  );

/** An element is called by the names in the file, which can be as long as the file. */
const ELEMENT_MOST = 120;

export async function checkEvidence(tx: Tx, file: string, field: string): Promise<Evidence> {
  try {
    return readEvidence(file, Date.parse(await readClock(tx)));
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
    const element =
      error.element.length > ELEMENT_MOST ? `${error.element.slice(0, ELEMENT_MOST)}…` : error.element;
    throw badInput(field, `${element}: ${error.message}`);
  }
}
