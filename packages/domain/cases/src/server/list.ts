import { speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { CaseList } from '../contract/index.ts';
import * as q from './cases.queries.ts';
import { summariesOf } from './summaries.ts';

const PAGE = 50;

/** The newest cases shared with this reader. */
export const list = staffProcedure.output(CaseList).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const heads = await q.enterMyCases(tx, PAGE + 1);
    return {
      cases: await summariesOf(tx, ctx.vault, speakerOf(ctx), heads.slice(0, PAGE)),
      more: heads.length > PAGE,
    };
  }),
);
