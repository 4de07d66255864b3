import { CaseId, ItemId, type Purpose } from '@accord/kernel';
import { z } from 'zod';
import { Category, type CategoryCode, codesOf, neverByConsent, SHAREABLE } from './categories.ts';
import type { Decision, Reason } from './decision.ts';
import { CellReason } from './grid.ts';

/**
 * Why an item that a reader knows of is closed to them, in what they may know themselves (consent-rules 0.6, the
 * recipient's rendering). What was stopped, paused, narrowed, ended or never shared is one reason, and so is a
 * restriction: none of these may be told apart.
 */
export const ClosedReason = z.enum([
  'no-permission',
  'law',
  'agency-terms',
  'own-agreement',
  'other-part',
  'no-purpose',
]);
export type ClosedReason = z.infer<typeof ClosedReason>;

/** What is known to the reader about the item and themselves. */
export interface ClosedFacts {
  mask: bigint;
  purpose: Purpose;
  /** What a permission of the item's agency can open, by the terms that it has published. */
  shareable: bigint;
  /** What the reader's own agency signed that it receives for this purpose: theirs to know, whoever holds the item. */
  receivable: bigint;
  /** The reader is on the case for an agency of their own: part of the team, and not only a recipient. */
  isOnTeam: boolean;
}

/** Each way to deny, as its reader is told of it. */
const TOLD: Record<Reason, 'by-kind' | ClosedReason | null> = {
  READER_NOT_BOUND: 'no-permission',
  NO_PURPOSE: 'no-purpose',
  EMPTY_CATEGORIES: 'no-permission',
  NO_ITEM: 'no-permission',
  ENGINE_INDETERMINATE: 'by-kind',
  PROHIBITED: 'by-kind',
  NO_BASIS: 'by-kind',
  LAW: 'by-kind',
  REVIEW: 'by-kind',
  RESTRICTED: 'by-kind',
  BY_CONSENT: null,
  BY_OWN_CUSTODY: null,
  BY_SELF_ACCESS: null,
  BY_COURT_ORDER: null,
  BY_TEAM_STATUTE: null,
  BY_MANDATE: null,
  BY_EMERGENCY: null,
};

/** The reason that a reader is given for a denial. Null for what is permitted. */
export function closedReason(
  { decision, reason }: Pick<Decision, 'decision' | 'reason'>,
  facts: ClosedFacts,
): ClosedReason | null {
  if (decision === 'permit') return null;
  const told = TOLD[reason];
  if (told !== 'by-kind') return told ?? 'no-permission';
  if ((facts.mask & neverByConsent(facts.purpose)) !== 0n) return 'law';
  if ((facts.mask & ~facts.shareable) !== 0n) return 'agency-terms';
  if ((facts.mask & ~facts.receivable) !== 0n) return 'own-agreement';
  return facts.isOnTeam ? 'other-part' : 'no-permission';
}

/** The kind that the reader can ask for; null where no permission could open the item to them. */
export function askableKind(reason: ClosedReason, mask: bigint): CategoryCode | null {
  if (reason !== 'no-permission' && reason !== 'other-part') return null;
  return codesOf(mask).find((code) => SHAREABLE.includes(code)) ?? null;
}

export const WhyInput = z.strictObject({ caseId: CaseId, itemId: ItemId });

export const Why = z.discriminatedUnion('is', [
  /** It is closed to the reader, who may know of it. */
  z.strictObject({
    is: z.literal('closed'),
    kind: Category,
    reason: ClosedReason,
    /** What they can ask for; null where asking would not open it. */
    ask: Category.nullable(),
    /** An ask of theirs goes to the lead worker first. */
    leadFirst: z.boolean(),
    /** Of the item's agency, where they are the reason. */
    terms: z.string().nullable(),
  }),
  /** It is the reader's own agency's: who else can read it, and on what that stands. */
  z.strictObject({
    is: z.literal('open'),
    readers: z.array(
      z.strictObject({
        name: z.string(),
        agency: z.string(),
        reason: CellReason,
        endsOn: z.iso.date().nullable(),
      }),
    ),
  }),
]);
export type Why = z.infer<typeof Why>;
