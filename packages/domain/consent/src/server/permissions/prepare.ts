import type { Tx } from '@accord/rpc';
import { badInput, GrantId, newId, PURPOSES, type StaffActor } from '@accord/kernel';
import type { Vault } from '@accord/vault';
import type { z } from 'zod';
import type { PrepareInput } from '../../contract/index.ts';
import { checkRequest } from '../asking/check-request.ts';
import * as q from '../consent.queries.ts';
import { checkEvidence } from '../standards/evidence.ts';
import { putPrepared } from './prepared.ts';
import { readLaw } from '../law/read.ts';

/**
 * Writes a draft: the least that answers a need, for one recipient, with an end. Nothing is shared yet.
 * Answers the draft's id, the kinds it names, and what
 * the law would still ask for. BAD_INPUT names the field that needs another look.
 */
export async function prepareGrant(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  input: z.output<typeof PrepareInput>,
) {
  const { mask, recipientId, postId, startsAt, endsAt } = await checkRequest(tx, actor, input);
  if (input.mayWrite && input.recipient.kind !== 'staff') {
    throw badInput('mayWrite', 'Name the person who may add notes.');
  }
  if (input.evidence !== undefined) await checkEvidence(tx, input.evidence, 'evidence');

  const grantId = newId(GrantId);
  await q.insertGrant(tx, {
    grantId,
    caseId: input.caseId,
    discloser: actor.agencyId,
    recipientKind: input.recipient.kind,
    recipientId,
    postId,
    purpose: PURPOSES[input.purpose],
    categories: mask,
    startsAt,
    endsAt,
    preparedBy: actor.staffId,
    mayWrite: input.mayWrite,
    language: input.language,
  });
  const { need, withoutSharing, evidence } = input;
  const words = { need, withoutSharing, ...(evidence !== undefined && { evidence }) };
  await putPrepared(tx, vault, actor, input.caseId, grantId, words);
  await vault.share(tx, input.caseId);
  const [draft] = await q.listGrants(tx, input.caseId, grantId);
  if (!draft) throw new Error('a draft that was just written is not there');
  return { grantId, mask, law: (await readLaw(tx, input.caseId, [draft])).missing(draft) };
}
