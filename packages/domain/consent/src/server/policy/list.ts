import { staffProcedure } from '@accord/rpc';
import { StateLaws } from '../../contract/index.ts';
import { listStateLaws } from './policy.queries.ts';

/** The rules of the states that this network holds, for everyone who works in it. It reads nothing of a case. */
export const policies = staffProcedure
  .output(StateLaws)
  .query(({ ctx }) => ctx.read(async (tx) => ({ laws: await listStateLaws(tx) })));
