import { advisorProcedure } from '@accord/rpc';
import { Hours } from '../contract/index.ts';
import { listTime } from './protocols.queries.ts';

/** The advisor's own time, and nobody else's. */
export const hours = advisorProcedure.output(Hours).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const days = [...(await listTime(tx))];
    return { minutes: days.reduce((sum, { minutes }) => sum + minutes, 0), days };
  }),
);
