import type { Decision, Reason, TraceLine } from './decision.ts';
import { CURES_OF_RULES, type RuleId, RULES } from './law/rules.ts';

// What a decision is told as, to three readers (consent-rules 0.6). Codes alone: the words are in `words/en/law.ts`.

/** A rule or a reason, each with a sentence. */
export type LawCode = RuleId | Reason;

/** Whom it concerns: a guardian is told less, since they may be who is kept out. */
export type YoungAudience = 'young-person' | 'guardian';

/** What a guardian can do something about. All else is to them what was never shared. */
const FOR_GUARDIAN: readonly LawCode[] = [
  'H-2',
  'H-3',
  'H-4',
  'H-5',
  'H-9',
  'F-1',
  'F-3',
  'A14-assent',
  'T18-1',
];

/**
 * For the young person, or their guardian: why what is closed is closed, each reason once. No person and no agency is
 * named. What is sealed reads like what is not there.
 */
export function explainToYoung({ items, reason }: Decision, audience: YoungAudience): LawCode[] {
  const closed = items.filter(({ open }) => !open);
  const codes = closed.flatMap((item): LawCode[] =>
    item.rules.length > 0 ? item.rules.map(({ rule }) => rule) : [item.reason],
  );
  const told = items.length === 0 || closed.length === 0 ? [reason] : codes;
  return [...new Set(audience === 'guardian' ? told.map(forGuardian) : told)];
}

const forGuardian = (code: LawCode): LawCode =>
  FOR_GUARDIAN.includes(code) || code.startsWith('BY_') ? code : 'NO_BASIS';

/**
 * For the recipient: the same, whether nothing exists, nothing was withheld, or something was. The decision is not
 * looked at.
 */
export const explainToRecipient = (_: Decision): 'RELEASED' => 'RELEASED';

/** What a decision rests on, in full, for the privacy officer of the custodian. */
export interface OfficerExplanation {
  decision: Decision['decision'];
  reason: Reason;
  policyVersion: string | null;
  /** The permissions that were looked at, by id. */
  consents: readonly string[];
  trace: readonly TraceLine[];
  firstFailing: TraceLine | null;
  /** What would make it open: of all these together. Only `nothing` where something stands that nothing cures. */
  cures: readonly OfficerCure[];
}

export const CURES = [
  ...CURES_OF_RULES,
  'lift-restriction',
  'be-employed',
  'choose-purpose',
  'complete-facts',
] as const;
export type OfficerCure = (typeof CURES)[number];

/** Reasons that no rule stands behind. */
const CURE_OF: Partial<Record<Reason, OfficerCure>> = {
  READER_NOT_BOUND: 'be-employed',
  NO_PURPOSE: 'choose-purpose',
  NO_ITEM: 'nothing',
  EMPTY_CATEGORIES: 'complete-facts',
  ENGINE_INDETERMINATE: 'complete-facts',
  RESTRICTED: 'lift-restriction',
  PROHIBITED: 'nothing',
};

export function explainToOfficer(decision: Omit<Decision, 'obligations'>): OfficerExplanation {
  const { trace, items, reason, policyVersion } = decision;
  const consents = trace.flatMap(({ basis }) => (basis?.kind === 'consent' ? [basis.id] : []));
  const closed = items.filter(({ open }) => !open);
  const cures = closed.flatMap((item): OfficerCure[] =>
    item.rules.length > 0
      ? item.rules.map(({ rule }) => RULES[rule].cure)
      : [CURE_OF[item.reason] ?? 'permission'],
  );
  const all = items.length === 0 ? [CURE_OF[reason] ?? 'permission'] : cures;
  return {
    decision: decision.decision,
    reason,
    policyVersion,
    consents: [...new Set(consents)],
    trace,
    firstFailing: trace.find(({ outcome, step }) => outcome !== 'pass' && step !== 'existence') ?? null,
    cures: all.includes('nothing') ? ['nothing'] : [...new Set(all)],
  };
}
