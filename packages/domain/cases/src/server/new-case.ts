import { maskOf } from '@accord/consent';
import { setBornOn } from '@accord/consent/server';
import { System, SYSTEMS } from '@accord/identity';
import { type CaseId, newId, notFound, PURPOSES, type StaffActor, YoungPersonId } from '@accord/kernel';
import type { Speaker } from '@accord/ledger/server';
import type { Tx } from '@accord/rpc';
import type { Vault } from '@accord/vault';
import type { z } from 'zod';
import type { ProfileInput } from '../contract/index.ts';
import * as q from './cases.queries.ts';
import { newCodeName } from './code-name.ts';
import { findToday } from './plan.queries.ts';
import { keepNameToken } from './name-token.ts';
import { keepSearchTokens } from './search/search.queries.ts';
import { tokensOf } from './search/tokens.ts';
import { writeItem } from './write-item.ts';

/** What a young person sees of their own case from the first day. */
const SELF_MASK = maskOf([
  'id-core',
  'contact-location',
  'case-plan',
  'service-linkage',
  'appointments',
  'meetings',
  'about-me',
]);

/**
 * A new young person and their case, led by the speaker's agency, with the speaker assigned. Nothing is shared.
 * The transaction must be about `caseId`.
 */
export async function newCase(
  tx: Tx,
  vault: Vault,
  speaker: Speaker & { actor: StaffActor },
  caseId: CaseId,
  profile: z.output<typeof ProfileInput>,
  codeName: string = newCodeName(),
  /** The day (ISO) on which they last said that the way to reach them is safe; today when left out. */
  contactConfirmedOn?: string,
): Promise<YoungPersonId> {
  const youngPersonId = newId(YoungPersonId);
  const { agencyId } = speaker.actor;
  const system = System.safeParse(await q.findSystem(tx, agencyId));
  if (!system.success) throw notFound('no such agency for this speaker');
  await q.createCase(tx, {
    caseId,
    youngPersonId,
    codeName,
    purposes: SYSTEMS[system.data].map((purpose) => PURPOSES[purpose]),
    selfPurpose: PURPOSES['self-access'],
    selfMask: SELF_MASK,
  });
  await vault.welcome(tx, caseId, agencyId, youngPersonId);
  // What they say is safe on the day that the case is opened was said on that day.
  const safeContactConfirmedOn = contactConfirmedOn ?? (await findToday(tx));
  const body = profile.safeContact ? { ...profile, safeContactConfirmedOn } : profile;
  const itemId = await writeItem(tx, vault, speaker, {
    caseId,
    kind: 'profile',
    mask: maskOf(['id-core']),
    body,
  });
  if (profile.bornOn) await setBornOn(tx, caseId, profile.bornOn);
  await keepNameToken(tx, vault, caseId, agencyId, profile);
  await keepSearchTokens(tx, { caseId, itemId, bodyVersion: 1 }, tokensOf(vault.ring, agencyId, profile));
  return youngPersonId;
}
