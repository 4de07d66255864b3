import { enterMyCases, findNameDigest } from '@accord/cases/server';
import { CaseId, notFound } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import { z } from 'zod';
import { MatchDesk, type WaitingMatch, WaitingMatches } from '../contract/index.ts';
import * as q from './matches.queries.ts';

/** More cases than anyone works on. */
const MOST_CASES = 200;

/**
 * What waits for whoever answers for a case, over all their cases: a colleague's question, a case that another agency
 * seems to know, and a link that they have not put aside. Ids, codes and dates; never a text of a case.
 */
export const waiting = staffProcedure.output(WaitingMatches).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const cases = await enterMyCases(tx, MOST_CASES);
    const rows = cases.length === 0 ? [] : await q.listWaiting(tx);
    return { matches: rows.filter((row) => !row.isAside).map(matchOf) };
  }),
);

/** The page of one case. NOT_FOUND for whoever is not on it for the agency that leads it. */
export const desk = staffProcedure
  .input(z.strictObject({ caseId: CaseId }))
  .output(MatchDesk)
  .query(({ ctx, input: { caseId } }) =>
    ctx.inCase(caseId, async (tx) => {
      const standing = await q.findStanding(tx, caseId, ctx.actor.agencyId);
      if (!standing) throw notFound('no such case for this speaker');
      const { codeName, takesPart, writes, oversees, askedOn, againOn } = standing;
      return {
        codeName,
        takesPart,
        mayAsk: takesPart && writes,
        isMissing: !(await findNameDigest(tx, ctx.vault, ctx.actor, caseId)),
        asked: askedOn && againOn ? { on: askedOn, againOn } : null,
        matches: oversees ? (await q.listWaiting(tx)).map(matchOf) : [],
      };
    }),
  );

function matchOf({ id, is, otherCode, isAside, ...about }: q.WaitingRow): WaitingMatch {
  switch (is) {
    case 'ask':
      return { is, askId: id, ...about };
    case 'found':
      return { is, matchId: id, ...about };
    case 'linked':
      return { is, matchId: id, otherCode: otherCode ?? '', isAside, ...about };
  }
}
