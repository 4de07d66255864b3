import { notFound } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { NoteBody, NoteVersions, VersionsInput } from '../contract/index.ts';
import { findCustody, findRow } from './cases.queries.ts';
import { contentOf } from './item-view.ts';

/**
 * What a note said before its corrections, for those who are on the case for the agency that holds it: what was wrong is
 * not disclosed anew. Each version that is read is in the ledger. NOT_FOUND for everybody else.
 */
export const noteVersions = staffProcedure
  .input(VersionsInput)
  .output(NoteVersions)
  .query(({ ctx, input: { caseId, itemId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const now = await findRow(tx, caseId, itemId);
      const { holds } = await findCustody(tx, caseId, ctx.actor.agencyId);
      const isOwn = now?.kind === 'note' && now.ownerAgency === ctx.actor.agencyId;
      if (!isOwn || !holds || now.sealed === null) throw notFound('no such note for this reader');
      const unseal = await ctx.vault.unsealer(tx, ctx.actor);
      const versions: NoteVersions['versions'] = [];
      for (let before = 1; before < now.bodyVersion; before += 1) {
        const row = await findRow(tx, caseId, itemId, before);
        if (!row || row.writtenAt === null) continue;
        const content = contentOf(row, unseal);
        if (content.is !== 'open') continue;
        versions.push({
          version: row.bodyVersion,
          writtenAt: row.writtenAt,
          body: NoteBody.parse(content.body),
        });
      }
      const items = versions.map(({ version }) => ({ itemId, version }));
      const { ownerAgency, categoryMask } = now;
      if (items.length > 0) {
        await record(tx, speakerOf(ctx), 'opened', caseId, [{ ownerAgency, categoryMask, items }]);
      }
      return { versions };
    }),
  );
