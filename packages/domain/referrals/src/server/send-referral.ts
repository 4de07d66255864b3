import { maskOf } from '@accord/consent';
import { writeItem } from '@accord/cases/server';
import type { ServiceId, StaffActor } from '@accord/kernel';
import type { Speaker } from '@accord/ledger/server';
import type { Tx } from '@accord/rpc';
import type { Vault } from '@accord/vault';
import type { z } from 'zod';
import type { ReferInput } from '../contract/index.ts';
import { insertReferral } from './referrals.queries.ts';

/** The kinds of data that a referral is of: who may see these may see it. */
export const REFERRAL_MASK = maskOf(['service-linkage']);

/** A service as it was when it was chosen: the referral keeps its name, whatever the directory says later. */
export interface ChosenService {
  serviceId: ServiceId;
  name: string;
  organization: string;
}

/** Adds a referral to the case, in the caller's transaction: the item, and which service it went to. */
export async function sendReferral(
  tx: Tx,
  vault: Vault,
  speaker: Speaker & { actor: StaffActor },
  input: z.output<typeof ReferInput>,
  service: ChosenService,
) {
  const itemId = await writeItem(tx, vault, speaker, {
    caseId: input.caseId,
    kind: 'referral',
    mask: REFERRAL_MASK,
    body: { service: service.name, organization: service.organization, reason: input.reason },
  });
  await insertReferral(tx, input.caseId, itemId, service.serviceId);
  return { itemId, status: 'requested' as const };
}
