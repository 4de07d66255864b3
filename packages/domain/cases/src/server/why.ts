import {
  askableKind,
  type BasisFacts,
  closedReason,
  codesOf,
  opensItem,
  reasonOf,
  type Why,
  Why as WhySchema,
  WhyInput,
} from '@accord/consent';
import { basisOf, getTerms, listSights, readReceivable, type SightRow } from '@accord/consent/server';
import { System } from '@accord/identity';
import { notFound } from '@accord/kernel';
import { staffProcedure, type Tx } from '@accord/rpc';
import * as q from './cases.queries.ts';

/**
 * Why an item is as it is for the reader. Of one that is closed to them and that they may know of: the reason, as far
 * as it is theirs to know. Of one of their own agency's: who else reads it, and on what that stands. NOT_FOUND for
 * what they may not know of, and for what somebody else shares with them: who else reads that is not theirs to know.
 * It reads ids, kinds and times and never a text, so it writes no line in the ledger.
 */
export const why = staffProcedure
  .input(WhyInput)
  .output(WhySchema)
  .query(({ ctx, input: { caseId, itemId } }) =>
    ctx.inCase(caseId, async (tx): Promise<Why> => {
      const { agencyId } = ctx.actor;
      const [item, custody] = await Promise.all([
        q.findKnown(tx, caseId, itemId),
        q.findCustody(tx, caseId, agencyId),
      ]);
      if (!item) throw notFound('no such item for this reader');
      if (!item.isSeen) {
        return closed(tx, item, { purpose: ctx.purpose, isOnTeam: custody.holds, agencyId });
      }
      if (item.ownerAgency !== agencyId || !custody.holds) throw notFound('not the reader’s to know');
      return { is: 'open', readers: readersOf(await listSights(tx, caseId, null), item) };
    }),
  );

async function closed(
  tx: Tx,
  { ownerAgency, categoryMask: mask }: q.KnownItem,
  reader: {
    purpose: Parameters<typeof closedReason>[1]['purpose'];
    isOnTeam: boolean;
    agencyId: q.KnownItem['ownerAgency'];
  },
): Promise<Why> {
  const [{ terms, shareable }, system, receivable] = await Promise.all([
    getTerms(tx, ownerAgency),
    q.findSystem(tx, reader.agencyId),
    readReceivable(tx, reader.agencyId, reader.purpose),
  ]);
  // The floor let them know of it and not see it: no basis opens it to them.
  const facts = { mask, shareable, receivable, purpose: reader.purpose, isOnTeam: reader.isOnTeam };
  const reason = closedReason({ decision: 'deny', reason: 'NO_BASIS' }, facts) ?? 'no-permission';
  const [kind] = codesOf(mask);
  if (!kind) throw notFound('an item of no kind');
  return {
    is: 'closed',
    kind,
    reason,
    ask: askableKind(reason, mask),
    leadFirst: System.parse(system) === 'law-enforcement',
    terms: reason === 'agency-terms' ? terms : null,
  };
}

type Readers = Extract<Why, { is: 'open' }>['readers'];

/** Recipients whose bases open this item, in the order of the floor; colleagues need no permission and are not named. */
function readersOf(sights: readonly SightRow[], item: q.KnownItem): Readers {
  const own = { mask: item.categoryMask, occurredAt: Date.parse(item.occurredAt) };
  const shared = sights.filter((row) => !row.isOwn);
  return [...Map.groupBy(shared, (row) => row.granteeId).values()].flatMap((rows) => {
    const open = rows.filter((row) => opensItem(basisOf(row), own));
    const [first] = open;
    if (!first) return [];
    const bases: BasisFacts[] = open.map(basisOf);
    const last = open.toSorted((a, b) => (b.endsOn ?? '9999').localeCompare(a.endsOn ?? '9999'))[0];
    return [
      { name: first.name, agency: first.agency, reason: reasonOf(bases), endsOn: last?.endsOn ?? null },
    ];
  });
}
