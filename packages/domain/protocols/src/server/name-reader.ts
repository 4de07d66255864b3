import { AppError, notFound } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import { Done, NameReaderInput } from '../contract/index.ts';
import { holdVersion } from './hold-protocol.ts';
import { insertTextReader } from './protocols.queries.ts';

/** Says by name who read this version of a translation beside its original. Once: another reading is another version. */
export const nameReader = staffProcedure
  .input(NameReaderInput)
  .output(Done)
  .mutation(({ ctx, input }) =>
    ctx.read(async (tx) => {
      const page = await holdVersion(tx, ctx.actor, input);
      if (!page.may.includes('change') || !page.translation) throw notFound('no translation of this agency');
      if (!page.may.includes('name-reader')) throw new AppError('CONFLICT', 'somebody is named already');
      await insertTextReader(tx, { ...input, namedBy: ctx.actor.staffId });
      return {};
    }),
  );
