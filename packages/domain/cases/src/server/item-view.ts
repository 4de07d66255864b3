import { codesOf, covers } from '@accord/consent';
import type { AgencyId, ItemId, StaffId } from '@accord/kernel';
import type { Unseal } from '@accord/vault';
import {
  CaseItem,
  type Change,
  type Doer,
  isPartKind,
  ITEM_KINDS,
  ProfileBody,
  SHEET_KINDS,
  ToldOnceBody,
  type ReferralStanding,
} from '../contract/index.ts';
import type { AudienceRow, ItemRow } from './cases.queries.ts';
import type { PeopleRow } from './plan.queries.ts';

export const BODY_TABLE = 'case_item_body';

type Content = { is: 'open'; body: unknown } | { is: 'preparing' | 'closed' };

/** What one reader gets of a row: open, being prepared, or known and closed. */
export function contentOf(row: ItemRow, unseal: Unseal): Content {
  const { sealed, keyVersion } = row;
  if (sealed === null || keyVersion === null) return { is: 'closed' };
  const place = { table: BODY_TABLE, rowId: row.itemId, version: row.bodyVersion };
  const text = unseal(place, { ...row, sealed, keyVersion });
  if (text === undefined) return { is: 'preparing' };
  // The kind is not sealed. A body that is none of its kind reads as not opened, and leaves the page whole.
  const body = ITEM_KINDS[row.kind].safeParse(JSON.parse(text));
  return body.success ? { is: 'open', body: body.data } : { is: 'preparing' };
}

export interface ViewOf {
  unseal: Unseal;
  names: ReadonlyMap<string, string>;
  /** Null for a reader who may not know who else reads. */
  audience: readonly AudienceRow[] | null;
  /** What else is on the page: an item that is not is not named by one that belongs to it. */
  known: ReadonlySet<ItemId>;
  people: ReadonlyMap<ItemId, PeopleRow>;
  /** Who reads. */
  reader: StaffId | null;
  /** The agency for which this reader is on this case, if any. */
  holdsFor: AgencyId | null;
  /** The agency that this reader writes for in this case, if any. */
  writesFor: AgencyId | null;
  staleBefore: string;
  standings: ReadonlyMap<ItemId, ReferralStanding>;
  /** The agency whose sheets this reader writes as the young person, if they are. */
  youngWrites: AgencyId | null;
}

export function viewOf(row: ItemRow, view: ViewOf): CaseItem {
  const { unseal, names, audience, known, standings } = view;
  const content = contentOf(row, unseal);
  const who = audience
    ?.filter((each) => each.ownerAgency === row.ownerAgency && covers(each.seeMask, row.categoryMask))
    .map((each) => each.name);
  return CaseItem.parse({
    itemId: row.itemId,
    kind: row.kind,
    categories: codesOf(row.categoryMask),
    owner: names.get(row.ownerAgency) ?? '',
    ownerId: row.ownerAgency,
    author: names.get(row.createdBy) ?? null,
    at: row.occurredAt,
    revision: row.revision,
    state: row.state === 'done' ? 'done' : 'open',
    parentId: row.parentId !== null && known.has(row.parentId) ? row.parentId : null,
    content,
    audience: who ? [...new Set(who)] : null,
    ...besideBody(row, content, view),
    ...(row.kind === 'told-once' && { holder: holderOf(content, names) }),
    ...(row.kind === 'referral' && {
      standing: content.is === 'open' ? (standings.get(row.itemId) ?? null) : null,
    }),
  });
}

/** What stands beside the body of a step, a note, a profile or a part of the plan: nothing where the body is not open. */
function besideBody(
  row: ItemRow,
  content: Content,
  { people, names, reader, holdsFor, writesFor, youngWrites, staleBefore }: ViewOf,
) {
  const isOpen = content.is === 'open';
  const isOwn = isOpen && row.ownerAgency === writesFor;
  const facts = isOpen ? people.get(row.itemId) : undefined;
  const changed = changeOf(facts);
  if (row.kind === 'profile') {
    return { contactIsStale: isStale(content, staleBefore), mayEdit: isOwn, changed };
  }
  if (row.kind === 'note') {
    const corrections = isOpen ? row.bodyVersion - 1 : 0;
    return {
      mayCorrect: isOwn && row.createdBy === reader,
      mayReadEarlier: isOpen && row.ownerAgency === holdsFor,
      corrections,
      changed,
    };
  }
  if (isPartKind(row.kind)) return { mayEdit: isOwn, changed };
  if (isSheet(row.kind)) {
    // What the young person wrote themselves is theirs alone to put differently.
    const isTheirsToWord = row.kind === 'card' && !names.has(row.createdBy);
    return { mayEdit: (isOwn && !isTheirsToWord) || (isOpen && row.ownerAgency === youngWrites), changed };
  }
  if (row.kind !== 'step') return {};
  const isMine = facts?.isMine ?? false;
  return {
    doer: doerOf(facts),
    doerSees: facts?.doerSees ?? true,
    isMine,
    dueOn: isOpen ? row.dueOn : null,
    isOverdue: isOpen && row.isOverdue,
    // The young person's own steps are ticked with them, by whoever writes.
    mayTick: isOwn || (isMine && facts?.isYoung === false),
    mayPlan: isOwn && row.state === 'open',
    changed,
  };
}

export function doerOf(facts: PeopleRow | undefined): Doer {
  if (facts?.isYoung) return { youngPerson: true };
  const { doerId, doer, doerAgency } = facts ?? {};
  return doerId && doer && doerAgency ? { staffId: doerId, name: doer, agency: doerAgency } : null;
}

function changeOf(facts: PeopleRow | undefined): Change | null {
  if (!facts?.changedAt) return null;
  return { by: facts.changedBy, isMine: facts.isMyChange, at: facts.changedAt };
}

function isStale(content: Content, staleBefore: string): boolean {
  if (content.is !== 'open') return false;
  const { safeContact, safeContactConfirmedOn = '' } = ProfileBody.parse(content.body);
  return Boolean(safeContact) && safeContactConfirmedOn < staleBefore;
}

const isSheet = (kind: string) => (SHEET_KINDS as readonly string[]).includes(kind);

/** The agency that the words of a told-once name, where they are open. */
export function holderIdOf(content: Content): AgencyId | undefined {
  return content.is === 'open' ? ToldOnceBody.parse(content.body).holderId : undefined;
}

function holderOf(content: Content, names: ReadonlyMap<string, string>): string | null {
  const holder = holderIdOf(content);
  return holder ? (names.get(holder) ?? null) : null;
}
