import { AppError, newId, notFound, ProtocolId } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import { caughtUp, Started, TranslateInput } from '../contract/index.ts';
import { holdProtocol, holdVersion } from './hold-protocol.ts';
import * as q from './protocols.queries.ts';

/**
 * The Spanish version of an original, as a draft in the original's words; where there is one, a new draft of it that
 * keeps every paragraph that did not change. CONFLICT where it says the newest version of the original already.
 */
export const translate = staffProcedure
  .input(TranslateInput)
  .output(Started)
  .mutation(({ ctx, input }) =>
    ctx.read(async (tx) => {
      const { agencyId, staffId: author } = ctx.actor;
      const page = await holdVersion(tx, ctx.actor, input);
      if (!page.may.includes('translate')) throw notFound('no original of this agency');
      const { version: ofVersion, blocks, kind } = page;
      const there = page.translations.find(({ language }) => language === 'es');
      if (!there) {
        const protocolId = newId(ProtocolId);
        const text = { protocolId, title: input.title, agencyId, kind, language: 'es' } as const;
        await q.insertProtocol(tx, { ...text, author, translates: input.protocolId });
        await q.insertVersion(tx, { protocolId, version: 1, author, ofVersion }, blocks);
        return { protocolId };
      }
      const { protocolId } = there;
      const spanish = await holdProtocol(tx, ctx.actor, protocolId);
      if (!spanish.translation || spanish.translation.ofVersion >= ofVersion)
        throw new AppError('CONFLICT', 'the translation says the newest version');
      const now = caughtUp(blocks, spanish.translation.original, spanish.blocks);
      await q.insertVersion(tx, { protocolId, version: spanish.version + 1, author, ofVersion }, now);
      return { protocolId };
    }),
  );
