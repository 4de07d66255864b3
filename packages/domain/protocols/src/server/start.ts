import { badInput } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import { Started, StartInput } from '../contract/index.ts';
import { newProtocol } from './new-protocol.ts';
import { holdPermissionText } from './protocols.queries.ts';

/** A new text of the writer's own agency, as a draft. An agency has one text for permissions. */
export const start = staffProcedure
  .input(StartInput)
  .output(Started)
  .mutation(({ ctx, input: { kind, title, heading, body } }) =>
    ctx.read(async (tx) => {
      if (kind === 'permission' && (await holdPermissionText(tx, ctx.actor.agencyId)))
        throw badInput('kind', 'Your agency has a text for permissions. Change that one.');
      return { protocolId: await newProtocol(tx, ctx.actor, title, [{ heading, body }], kind) };
    }),
  );
