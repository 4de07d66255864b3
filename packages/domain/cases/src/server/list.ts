import { staffProcedure } from '@accord/rpc';
import { CaseList, ProfileBody } from '../contract/index.ts';
import * as q from './cases.queries.ts';
import { contentOf } from './item-view.ts';
import { exposuresOf } from './open-case.ts';
import { record, speakerOf } from '@accord/ledger/server';

const PAGE = 50;

/** The newest cases shared with this reader. A name that is shown is a read, and is in the ledger like any other. */
export const list = staffProcedure.output(CaseList).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const heads = await q.enterMyCases(tx, PAGE + 1);
    const shown = heads.slice(0, PAGE);
    const unseal = await ctx.vault.unsealer(tx, ctx.actor);
    const profiles = await q.listProfiles(
      tx,
      shown.map((head) => head.caseId),
    );
    const names = new Map<string, string>();
    for (const row of profiles) {
      const content = contentOf(row, unseal);
      if (content.is !== 'open') continue;
      names.set(row.caseId, ProfileBody.parse(content.body).name);
      await record(tx, speakerOf(ctx), 'opened', row.caseId, exposuresOf([row], row.ownerAgency));
    }
    return {
      cases: shown.map(({ caseId, codeName, openedAt, withMe }) => ({
        caseId,
        codeName,
        openedAt,
        withMe,
        name: names.get(caseId) ?? null,
      })),
      more: heads.length > PAGE,
    };
  }),
);
