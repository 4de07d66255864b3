import { type CaseId, type GrantId, badInput, notFound } from '@accord/kernel';
import { record, type Speaker, speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx } from '@accord/rpc';
import type { Vault } from '@accord/vault';
import { createHash } from 'node:crypto';
import { maskOf, Permission, SignInput } from '../../contract/index.ts';
import { recipientPurposes } from './recipient-purposes.ts';
import * as q from '../consent.queries.ts';
import { DOCUMENT_MASK, documentPlace, type SignedWords } from './document.ts';
import { getPermission } from './read.ts';
import { projectNow } from './project.ts';
import { checkPaper } from '../papers/paper.ts';

/**
 * The young person signs on the worker's screen, with a witness, and marks one by one the kinds that ask for it. In one
 * transaction: the signature, the rows that the rule makes of it, the keys for the recipient, and the ledger. From the
 * next read on, what the law lets it open is shared; the rest waits for what the permission says is missing.
 */
export const sign = staffProcedure
  .input(SignInput)
  .output(Permission)
  .mutation(({ ctx, input }) =>
    ctx.inCase(input.caseId, async (tx) => {
      const [draft] = await q.listGrants(tx, input.caseId, input.grantId);
      if (!draft) throw notFound('no such draft for this speaker');
      const speaker = speakerOf(ctx);
      // First, since it takes the permission's lock: of two that sign at once, one is told that it has changed.
      await putWords(tx, ctx.vault, speaker, input, 2, (formDigest) =>
        q.signGrant(tx, input.grantId, {
          method: input.method,
          formDigest,
          initials: maskOf(input.initials),
        }),
      );
      return openUp(tx, ctx.vault, speaker, draft);
    }),
  );

type StaffSpeaker = Speaker & { actor: { kind: 'staff' } };
interface Words {
  caseId: CaseId;
  grantId: GrantId;
  signedName: string;
  witnessName: string;
  method: 'typed' | 'spoken';
}

/** Asks whether the paper takes a signature, and seals who signed and who saw it; `take` records the signature under the digest of what was sealed. */
export async function putWords(
  tx: Tx,
  vault: Vault,
  { actor }: StaffSpeaker,
  { caseId, grantId, signedName, witnessName, method }: Words,
  version: number,
  take: (formDigest: Buffer) => Promise<void>,
): Promise<void> {
  await checkPaper(tx, caseId, grantId);
  const recorder = await q.findStaffName(tx, actor.staffId);
  if (isOneOf(witnessName, [signedName, recorder ?? '']))
    throw badInput('witnessName', 'A witness is somebody else. Type their name.');
  const words: SignedWords = { signedName, witnessName, method };
  const sealer = await vault.sealer(tx, caseId, actor.agencyId, DOCUMENT_MASK);
  const sealed = sealer.seal(documentPlace(grantId, version), JSON.stringify(words));
  await take(createHash('sha256').update(sealed).digest());
  const { keyVersion } = sealer;
  const owner = actor.agencyId;
  await q.insertDocument(tx, { grantId, version, caseId, owner, mask: DOCUMENT_MASK, keyVersion, sealed });
}

/** After a signature: the rows that the law makes of it, the keys, and the ledger's line of what is open now. */
export async function openUp(
  tx: Tx,
  vault: Vault,
  speaker: StaffSpeaker,
  grant: q.GrantRow,
): Promise<Permission> {
  const { caseId, grantId } = grant;
  const categoryMask = await projectNow(tx, caseId, grantId);
  if (grant.mayWrite && categoryMask !== 0n) await q.letRecipientWrite(tx, grantId, recipientPurposes(grant));
  await vault.share(tx, caseId);
  const line = { ownerAgency: grant.discloser, items: [] };
  // A paper that opens nothing yet was written, and nothing was shared.
  if (categoryMask === 0n)
    await record(tx, speaker, 'wrote', caseId, [{ ...line, categoryMask: DOCUMENT_MASK }]);
  else await record(tx, speaker, 'shared', caseId, [{ ...line, categoryMask }]);
  return getPermission(tx, vault, speaker, caseId, grantId);
}

/** Names that differ only in case and spaces are one name. */
const isOneOf = (name: string, others: readonly string[]) =>
  others.some((other) => letters(other) === letters(name));
const letters = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');
