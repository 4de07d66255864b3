import type { Tx } from '@accord/rpc';
import { badInput, type StaffActor } from '@accord/kernel';
import type { z } from 'zod';
import {
  LONGEST_DAYS,
  maskOf,
  NEVER_BY_CONSENT_MASK,
  neverByConsent,
  type PrepareInput,
} from '../contract/index.ts';
import * as q from './consent.queries.ts';
import { networkZone } from './zone.ts';

type Request = Pick<z.output<typeof PrepareInput>, 'recipient' | 'categories' | 'purpose' | 'endsOn'>;

/**
 * What every permission must be before anyone is asked for it, with the parts that storing it needs. BAD_INPUT names
 * the field; `kindsField` is what the caller's input calls the kinds.
 */
export async function checkRequest(
  tx: Tx,
  actor: StaffActor,
  { recipient, categories, purpose, endsOn }: Request,
  kindsField = 'categories',
) {
  const mask = maskOf(categories);
  if ((mask & NEVER_BY_CONSENT_MASK) !== 0n) {
    throw badInput(kindsField, 'One of these kinds can never be opened by a permission. Take it out.');
  }
  if ((mask & neverByConsent(purpose)) !== 0n) {
    throw badInput(kindsField, 'One of these kinds can never be opened for this use. Take it out.');
  }
  const { shareable } = await q.getTerms(tx, actor.agencyId);
  if ((mask & ~shareable) !== 0n) {
    throw badInput(kindsField, "Your agency's own terms keep one of these kinds. Take it out.");
  }
  const recipientId = recipient.kind === 'staff' ? recipient.staffId : recipient.agencyId;
  const recipientAgency = await q.findRecipientAgency(tx, recipient.kind, recipientId);
  if (!recipientAgency) throw badInput('recipient', 'Choose a person or agency from the list.');
  if (recipientAgency === actor.agencyId) {
    throw badInput('recipient', 'Colleagues of your own agency are assigned, not given a permission.');
  }
  const end = await q.endOfDay(tx, endsOn, networkZone(), LONGEST_DAYS);
  if (!end || end.isPast) throw badInput('endsOn', 'Choose a day that is still to come.');
  if (end.isTooFar) throw badInput('endsOn', 'A permission can last a year at most. Choose an earlier day.');
  return { mask, recipientId, endsAt: end.endsAt };
}
