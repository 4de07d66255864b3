import {
  type CategoryCode,
  cellOf,
  codesOf,
  covers,
  Grid,
  type GridColumn,
  kindsOf,
  type LawLine,
  maskOf,
  Recipient,
  rowsOf,
  SHAREABLE,
  WhoSeesInput,
} from '@accord/consent';
import {
  basisOf,
  getTerms,
  type HeldPaper,
  instantOf,
  kindsHeld,
  listHeld,
  listSights,
  type SightRow,
} from '@accord/consent/server';
import { System } from '@accord/identity';
import { notFound } from '@accord/kernel';
import { staffProcedure } from '@accord/rpc';
import * as q from './cases.queries.ts';

/**
 * Who sees what of the caller's own agency's items. NOT_FOUND for whoever is not on the case for the agency that
 * holds them. It reads ids, kinds and times and never a text, so it writes no line in the ledger: "who looked" is
 * about looking at the young person, not at the sharing.
 */
export const whoSeesWhat = staffProcedure
  .input(WhoSeesInput)
  .output(Grid)
  .query(({ ctx, input: { caseId, asOf } }) =>
    ctx.inCase(caseId, async (tx) => {
      const { agencyId } = ctx.actor;
      const [head, { holds }] = await Promise.all([
        q.findCase(tx, caseId),
        q.findCustody(tx, caseId, agencyId),
      ]);
      if (!head || !holds) throw notFound('no such case for this reader');
      const at = await instantOf(tx, asOf);
      const [sights, today, held, own, [owner], system, { terms, shareable }] = await Promise.all([
        listSights(tx, caseId, at),
        listSights(tx, caseId, null),
        asOf === undefined ? listHeld(tx, caseId, agencyId) : [],
        q.listOwnItems(tx, caseId, agencyId, at),
        q.listNames(tx, [agencyId]),
        q.findSystem(tx, agencyId),
        getTerms(tx, agencyId),
      ]);
      const hasBegun = ({ validFrom }: SightRow) =>
        validFrom === null || Date.parse(validFrom) <= Date.parse(at);
      const isOpen = Date.parse(head.openedAt) <= Date.parse(at);
      const items = own.map((item) => ({ mask: item.categoryMask, occurredAt: Date.parse(item.occurredAt) }));
      const columns = [...Map.groupBy(sights, columnKey)].flatMap(([key, rows]) =>
        rows[0] ? [{ rows, column: { ...columnOf(rows[0], rows, today), law: lawOf(key, held) } }] : [],
      );
      const seen = new Set(sights.map(columnKey));
      const waiting = [...Map.groupBy(held, heldKey)].flatMap(([key, [paper]]) =>
        paper && !seen.has(key)
          ? [{ rows: [], column: { ...waitingColumn(paper), law: lawOf(key, held) } }]
          : [],
      );
      const all = [...columns, ...waiting];
      const start = [...kindsOf(System.parse(system)), ...kindsHeld(held)];
      const kinds = rowsOf(start, sights.map(basisOf), items);
      const ends = new Map(sights.map((row) => [Date.parse(row.validTo ?? ''), row.endsOn]));
      const cell = (kind: CategoryCode, rows: readonly SightRow[], law: readonly LawLine[]) => {
        const { endsAt, ...rest } = cellOf(kind, rows.map(basisOf), items, Date.parse(at), shareable);
        const isHeld = rest.reason === 'no-permission' && law.some((line) => line.kind === kind);
        const reason = !isOpen && !rows.some(hasBegun) ? 'not-open' : isHeld ? 'law' : rest.reason;
        return { ...rest, reason, endsOn: endsAt === null ? null : (ends.get(endsAt) ?? null) };
      };
      return {
        codeName: head.codeName,
        owner: owner?.name ?? '',
        dataTerms: terms,
        at,
        columns: all.map(({ column }) => column),
        rows: kinds.map((kind) => ({
          kind,
          shareable: SHAREABLE.includes(kind) && covers(shareable, maskOf([kind])),
          cells: all.map(({ rows, column }) => cell(kind, rows, column.law)),
        })),
      };
    }),
  );

const columnKey = ({ granteeKind, granteeId }: SightRow) => `${granteeKind}:${granteeId}`;
const heldKey = ({ grant }: HeldPaper) => `${grant.recipientKind}:${grant.recipientId}`;

const lawOf = (key: string, held: readonly HeldPaper[]) =>
  held.filter((paper) => heldKey(paper) === key).flatMap(({ law }) => law);

/** Somebody whose permission opens nothing yet: the law holds all of it. */
function waitingColumn({ grant }: HeldPaper): Omit<GridColumn, 'law'> {
  const { recipientKind: kind, recipientId, recipientName, recipientTitle, recipientAgency } = grant;
  return {
    recipient: Recipient.parse(
      kind === 'staff' ? { kind, staffId: recipientId } : { kind, agencyId: recipientId },
    ),
    name: recipientName,
    title: recipientTitle,
    agency: recipientAgency,
    system: System.parse(grant.recipientSystem),
    isOwn: false,
    post: grant.post,
    permissions: [{ grantId: grant.grantId, categories: codesOf(grant.categories & ~grant.stopped) }],
  };
}

function columnOf(
  row: SightRow,
  rows: readonly SightRow[],
  today: readonly SightRow[],
): Omit<GridColumn, 'law'> {
  const active = today.filter(
    (each) =>
      columnKey(each) === columnKey(row) &&
      each.basisKind === 'consent' &&
      each.inForce &&
      (each.seeMask | each.keptMask) !== 0n,
  );
  const recipient =
    row.granteeKind === 'staff'
      ? { kind: 'staff', staffId: row.granteeId }
      : { kind: 'agency', agencyId: row.granteeId };
  return {
    recipient: Recipient.parse(recipient),
    name: row.name,
    title: row.title,
    agency: row.agency,
    system: System.parse(row.system),
    isOwn: row.isOwn,
    post: rows.find(({ post, inForce }) => inForce && post !== null)?.post ?? null,
    permissions: active.map(({ basisId, seeMask, keptMask }) => ({
      grantId: basisId,
      categories: codesOf(seeMask | keptMask),
    })),
  };
}
