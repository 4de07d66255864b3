import { type CaseId, type GrantId, notFound, Purpose, type StaffActor } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx } from '@accord/rpc';
import { codesOf, GrantFileInput, noticesFor, Recipient, StandardsFile } from '../../contract/index.ts';
import { consentR4Of, type ExportedGrant } from '../../fhir/export/consent-r4.ts';
import * as q from '../consent.queries.ts';
import { readLaw, seenBy } from '../law/read.ts';
import { stateOf } from '../permissions/read.ts';

/**
 * One permission of the caller's own agency as a FHIR R4 Consent: ids, codes and dates, none of its words. NOT_FOUND for
 * whoever does not hold for the agency that discloses. It is a line of the ledger.
 */
export const exportConsent = staffProcedure
  .input(GrantFileInput)
  .output(StandardsFile)
  .query(({ ctx, input: { caseId, grantId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const grant = await exportedOf(tx, ctx.actor, caseId, grantId);
      const line = { ownerAgency: ctx.actor.agencyId, categoryMask: grant.mask, items: [] };
      await record(tx, speakerOf(ctx), 'checked', caseId, [line]);
      return { json: JSON.stringify(consentR4Of(grant), null, 2) };
    }),
  );

async function exportedOf(
  tx: Tx,
  { agencyId }: StaffActor,
  caseId: CaseId,
  grantId: GrantId,
): Promise<ExportedGrant & { mask: bigint }> {
  const [row] = await q.listGrants(tx, caseId, grantId);
  if (!row || row.discloser !== agencyId || !(await q.holdsFor(tx, caseId, agencyId)))
    throw notFound('no such permission for this speaker');
  const law = await readLaw(tx, caseId, [row]);
  const left = row.categories & ~row.stopped;
  const state = stateOf(row);
  const mask = state === 'active' ? left & seenBy(law.rows(row)) : row.categories;
  return {
    grantId,
    caseId,
    state,
    mask,
    discloser: agencyId,
    recipient: Recipient.parse(
      row.recipientKind === 'staff'
        ? { kind: 'staff', staffId: row.recipientId, ...(row.postId && { postId: row.postId }) }
        : { kind: 'agency', agencyId: row.recipientId },
    ),
    purpose: Purpose.parse(row.purpose),
    kinds: codesOf(mask),
    signedAt: row.signedAt,
    from: row.validFrom,
    to: row.endsAt,
    policies: noticesFor(mask).map(({ code, version }) => `urn:accord:notice:${code}@${version}`),
  };
}
