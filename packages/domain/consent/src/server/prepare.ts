import type { Tx } from '@accord/rpc';
import { badInput, GrantId, newId, PURPOSES, type StaffActor } from '@accord/kernel';
import type { Vault } from '@accord/vault';
import type { z } from 'zod';
import {
  LONGEST_DAYS,
  maskOf,
  NEVER_BY_CONSENT_MASK,
  neverByConsent,
  type PrepareInput,
} from '../contract/index.ts';
import * as q from './consent.queries.ts';
import { DOCUMENT_MASK, documentPlace, type PreparedWords } from './document.ts';
import { networkZone } from './zone.ts';

/**
 * Writes a draft: the least that answers a need, for one recipient, with an end. Nothing is shared yet.
 * Answers the draft's id and the kinds it would open. BAD_INPUT names the field that needs another look.
 */
export async function prepareGrant(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  input: z.output<typeof PrepareInput>,
) {
  const mask = maskOf(input.categories);
  if ((mask & NEVER_BY_CONSENT_MASK) !== 0n) {
    throw badInput('categories', 'One of these kinds can never be opened by a permission. Take it out.');
  }
  if ((mask & neverByConsent(input.purpose)) !== 0n) {
    throw badInput('categories', 'One of these kinds can never be opened for this use. Take it out.');
  }
  const recipientId = input.recipient.kind === 'staff' ? input.recipient.staffId : input.recipient.agencyId;
  const recipientAgency = await q.findRecipientAgency(tx, input.recipient.kind, recipientId);
  if (!recipientAgency) throw badInput('recipient', 'Choose a person or agency from the list.');
  if (recipientAgency === actor.agencyId) {
    throw badInput('recipient', 'Colleagues of your own agency are assigned, not given a permission.');
  }
  if (input.mayWrite && input.recipient.kind !== 'staff') {
    throw badInput('mayWrite', 'Name the person who may add notes.');
  }
  const end = await q.endOfDay(tx, input.endsOn, networkZone(), LONGEST_DAYS);
  if (!end || end.isPast) throw badInput('endsOn', 'Choose a day that is still to come.');
  if (end.isTooFar) throw badInput('endsOn', 'A permission can last a year at most. Choose an earlier day.');

  const grantId = newId(GrantId);
  await q.insertGrant(tx, {
    grantId,
    caseId: input.caseId,
    discloser: actor.agencyId,
    recipientKind: input.recipient.kind,
    recipientId,
    purpose: PURPOSES[input.purpose],
    categories: mask,
    endsAt: end.endsAt,
    preparedBy: actor.staffId,
    mayWrite: input.mayWrite,
  });
  const words: PreparedWords = { need: input.need, withoutSharing: input.withoutSharing };
  const sealer = await vault.sealer(tx, input.caseId, actor.agencyId, DOCUMENT_MASK);
  await q.insertDocument(tx, {
    grantId,
    version: 1,
    caseId: input.caseId,
    owner: actor.agencyId,
    mask: DOCUMENT_MASK,
    keyVersion: sealer.keyVersion,
    sealed: sealer.seal(documentPlace(grantId, 1), JSON.stringify(words)),
  });
  await vault.share(tx, input.caseId);
  return { grantId, mask };
}
