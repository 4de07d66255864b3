import { ToldOnceBody } from '@accord/cases';
import { contentOf, type ItemRow } from '@accord/cases/server';
import { AppError, badInput, notFound } from '@accord/kernel';
import { type Speaker, speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx, youthProcedure } from '@accord/rpc';
import { shareMissingIn, type Vault } from '@accord/vault';
import type { z } from 'zod';
import { type Sheet, WriteMySheetInput, WriteSheetInput, Written } from '../contract/index.ts';
import { listAround } from './care.queries.ts';
import { type Kept, keptByWorker, keptForYoung } from './keeper.ts';
import { findSheet, putSheet } from './put-sheet.ts';

type Told = z.output<typeof ToldOnceBody>;

/** A worker writes it down with the young person, in their words. What they wrote themselves they alone put differently. */
export const writeSheet = staffProcedure
  .input(WriteSheetInput)
  .output(Written)
  .mutation(({ ctx, input: { caseId, ...input } }) =>
    ctx.inCase(caseId, async (tx) => {
      const kept = await keptByWorker(tx, ctx.actor, caseId);
      const revision = await write(tx, ctx.vault, speakerOf(ctx), kept, input);
      await ctx.vault.share(tx, caseId);
      return { revision };
    }),
  );

/** The young person's own hand. UNAVAILABLE where the key of the agency that keeps it is not on this node. */
export const writeMySheet = youthProcedure
  .input(WriteMySheetInput)
  .output(Written)
  .mutation(async ({ ctx, input }) => {
    const written = await ctx.read(async (tx) => {
      const kept = await keptForYoung(tx);
      if (!ctx.vault.ring.holds(kept.owner)) throw new AppError('UNAVAILABLE', 'its key is on another node');
      return { ...kept, revision: await write(tx, ctx.vault, speakerOf(ctx), kept, input) };
    });
    // Whoever shares keys here is no young person: what they wrote is wrapped for its readers right after.
    await shareMissingIn(ctx.database, ctx.vault, written.caseId);
    return { revision: written.revision };
  });

async function write(
  tx: Tx,
  vault: Vault,
  speaker: Speaker,
  kept: Kept,
  { sheet, seen }: { sheet: Sheet; seen: number | null },
): Promise<number> {
  const { kind } = sheet;
  const row = await findSheet(tx, kept, kind);
  if (sheet.kind === 'card') return putSheet(tx, vault, speaker, kept, { kind, row, seen, body: sheet.card });
  const before = row && (await toldIn(tx, vault, speaker, row));
  const { holderId } = sheet.told;
  // Whoever stood there stays, also when this writer does not know them to be around.
  const isAround = async () =>
    (await listAround(tx, kept.caseId, kept.owner)).some((a) => a.agencyId === holderId);
  if (holderId !== before?.holderId && !(await isAround())) {
    throw badInput('holderId', 'Choose somebody from the list.');
  }
  const body: Told = { ...sheet.told, again: before?.again ?? 0 };
  return putSheet(tx, vault, speaker, kept, { kind, row, seen, body });
}

/** What stands there; NOT_FOUND while no key opens it to the speaker. */
export async function toldIn(tx: Tx, vault: Vault, { actor }: Speaker, row: ItemRow): Promise<Told> {
  const content = contentOf(row, await vault.unsealer(tx, actor));
  if (content.is !== 'open') throw notFound('no key opens it yet');
  return ToldOnceBody.parse(content.body);
}
