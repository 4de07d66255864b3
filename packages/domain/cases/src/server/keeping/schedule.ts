import { CATEGORIES, type CategoryCode, codesOf } from '@accord/consent';
import { staffProcedure } from '@accord/rpc';
import { z } from 'zod';
import { KeepKindInput, Schedule, SetRetentionInput } from '../../contract/index.ts';
import * as q from './keeping.queries.ts';

const none = z.strictObject({});

/** How long the caller's own agency keeps what. It reads of no case. */
export const schedule = staffProcedure.output(Schedule).query(({ ctx }) =>
  ctx.read(async (tx) => ({
    ...(await q.getAgency(tx, ctx.actor.agencyId)),
    rules: (await q.listRules(tx)).map(({ bit, setBy, setAt, ...rule }) =>
      Schedule.shape.rules.element.parse({ kind: codesOf(1n << BigInt(bit))[0], rule, setBy, setAt }),
    ),
  })),
);

/** Sets how long a kind is kept. It erases nothing. NOT_FOUND for whoever supervises nothing there. */
export const setRetention = staffProcedure
  .input(SetRetentionInput)
  .output(none)
  .mutation(({ ctx, input }) =>
    ctx.read(async (tx) => {
      await q.setRetention(tx, bitOf(input.kind), input);
      return {};
    }),
  );

/** Takes a kind out of the schedule: it is kept. */
export const keepKind = staffProcedure
  .input(KeepKindInput)
  .output(none)
  .mutation(({ ctx, input: { kind } }) =>
    ctx.read(async (tx) => {
      await q.setRetention(tx, bitOf(kind), null);
      return {};
    }),
  );

function bitOf(kind: CategoryCode): number {
  const found = CATEGORIES.find(({ code }) => code === kind);
  if (!found) throw new RangeError('a kind outside the catalogue');
  return found.bit;
}
