import { staffProcedure, type Tx, youthProcedure } from '@accord/rpc';
import { CareCaseInput, CareChoices } from '../contract/index.ts';
import { listAround } from './care.queries.ts';
import { type Kept, keptByWorker, keptForYoung } from './keeper.ts';

/** Which agencies a worker can name as the one that holds what was told. */
export const careChoices = staffProcedure
  .input(CareCaseInput)
  .output(CareChoices)
  .query(({ ctx, input: { caseId } }) =>
    ctx.inCase(caseId, async (tx) => choicesOf(tx, await keptByWorker(tx, ctx.actor, caseId))),
  );

/** The same for the young person: who keeps what they write, and whom they know to be around them. */
export const myCareChoices = youthProcedure
  .output(CareChoices)
  .query(({ ctx }) => ctx.read(async (tx) => choicesOf(tx, await keptForYoung(tx))));

async function choicesOf(tx: Tx, { caseId, owner }: Kept) {
  const agencies = await listAround(tx, caseId, owner);
  const keeper = agencies.find(({ agencyId }) => agencyId === owner)?.name ?? '';
  return { keeper, agencies };
}
