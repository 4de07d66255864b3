import { MOST_TOLD } from '@accord/cases';
import { AppError, notFound } from '@accord/kernel';
import { type Speaker, speakerOf } from '@accord/ledger/server';
import { staffProcedure, type Tx, youthProcedure } from '@accord/rpc';
import { shareMissingIn, type Vault } from '@accord/vault';
import { CareCaseInput, Written } from '../contract/index.ts';
import { type Kept, keptByWorker, keptForYoung } from './keeper.ts';
import { findSheet, putSheet } from './put-sheet.ts';
import { toldIn } from './write-sheet.ts';

/** One more time that it had to be told, as a worker of the agency that keeps it heard. */
export const toldAgain = staffProcedure
  .input(CareCaseInput)
  .output(Written)
  .mutation(({ ctx, input: { caseId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const revision = await count(tx, ctx.vault, speakerOf(ctx), await keptByWorker(tx, ctx.actor, caseId));
      await ctx.vault.share(tx, caseId);
      return { revision };
    }),
  );

/** The same, said by the young person. */
export const toldMeAgain = youthProcedure.output(Written).mutation(async ({ ctx }) => {
  const counted = await ctx.read(async (tx) => {
    const kept = await keptForYoung(tx);
    if (!ctx.vault.ring.holds(kept.owner)) throw new AppError('UNAVAILABLE', 'its key is on another node');
    return { ...kept, revision: await count(tx, ctx.vault, speakerOf(ctx), kept) };
  });
  await shareMissingIn(ctx.database, ctx.vault, counted.caseId);
  return { revision: counted.revision };
});

/** NOT_FOUND where nothing says what was told; CONFLICT when somebody counted or wrote at the same time. */
async function count(tx: Tx, vault: Vault, speaker: Speaker, kept: Kept): Promise<number> {
  const row = await findSheet(tx, kept, 'told-once');
  if (!row) throw notFound('nothing was told');
  const told = await toldIn(tx, vault, speaker, row);
  const body = { ...told, again: Math.min(told.again + 1, MOST_TOLD) };
  return putSheet(tx, vault, speaker, kept, { kind: 'told-once', row, seen: row.revision, body });
}
