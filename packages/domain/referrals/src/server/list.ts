import { ProfileBody, ReferralBody } from '@accord/cases';
import {
  contentOf,
  enterMyCases,
  exposuresOf,
  findCustody,
  listProfiles,
  listReferralRows,
  standingsOf,
} from '@accord/cases/server';
import type { CaseId } from '@accord/kernel';
import { record, speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import {
  ListReferralsInput,
  ReferralCounts,
  ReferralList,
  type ReferralRow,
  SHOWN,
} from '../contract/index.ts';

/** Of so many cases of a reader, the newest, referrals are looked for; so many of these are on the page. */
const MOST_CASES = 200;
const PAGE = 50;

/**
 * The referrals that wait for this reader's agency, or that it sent, in the cases that are open to the reader. What
 * is shown is a read: each case leaves its line in the ledger, in this transaction.
 */
export const list = staffProcedure
  .input(ListReferralsInput)
  .output(ReferralList)
  .query(({ ctx, input }) =>
    ctx.read(async (tx) => {
      const heads = await enterMyCases(tx, MOST_CASES);
      if (heads.length === 0) return { referrals: [], more: false };
      const { agencyId } = ctx.actor;
      const rows = await listReferralRows(tx, {
        cases: heads.map(({ caseId }) => caseId),
        ...SHOWN[input.show],
        agencyId,
        most: PAGE + 1,
      });
      const shown = rows.slice(0, PAGE);
      const cases = [...new Set(shown.map(({ caseId }) => caseId))];
      const unseal = await ctx.vault.unsealer(tx, ctx.actor);
      const profiles = new Map((await listProfiles(tx, cases)).map((row) => [row.caseId, row]));
      const holds = new Map<CaseId, { holds: boolean; writes: boolean }>();
      for (const caseId of cases) holds.set(caseId, await findCustody(tx, caseId, agencyId));
      const standings = await standingsOf(
        tx,
        ctx.actor,
        shown,
        ({ caseId }) => holds.get(caseId) ?? { holds: false, writes: false },
      );

      const nameOf = (caseId: CaseId) => {
        const row = profiles.get(caseId);
        const content = row && contentOf(row, unseal);
        return content?.is === 'open' ? ProfileBody.parse(content.body).name : null;
      };
      const referrals = shown.flatMap((row): ReferralRow[] => {
        const content = contentOf(row, unseal);
        const standing = standings.get(row.itemId);
        if (content.is !== 'open' || !standing) return [];
        const { service, organization, reason: asked } = ReferralBody.parse(content.body);
        const { caseId, itemId, revision } = row;
        const codeName = heads.find((head) => head.caseId === caseId)?.codeName ?? '';
        return [
          {
            caseId,
            itemId,
            revision,
            codeName,
            name: nameOf(caseId),
            service,
            organization,
            asked,
            standing,
          },
        ];
      });
      for (const caseId of cases) {
        const profile = nameOf(caseId) === null ? undefined : profiles.get(caseId);
        const read = [...shown.filter((row) => row.caseId === caseId), ...(profile ? [profile] : [])];
        await record(tx, speakerOf(ctx), 'opened', caseId, exposuresOf(read, agencyId));
      }
      return { referrals, more: rows.length > PAGE };
    }),
  );

/** How many referrals wait, for the places where that is said. It opens no text of a case: no line in the ledger. */
export const waiting = staffProcedure.output(ReferralCounts).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const cases = (await enterMyCases(tx, MOST_CASES)).map(({ caseId }) => caseId);
    const count = async (show: 'to-answer' | 'waiting') => {
      if (cases.length === 0) return 0;
      const { agencyId } = ctx.actor;
      return (await listReferralRows(tx, { cases, ...SHOWN[show], agencyId, most: PAGE + 1 })).length;
    };
    return { toAnswer: await count('to-answer'), waiting: await count('waiting') };
  }),
);
