import { speakerOf } from '@accord/ledger/server';
import { staffProcedure } from '@accord/rpc';
import { CaseList, SearchCasesInput } from '../../contract/index.ts';
import { enterMyCases } from '../cases.queries.ts';
import { summariesOf } from '../summaries.ts';
import { findCases } from './search.queries.ts';
import { termsOf } from './terms.ts';
import { soughtBy } from './tokens.ts';

/** As many of one's cases are looked through, the newest first, and as many are shown. */
const CASES = 2000;
const FOUND = 20;

/**
 * One's cases by whole words of a name, the beginning of a code name, or a day of birth; all that was typed has to fit.
 * A name is found where one may read it, and nowhere else: a case that is not there and one whose name is not shared
 * answer alike. `more`: not all was looked through, or not all that fits is here.
 */
export const search = staffProcedure
  .input(SearchCasesInput)
  .output(CaseList)
  .query(({ ctx, input: { text } }) =>
    ctx.read(async (tx) => {
      const { agencyId } = ctx.actor;
      const sought = termsOf(text).map((term) => soughtBy(ctx.vault.ring, agencyId, term));
      if (sought.length === 0) return { cases: [], more: false };
      const heads = await enterMyCases(tx, CASES + 1);
      const found = await findCases(tx, agencyId, sought, FOUND + 1);
      const shown = heads.filter(({ caseId }) => found.slice(0, FOUND).includes(caseId));
      return {
        cases: await summariesOf(tx, ctx.vault, speakerOf(ctx), shown),
        more: heads.length > CASES || found.length > FOUND,
      };
    }),
  );
