import type { CategoryCode } from '../categories.ts';
import type { LawBasis } from '../basis.ts';
import type { Policy } from '../facts.ts';
import type { Instant } from '../instant.ts';
import type { Purpose } from '@accord/kernel';
import type { AgencyFacts, RecipientFacts, YoungFacts } from './facts.ts';
import type { Regime } from './regimes.ts';
import { type Check, deny, pass, review, type RuleId, RULES } from './rules.ts';

/** One kind that a law basis names, for one purpose, with all that the regimes ask about. */
export interface LawQuestion {
  kind: CategoryCode;
  regimes: readonly Regime[];
  basis: LawBasis;
  purpose: Purpose;
  custodian: AgencyFacts;
  recipient: RecipientFacts;
  young: YoungFacts;
  policy: Policy;
  at: Instant;
}

/** A rule that permits: one flagged K asks for a person until the signed bundle says that it was read again. */
export function permitBy(rule: RuleId, { policy }: Pick<LawQuestion, 'policy'>): Check {
  const isUnread = RULES[rule].flag === 'K' && !(policy.reRead ?? []).includes(rule);
  return isUnread ? review(rule) : pass(rule);
}

export const permitIf = (is: boolean, rule: RuleId): Check => (is ? pass(rule) : deny(rule));

/** What a state's row says: missing means that a person looks at it. */
export function permitByRow(says: boolean | undefined, rule: RuleId): Check {
  if (says === undefined) return review(rule);
  return permitIf(says, rule);
}

export const isAdult = ({ young, at }: Pick<LawQuestion, 'young' | 'at'>): boolean =>
  young.emancipated || (young.majorityAt !== null && at >= young.majorityAt);

/** C-1: a government entity, or a tribe, that needs it to protect children. */
export const protectsChildren = ({ agency }: RecipientFacts): boolean =>
  agency.childWelfare === true || agency.tribal === true;

/** JJ-3, IM-1: what nothing beside consent opens. */
const NEVER = { 'criminal-justice-information': 'JJ-3', immigration: 'IM-1' } as const;
export const never = (regime: keyof typeof NEVER): Check => deny(NEVER[regime]);
