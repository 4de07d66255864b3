import { NeedBody } from '@accord/cases';
import { contentOf, findRow } from '@accord/cases/server';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { PartHistory, PartHistoryInput } from '../contract/index.ts';
import { getOwnPart } from './own-part.ts';

const MOST = 20;
const Version = NeedBody.partial({ rating: true });

/** How a part was worded and rated before, for whoever is on the case for its owner. Reading it writes the ledger. */
export const partHistory = staffProcedure
  .input(PartHistoryInput)
  .output(PartHistory)
  .query(({ ctx, input: { caseId, itemId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const row = await getOwnPart(tx, ctx.actor, caseId, itemId, 'holds');
      const unseal = await ctx.vault.unsealer(tx, ctx.actor);
      const read: number[] = [];
      const versions: PartHistory['versions'] = [];
      for (let before = 0; before < Math.min(row.bodyVersion, MOST); before += 1) {
        const older = await findRow(tx, caseId, itemId, before);
        const content = older && contentOf(older, unseal);
        if (content?.is !== 'open' || !older?.writtenAt) continue;
        const { ownWords, adultWords = null, rating = null } = Version.parse(content.body);
        versions.push({ at: older.writtenAt, ownWords, adultWords, rating });
        read.push(older.bodyVersion);
      }
      const { ownerAgency, categoryMask } = row;
      const items = read.map((version) => ({ itemId, version }));
      await record(tx, speakerOf(ctx), 'opened', caseId, [{ ownerAgency, categoryMask, items }]);
      return { kind: row.kind, versions };
    }),
  );
