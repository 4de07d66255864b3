import type { BasisKind } from './basis.ts';
import type { Instant } from './instant.ts';
import type { Finding, RuleId } from './law/rules.ts';

export const REASONS = [
  'READER_NOT_BOUND',
  'NO_PURPOSE',
  'NO_ITEM',
  'EMPTY_CATEGORIES',
  'PROHIBITED',
  'NO_BASIS',
  'LAW',
  'REVIEW',
  'RESTRICTED',
  'ENGINE_INDETERMINATE',
  'BY_CONSENT',
  'BY_OWN_CUSTODY',
  'BY_SELF_ACCESS',
  'BY_COURT_ORDER',
  'BY_TEAM_STATUTE',
  'BY_MANDATE',
  'BY_EMERGENCY',
] as const;
export type Reason = (typeof REASONS)[number];

/** The steps of consent-rules 0.2, as the trace names them. */
export const STEPS = [
  'bind',
  'existence',
  'custody',
  'prohibition',
  'duty',
  'without-consent',
  'consent',
  'restriction',
] as const;
export type Step = (typeof STEPS)[number];

/** One rule that was asked, about one item and one basis where there is one. */
export interface TraceLine {
  step: Step;
  /** Position in the request. Null: the whole of it. */
  item: number | null;
  basis: { kind: BasisKind; id: string } | null;
  /** Null: the step itself. */
  rule: RuleId | null;
  outcome: 'pass' | 'deny' | 'review';
}

/** What goes with what is opened, and binds whoever gets it (consent-rules 0.2 step 10). */
export type Obligation =
  | { code: 'NOTICE'; notice: string }
  | { code: 'ATTACH_CONSENT_SCOPE'; grantId: string }
  | { code: 'PERSISTLABEL'; mask: bigint }
  | { code: 'EXPIRES'; at: Instant }
  | { code: 'NO_REDISCLOSURE'; rule: RuleId }
  | { code: 'MINIMUM_NECESSARY'; rule: RuleId }
  | { code: 'TELL_YOUNG_PERSON'; basis: string }
  | { code: 'REVIEW_AFTER'; basis: string }
  | { code: 'SMALL_CELLS'; below: number };

export interface ItemDecision {
  /** They may see it. */
  open: boolean;
  /** They may know that it is there. Where not, the answer is the one for "no such record". */
  known: boolean;
  reason: Reason;
  basis: { kind: BasisKind; id: string } | null;
  /** What kept it closed, the first basis first. */
  rules: readonly Finding[];
}

/** `review` is a denial for the software: it only opens a task for a person. */
export interface Decision {
  decision: 'permit' | 'partial' | 'deny' | 'review';
  /** Of the first item that is not open; where all are, of the first. */
  reason: Reason;
  /** In the order of the request. */
  items: readonly ItemDecision[];
  trace: readonly TraceLine[];
  obligations: readonly Obligation[];
  policyVersion: string | null;
}
