import type { Tx } from '@accord/rpc';
import { badInput, type CaseId, type StaffActor } from '@accord/kernel';
import type { z } from 'zod';
import {
  LONGEST_DAYS,
  maskOf,
  NEVER_BY_CONSENT_MASK,
  neverByConsent,
  type PrepareInput,
  REPAPER_DAYS,
} from '../../contract/index.ts';
import * as q from '../consent.queries.ts';
import { readCover } from '../agreements/terms.ts';
import { majorityBy } from '../law/read.ts';
import { getBirth } from '../law/law.queries.ts';
import { findPolicy } from '../policy/policy.queries.ts';
import { networkZone } from '../zone.ts';

const DAY = 86_400_000;

type Request = Pick<z.output<typeof PrepareInput>, 'recipient' | 'categories' | 'purpose' | 'endsOn'> & {
  caseId: CaseId;
  fromMajority?: boolean;
};

/**
 * What every permission must be before anyone is asked for it, with the parts that storing it needs. BAD_INPUT names
 * the field; `kindsField` is what the caller's input calls the kinds.
 */
export async function checkRequest(
  tx: Tx,
  actor: StaffActor,
  { caseId, recipient, categories, purpose, endsOn, fromMajority = false }: Request,
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
  const postId = recipient.kind === 'staff' ? (recipient.postId ?? null) : null;
  if (postId !== null && (await q.findHolder(tx, postId)) !== recipientId)
    throw badInput('recipient', 'Somebody else is there now. Choose again.');
  const end = await q.endOfDay(tx, endsOn, networkZone(), LONGEST_DAYS + (fromMajority ? REPAPER_DAYS : 0));
  if (!end || end.isPast) throw badInput('endsOn', 'Choose a day that is still to come.');
  if (end.isTooFar) throw badInput('endsOn', 'A permission can last a year at most. Choose an earlier day.');
  const startsAt = fromMajority ? await getMajority(tx, caseId) : null;
  if (startsAt !== null && Date.parse(startsAt) >= Date.parse(end.endsAt))
    throw badInput('endsOn', 'Choose a day after the birthday.');
  const exchange = { discloser: actor.agencyId, recipient: recipientAgency, purpose };
  const { both, given } = await readCover(tx, exchange, Date.parse(startsAt ?? (await q.readClock(tx))));
  if ((mask & ~given) !== 0n) {
    throw badInput(
      kindsField,
      'Your agency signed no agreement for one of these kinds and this use. Take it out.',
    );
  }
  if ((mask & ~both) !== 0n) {
    throw badInput(
      kindsField,
      'Their agency signed no agreement for one of these kinds and this use. Take it out.',
    );
  }
  return { mask, recipientId, recipientAgency, postId, startsAt, endsAt: end.endsAt };
}

/** When what is signed now for the time after the birthday begins. BAD_INPUT where that is not near. */
async function getMajority(tx: Tx, caseId: CaseId): Promise<string> {
  const { majorityAt, readAt } = await getBirth(tx, caseId, majorityBy(await findPolicy(tx, caseId)));
  const daysLeft = majorityAt === null ? Infinity : (Date.parse(majorityAt) - Date.parse(readAt)) / DAY;
  if (majorityAt === null || daysLeft <= 0 || daysLeft > REPAPER_DAYS)
    throw badInput('fromMajority', `This opens ${REPAPER_DAYS} days before they come of age.`);
  return majorityAt;
}
