import { type GrantId, PURPOSES, type Purpose } from '@accord/kernel';
import {
  type CategoryCode,
  codesOf,
  covers,
  maskOf,
  NEVER_BY_CONSENT_MASK,
  neverByConsent,
} from './categories.ts';
import type { Instant } from './instant.ts';
import type { Cell, CellReason } from './grid.ts';

/** One basis of one recipient on one agency's own items, as the floor reports it for an instant. */
export interface BasisFacts {
  kind: 'consent' | 'own_custody' | 'court_order' | 'team_statute' | 'mandate' | 'emergency';
  id: GrantId | string;
  /** Null for own custody: every purpose of the agency's system. */
  purpose: Purpose | null;
  see: bigint;
  /** What a restriction takes from it. */
  kept: bigint;
  stopped: bigint;
  /** Half-open; infinite where it has no bound. */
  data: { from: Instant; to: Instant };
  /** Infinite where it has no end. */
  validTo: Instant;
  /** Infinite where it has no beginning. */
  validFrom: Instant;
  inForce: boolean;
  /** A pause covers this instant: it is not in force, and can be started again. */
  paused: boolean;
}

export interface OwnItem {
  mask: bigint;
  occurredAt: Instant;
}

const SOON = 14 * 86_400_000;
const ANYTHING = (1n << 63n) - 1n;

/** True when this basis by itself opens this item: two bases never open one together (consent-rules 0.3). */
export const opensItem = (basis: BasisFacts, { mask, occurredAt }: OwnItem): boolean =>
  basis.inForce && covers(basis.see, mask) && basis.data.from <= occurredAt && occurredAt < basis.data.to;

export type CellFacts = Omit<Cell, 'endsOn'> & { endsAt: Instant | null };

/**
 * What one recipient sees of one kind: the effective result of all bases together. `all` and `some` are about the
 * items that are there; where there are none yet, about what would be added.
 * @param shareable what a permission of the owner can open, by its own terms.
 */
export function cellOf(
  code: CategoryCode,
  bases: readonly BasisFacts[],
  items: readonly OwnItem[],
  at: Instant,
  shareable: bigint = ANYTHING,
): CellFacts {
  const kind = maskOf([code]);
  const open = bases.filter((basis) => basis.inForce && covers(basis.see, kind));
  if (open.length === 0) return closed(bases, kind, at, shareable);
  const there = items.filter((item) => (item.mask & kind) !== 0n);
  const every =
    there.every((item) => open.some((basis) => opensItem(basis, item))) &&
    (there.length > 0 || open.some(({ data }) => data.from === -Infinity && data.to === Infinity));
  const end = Math.max(...open.map((basis) => basis.validTo));
  return {
    state: every ? 'all' : 'some',
    reason: every ? reasonOf(open) : 'in-part',
    byLaw: open.some(isByLaw),
    endsAt: end === Infinity ? null : end,
    endsSoon: end <= at + SOON,
    purposes: purposesOf(open),
  };
}

const isByLaw = ({ kind }: BasisFacts) => kind !== 'consent' && kind !== 'own_custody';

const STRONGEST = [
  ['own_custody', 'own-colleague'],
  ['court_order', 'court-order'],
  ['team_statute', 'team-statute'],
  ['mandate', 'mandate'],
  ['emergency', 'emergency'],
] as const;

/** What the strongest of these open bases is. */
export function reasonOf(open: readonly BasisFacts[]): CellReason {
  return STRONGEST.find(([kind]) => open.some((basis) => basis.kind === kind))?.[1] ?? 'permission';
}

function closed(bases: readonly BasisFacts[], kind: bigint, at: Instant, shareable: bigint): CellFacts {
  const some = (test: (basis: BasisFacts) => boolean) => bases.some(test);
  const isOwn = some((basis) => basis.kind === 'own_custody');
  const byLaw = covers(NEVER_BY_CONSENT_MASK, kind) && !isOwn;
  const byTerms = !covers(shareable, kind) && !isOwn;
  let reason: CellReason = 'no-permission';
  if (some((basis) => basis.inForce && covers(basis.kept, kind))) reason = 'restricted';
  else if (isOwn) reason = ownReason(bases, at);
  else if (byLaw) reason = 'never';
  else if (byTerms) reason = 'agency-terms';
  else if (some((basis) => basis.paused && basis.validTo > at && covers(basis.see, kind))) reason = 'paused';
  else if (some((basis) => covers(basis.stopped, kind))) reason = 'stopped';
  else if (some((basis) => basis.validTo <= at && covers(basis.see, kind))) reason = 'ended';
  return {
    state: byLaw || byTerms ? 'never' : 'none',
    reason,
    byLaw: false,
    endsAt: null,
    endsSoon: false,
    purposes: [],
  };
}

/** A colleague's closed cell: on the case, not on it yet, or not any more. */
function ownReason(bases: readonly BasisFacts[], at: Instant): CellReason {
  if (bases.some((basis) => basis.inForce)) return 'author-only';
  const own = bases.filter((basis) => basis.kind === 'own_custody');
  return own.every((basis) => basis.validFrom > at) ? 'not-yet' : 'ended';
}

function purposesOf(bases: readonly BasisFacts[]): Purpose[] {
  const named = new Set(bases.map((basis) => basis.purpose));
  return (Object.keys(PURPOSES) as Purpose[]).filter((purpose) => named.has(purpose));
}

/** The rows of a grid, in the order of the catalogue: what the system could share, what is there, what was named. */
export function rowsOf(
  start: readonly CategoryCode[],
  bases: readonly BasisFacts[],
  items: readonly OwnItem[],
): CategoryCode[] {
  const named = bases.filter((basis) => basis.kind !== 'own_custody');
  const mask = [
    ...items.map((item) => item.mask),
    ...named.map(({ see, kept, stopped }) => see | kept | stopped),
  ].reduce((all, one) => all | one, maskOf(start));
  return codesOf(mask);
}

/** A draft change of one recipient. */
export interface Change {
  purpose: Purpose;
  add: bigint;
  remove: bigint;
  /** What restrictions would keep from the recipient. */
  kept: bigint;
}

/**
 * The recipient's bases after the change, read for its purpose: a further permission beside the present ones, and
 * its kinds taken out of the permissions that name them. Law and courts stay as they are.
 */
export function afterChange(bases: readonly BasisFacts[], change: Change): BasisFacts[] {
  const left = bases.map((basis) =>
    basis.kind === 'consent' ? { ...basis, see: basis.see & ~change.remove } : basis,
  );
  const added: BasisFacts = {
    kind: 'consent',
    id: '',
    purpose: change.purpose,
    see: change.add & ~neverByConsent(change.purpose) & ~change.kept,
    kept: change.add & change.kept,
    stopped: 0n,
    data: { from: -Infinity, to: Infinity },
    validFrom: -Infinity,
    validTo: Infinity,
    inForce: true,
    paused: false,
  };
  return forPurpose([...left, added], change.purpose);
}

/** What counts on a page that is read for one purpose. */
export function forPurpose(bases: readonly BasisFacts[], purpose: Purpose): BasisFacts[] {
  return bases.filter((basis) => basis.purpose === null || basis.purpose === purpose);
}
