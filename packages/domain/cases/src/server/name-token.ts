import type { Tx } from '@accord/rpc';
import type { AgencyId, CaseId, StaffActor } from '@accord/kernel';
import { nameDigest, nameToken, type SecretKey, type Vault } from '@accord/vault';
import { ProfileBody } from '../contract/index.ts';
import { findRow } from './cases.queries.ts';
import { contentOf } from './item-view.ts';
import * as q from './plan.queries.ts';

interface Identity {
  name: string;
  bornOn?: string | undefined;
}

/**
 * Keeps what the case is found again by, in the transaction that writes its profile. Without a birthday there is none:
 * a name alone is that of many.
 */
export async function keepNameToken(
  tx: Tx,
  vault: Vault,
  caseId: CaseId,
  agencyId: AgencyId,
  identity: Identity,
): Promise<void> {
  const digest = digestOf(identity);
  await q.putNameToken(tx, caseId, digest ? nameToken(vault.ring, agencyId, digest) : null);
}

/**
 * What another agency is asked by: the present name and birthday of the profile that the reader's own agency keeps.
 * Undefined where one of the two is missing, or where the reader has no such profile. No text leaves this function.
 */
export async function findNameDigest(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  caseId: CaseId,
): Promise<SecretKey | undefined> {
  const unseal = await vault.unsealer(tx, actor);
  const itemId = await q.findProfileId(tx, caseId, actor.agencyId);
  const row = itemId && (await findRow(tx, caseId, itemId));
  const content = row && contentOf(row, unseal);
  return content?.is === 'open' ? digestOf(ProfileBody.parse(content.body)) : undefined;
}

function digestOf({ name, bornOn }: Identity): SecretKey | undefined {
  return bornOn === undefined ? undefined : nameDigest(name, bornOn);
}
