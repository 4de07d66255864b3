import { badInput, newId, notFound, BlockId } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import { Changed, changed, ChangeInput } from '../contract/index.ts';
import { holdVersion } from './hold-protocol.ts';
import { insertVersion } from './protocols.queries.ts';

/** A change of one block makes a new draft; the version that was read before stays as it was. */
export const change = staffProcedure
  .input(ChangeInput)
  .output(Changed)
  .mutation(({ ctx, input }) =>
    ctx.read(async (tx) => {
      const { protocolId } = input;
      const page = await holdVersion(tx, ctx.actor, input);
      if (!page.may.includes('change')) throw notFound('another agency keeps this protocol');
      if (page.translation && input.is !== 'reword')
        throw badInput('blockId', 'A translation has the paragraphs of its original.');
      const named = input.is === 'add' ? input.after : input.blockId;
      if (!page.blocks.some(({ blockId }) => blockId === named)) throw notFound('no such paragraph');
      const blocks = changed(page.blocks, input, newId(BlockId));
      if (!blocks) {
        throw input.is === 'remove'
          ? badInput('blockId', 'A protocol keeps at least one paragraph.')
          : badInput('body', 'This is what it says already.');
      }
      const version = page.version + 1;
      const ofVersion = page.translation?.ofVersion ?? null;
      await insertVersion(tx, { protocolId, version, author: ctx.actor.staffId, ofVersion }, blocks);
      return { version };
    }),
  );
