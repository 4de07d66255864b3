import { System } from '@accord/identity';
import { Purpose } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import { codesOf, ENDING_DAYS, Inbox, Recipient, REPAPER_DAYS, type Waiting } from '../../contract/index.ts';
import { enterHeldCases, listComingOfAge, listWaiting, type WaitingRow } from './requests.queries.ts';
import { listWaitingPosts } from '../posts/posts.queries.ts';
import { listConflicts, listWaitingOrders } from './waiting.queries.ts';
import { conflictOf } from './conflict.ts';

/** More cases than anyone works on. */
const MOST_CASES = 200;

/**
 * What waits for whoever administers permissions, over all their cases: asks, drafts, pauses, ends, orders of a court,
 * and signatures in conflict. It reads ids, codes and dates and never a text of a case, so it writes no line in the
 * ledger.
 */
export const inbox = staffProcedure.output(Inbox).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const cases = await enterHeldCases(tx, ctx.actor.agencyId, MOST_CASES);
    if (cases.length === 0)
      return { cases, comingOfAge: [], waiting: [], orders: [], conflicts: [], posts: [] };
    return {
      cases,
      comingOfAge: await listComingOfAge(tx, REPAPER_DAYS),
      waiting: (await listWaiting(tx, ctx.actor.staffId, ENDING_DAYS)).flatMap(waitingOf),
      orders: await listWaitingOrders(tx, ENDING_DAYS),
      conflicts: (await listConflicts(tx)).map(conflictOf),
      posts: await listWaitingPosts(tx),
    };
  }),
);

function waitingOf(row: WaitingRow): Waiting[] {
  const { caseId, codeName, name, title, agency, mayPrepare, id, sinceOn, endsOn } = row;
  const common = {
    caseId,
    codeName,
    name,
    title,
    agency,
    mayPrepare,
    system: System.parse(row.system),
    purpose: Purpose.parse(row.purpose),
    categories: codesOf(row.categories),
    recipient: Recipient.parse(
      row.recipientKind === 'staff'
        ? { kind: 'staff', staffId: row.recipientId }
        : { kind: 'agency', agencyId: row.recipientId },
    ),
  };
  switch (row.what) {
    case 'request': {
      if (!row.need) return [];
      const leadFirst = row.system === 'law-enforcement' && !row.isAssigned;
      return [{ ...common, is: 'request', requestId: id, need: row.need, askedOn: sinceOn, leadFirst }];
    }
    case 'draft':
      return [{ ...common, is: 'draft', grantId: id, preparedOn: sinceOn }];
    case 'ending':
      return [{ ...common, is: 'ending', grantId: id, endsOn }];
    case 'paused': {
      const { pausedFrom, pausedByName, pausedOn } = row;
      if (!pausedFrom || !pausedOn) return [];
      return [{ ...common, is: 'paused', grantId: id, endsOn, pausedBy: pausedFrom, pausedByName, pausedOn }];
    }
  }
}
