import { advisorProcedure, staffProcedure } from '@accord/rpc';
import { OpenProtocolInput, ProtocolPage } from '../contract/index.ts';
import { countTime } from './protocols.queries.ts';
import { readProtocol } from './read-protocol.ts';

/** For staff of the network; a draft for its keepers alone. */
export const open = staffProcedure
  .input(OpenProtocolInput)
  .output(ProtocolPage)
  .query(({ ctx, input }) => ctx.read((tx) => readProtocol(tx, ctx.actor, input.protocolId)));

/** For an advisor. Reading is work: their time counts. */
export const reviewOpen = advisorProcedure
  .input(OpenProtocolInput)
  .output(ProtocolPage)
  .query(({ ctx, input }) =>
    ctx.read(async (tx) => {
      const page = await readProtocol(tx, ctx.actor, input.protocolId);
      await countTime(tx, input.protocolId);
      return page;
    }),
  );
