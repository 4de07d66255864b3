import { findNameDigest } from '@accord/cases/server';
import { AppError, type CaseId, type StaffActor } from '@accord/kernel';
import { speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx } from '@accord/rpc';
import { type ProbeHolder, sealProbe, type Vault } from '@accord/vault';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type AskId, DecideAskInput } from '../contract/index.ts';
import * as q from './matches.queries.ts';
import { note } from './note.ts';
import { openProbes } from './open-probes.ts';

/**
 * Whoever answers for the case lets a question out, or not. It goes to the same agencies whoever works with the young
 * person, and each looks for itself. NOT_FOUND for everybody else, and for whoever asked; CONFLICT when it has ended, or
 * when the profile lost the name or the birthday.
 */
export const decide = staffProcedure
  .input(DecideAskInput)
  .output(z.strictObject({}))
  .mutation(async ({ ctx, input: { caseId, askId, goOn } }) => {
    await ctx.inCase(caseId, async (tx) => {
      if (goOn) await send(tx, ctx.vault, ctx.actor, caseId, askId);
      else await q.keepMatch(tx, askId);
      await note(tx, speakerOf(ctx), goOn ? 'match-sent' : 'match-kept', caseId);
    });
    // Not waited for: what an agency of this node has must not show in how long this takes. What fails here is done by
    // the job that tends keys.
    if (goOn) void openProbes(ctx.database, ctx.vault).catch(() => undefined);
    return {};
  });

async function send(tx: Tx, vault: Vault, actor: StaffActor, caseId: CaseId, askId: AskId): Promise<void> {
  // First, as all do who read text: the keys come before the locks of rows.
  const digest = await findNameDigest(tx, vault, actor, caseId);
  const targets = await q.listTargets(tx, askId);
  if (!digest) throw new AppError('CONFLICT', 'the profile has no name to ask by any more');
  const probes = targets.flatMap((target) => {
    const place: ProbeHolder = {
      ...target,
      probeId: randomUUID(),
      askId,
      caseId,
      asksAgency: actor.agencyId,
    };
    const sealed = sealProbe(vault.ring, digest, place);
    return sealed ? [{ ...place, sealed }] : [];
  });
  await q.sendMatch(tx, askId, probes);
}
