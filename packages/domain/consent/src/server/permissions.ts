import type { Tx } from '@accord/rpc';
import { type Actor, type CaseId, type GrantId, notFound, Purpose } from '@accord/kernel';
import type { Vault } from '@accord/vault';
import { codesOf, type Permission } from '../contract/index.ts';
import * as q from './consent.queries.ts';
import { documentPlace, type PreparedWords } from './document.ts';

/** The permissions of a case as this reader may know them, newest first. */
export async function listPermissions(tx: Tx, vault: Vault, actor: Actor, caseId: CaseId): Promise<Permission[]> {
  const [unseal, grants, documents] = [
    await vault.unsealer(tx, actor),
    await q.listGrants(tx, caseId),
    await q.listDocuments(tx, caseId),
  ];
  const needs = new Map<GrantId, string>();
  for (const row of documents) {
    if (row.version !== 1) continue;
    const text = unseal(documentPlace(row.grantId, 1), row);
    if (text !== undefined) needs.set(row.grantId, (JSON.parse(text) as PreparedWords).need);
  }
  return grants.map((grant) => ({
    grantId: grant.grantId,
    state: stateOf(grant),
    discloser: grant.discloserName,
    recipient: { name: grant.recipientName, title: grant.recipientTitle, agency: grant.recipientAgency },
    categories: codesOf(grant.categories & ~grant.stopped),
    stopped: codesOf(grant.stopped),
    purpose: Purpose.parse(grant.purpose),
    need: needs.get(grant.grantId) ?? null,
    startsAt: grant.startsAt,
    endsAt: grant.endsAt,
  }));
}

export async function getPermission(tx: Tx, vault: Vault, actor: Actor, caseId: CaseId, grantId: GrantId) {
  const found = (await listPermissions(tx, vault, actor, caseId)).find((each) => each.grantId === grantId);
  if (!found) throw notFound('no such permission for this reader');
  return found;
}

function stateOf(grant: q.GrantRow): Permission['state'] {
  if (grant.status === 'active' && grant.over) return 'ended';
  return grant.status;
}
