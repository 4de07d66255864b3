import type { Tx } from '@accord/rpc';
import type { CaseId, GrantId, StaffActor } from '@accord/kernel';
import type { Vault } from '@accord/vault';
import * as q from '../consent.queries.ts';
import { DOCUMENT_MASK, documentPlace, type PreparedWords } from './document.ts';

/** Seals why a permission is asked for, as the first of its words. */
export async function putPrepared(
  tx: Tx,
  vault: Vault,
  { agencyId: owner }: StaffActor,
  caseId: CaseId,
  grantId: GrantId,
  words: PreparedWords,
): Promise<void> {
  const sealer = await vault.sealer(tx, caseId, owner, DOCUMENT_MASK);
  await q.insertDocument(tx, {
    grantId,
    version: 1,
    caseId,
    owner,
    mask: DOCUMENT_MASK,
    keyVersion: sealer.keyVersion,
    sealed: sealer.seal(documentPlace(grantId, 1), JSON.stringify(words)),
  });
}

/** What was sealed then, for each permission whose key is there. Whoever calls this writes the line in the ledger. */
export async function readPrepared(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  caseId: CaseId,
): Promise<Map<GrantId, PreparedWords>> {
  const unseal = await vault.unsealer(tx, actor);
  const found = new Map<GrantId, PreparedWords>();
  for (const row of await q.listDocuments(tx, caseId)) {
    const text = row.version === 1 ? unseal(documentPlace(row.grantId, row.version), row) : undefined;
    if (text !== undefined) found.set(row.grantId, JSON.parse(text) as PreparedWords);
  }
  return found;
}
