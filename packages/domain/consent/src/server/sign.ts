import { badInput, notFound } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { createHash } from 'node:crypto';
import { Permission, projectionOf, SignInput } from '../contract/index.ts';
import { activeBasisOf, recipientPurposes } from './basis.ts';
import * as q from './consent.queries.ts';
import { DOCUMENT_MASK, documentPlace, type SignedWords } from './document.ts';
import { getPermission } from './permissions.ts';

/**
 * The young person signs on the worker's screen, with a witness. In one transaction: the signature, the rows that
 * the rule makes of it, the keys for the recipient, and the ledger. From the next read on, it is shared.
 */
export const sign = staffProcedure
  .input(SignInput)
  .output(Permission)
  .mutation(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      const { actor, vault } = ctx;
      const [draft] = await q.listGrants(tx, input.caseId, input.grantId);
      if (!draft) throw notFound('no such draft for this speaker');

      const recorder = await q.findStaffName(tx, actor.staffId);
      if (isOneOf(input.witnessName, [input.signedName, recorder ?? '']))
        throw badInput('witnessName', 'A witness is somebody else. Type their name.');
      const words: SignedWords = {
        signedName: input.signedName,
        witnessName: input.witnessName,
        method: input.method,
      };
      const sealer = await vault.sealer(tx, input.caseId, actor.agencyId, DOCUMENT_MASK);
      const sealed = sealer.seal(documentPlace(input.grantId, 2), JSON.stringify(words));
      // First, since it takes the permission's lock: of two that sign at once, one is told that it has changed.
      await q.signGrant(tx, input.grantId, input.method, createHash('sha256').update(sealed).digest());
      await q.insertDocument(tx, {
        grantId: input.grantId,
        version: 2,
        caseId: input.caseId,
        owner: actor.agencyId,
        mask: DOCUMENT_MASK,
        keyVersion: sealer.keyVersion,
        sealed,
      });
      await q.projectGrant(tx, input.grantId, draft.endsAt, projectionOf(activeBasisOf(draft)));
      if (draft.mayWrite) await q.letRecipientWrite(tx, input.grantId, recipientPurposes(draft));
      await vault.share(tx, input.caseId);
      const shared = { ownerAgency: actor.agencyId, categoryMask: draft.categories, items: [] };
      await record(tx, speakerOf(ctx), 'shared', input.caseId, [shared]);
      return getPermission(tx, vault, speakerOf(ctx), input.caseId, input.grantId);
    }),
  );

/** Names that differ only in case and spaces are one name. */
const isOneOf = (name: string, others: readonly string[]) =>
  others.some((other) => letters(other) === letters(name));
const letters = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');
