import { codesOf } from '@accord/consent';
import { notFound, type StaffActor } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import { DueCases, type Erasure, Keeping, KeepingInput } from '../../contract/index.ts';
import { listHolds } from './hold.queries.ts';
import { holdOf } from './holds.ts';
import * as q from './keeping.queries.ts';

/** More cases than anyone works on. */
const MOST_CASES = 200;

/**
 * What the caller's agency keeps of a case, until when and why; the holds on it, and who decided what. NOT_FOUND for
 * whoever is not on the case there. Codes and dates: no text is read, so nothing is written in the ledger.
 */
export const keeping = staffProcedure
  .input(KeepingInput)
  .output(Keeping)
  .query(({ ctx, input: { caseId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const kept = await q.findKept(tx, caseId);
      if (!kept) throw notFound('no such case for this speaker');
      const { agency } = await q.getAgency(tx, ctx.actor.agencyId);
      const holds = (await listHolds(tx, caseId)).map((row) => holdOf(row, ctx.actor));
      const { codeName, dueAt, now, isAskedFor, mayErase } = kept;
      return {
        caseId,
        codeName,
        agency,
        kinds: kept.kinds.map(kindOf),
        papers: papersOf(kept),
        isAskedFor,
        dueAt: instantOf(dueAt),
        isDue: dueAt !== null && dueAt <= Date.parse(now),
        holds,
        erasures: (await q.listErasures(tx, caseId)).map((row) => erasureOf(row, ctx.actor)),
        mayErase,
      };
    }),
  );

/** Of the caller's own cases, those of which all that their agency holds is due, or asked for. */
export const dueCases = staffProcedure.output(DueCases).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const rows = await q.listDue(tx, MOST_CASES);
    return { cases: rows.map(({ dueAt, ...row }) => ({ ...row, dueAt: instantOf(dueAt) })) };
  }),
);

const instantOf = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

function kindOf({ bit, endsAt, ...rule }: q.KeptRow['kinds'][number]): Keeping['kinds'][number] {
  const [kind] = codesOf(1n << BigInt(bit));
  return Keeping.shape.kinds.element.parse({
    kind,
    rule: rule.source === null ? null : rule,
    until: instantOf(endsAt),
  });
}

function papersOf({ papersUntil, papersStand }: q.KeptRow): Keeping['papers'] {
  if (papersStand) return 'standing';
  const until = instantOf(papersUntil);
  return until === null ? null : { until };
}

function erasureOf(row: q.ErasureRow, { staffId }: StaffActor): Erasure {
  const { erasureId, askedBy, askedAt, outcome, answeredBy, answeredAt, items } = row;
  return {
    erasureId,
    askedBy,
    askedAt,
    isMine: row.askedById === staffId,
    answer:
      outcome === null || answeredAt === null
        ? null
        : { outcome, by: answeredBy ?? '', at: answeredAt, items },
  };
}
