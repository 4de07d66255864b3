import type { Match } from './codes.ts';
import type { Span } from './dates.ts';
import type { Reference } from './elements.ts';
import { matchButLabels, matchLabels, type Probe, type Reading } from './match.ts';
import type { Rule } from './rules.ts';
import type { Code } from './systems.ts';

/** One Consent that counts for this request, made explicit. */
export interface ReadConsent {
  /** `Consent/<id>`. */
  name: string;
  rules: readonly Rule[];
  reading: Reading;
  /** It could be about somebody else: then its denials hold and its permissions do not. */
  isSurelyOfPatient: boolean;
  /** What its rules do not ask and the law does. */
  form: ConsentForm;
}

export interface ConsentForm {
  signers: readonly Reference[];
  signed: Span | null;
  period: Span | null;
}

/** What one Consent says to one question. `silent`: nothing in it speaks of this. */
export type Answer = 'permit' | 'deny' | 'silent';

/** What one Consent says while the labels of what will be read are not known. */
export type Limited =
  | { answer: 'deny' }
  | {
      answer: 'silent';
      /** No content with one of these, whoever else permits it. */
      without: readonly Code[];
    }
  | {
      answer: 'permit';
      /** Only content with a label of each list; `closes` when the Consent denies the rest, else it is silent on it. */
      only: readonly { labels: readonly Code[]; closes: boolean }[];
      without: readonly Code[];
    };

/** A permission must surely apply, a denial need only not be surely out. */
const applies = (match: Match, { effect }: Rule) =>
  match === 'yes' || (effect === 'deny' && match === 'unknown');

/** What a Consent says of content whose labels are known, or known to be missing. */
export function answer({ rules, reading }: ReadConsent, probe: Probe): Answer {
  const matched = rules.filter((rule) => {
    const { conditions, effect } = rule;
    const match = matchButLabels(conditions, probe, effect, reading);
    return applies(match, rule) && applies(matchLabels(conditions, probe.part, effect), rule);
  });
  return answerOf(standing(matched, rules));
}

/** What a Consent says when its rules for labels are left to whoever hands the content out. */
export function answerByLabel({ rules, reading }: ReadConsent, probe: Probe): Limited {
  const matched = rules.filter((rule) =>
    applies(matchButLabels(rule.conditions, probe, rule.effect, reading), rule),
  );
  const open = matched.filter((rule) => listsOf(rule).length === 0);
  const byLabel = matched.filter((rule) => listsOf(rule).length > 0);
  // An exception that asks for no label beside those of its parent holds wherever the parent does.
  const isCancelled = (rule: Rule) =>
    matched.some(
      (each) => isBelow(each, rule, rules) && listsOf(each).every((list) => listsOf(rule).includes(list)),
    );
  const standingByLabel = byLabel.filter((rule) => !isCancelled(rule));
  const without = standingByLabel
    .filter(({ effect }) => effect === 'deny')
    .flatMap((rule) => listsOf(rule).at(-1) ?? []);

  const base = answerOf(standing(open, rules));
  if (base === 'permit') return { answer: 'permit', only: [], without };

  const permissions = standingByLabel.filter(
    (rule) =>
      rule.effect === 'permit' &&
      // An exception opens what its own parents close, never what stands beside it.
      answerOf(standing(open, rules).filter((each) => !isBelow(rule, each, rules))) !== 'deny',
  );
  if (permissions.length === 0) return base === 'deny' ? { answer: base } : { answer: 'silent', without };
  const single = permissions.filter((rule) => listsOf(rule).length === 1);
  const lists =
    single.length > 0 ? [single.flatMap((rule) => listsOf(rule).flat())] : listsOf(permissions[0]);
  const closes = base === 'deny';
  return { answer: 'permit', only: lists.map((labels) => ({ labels, closes })), without };
}

const listsOf = (rule: Rule | undefined): (readonly Code[])[] =>
  (rule?.conditions ?? []).flatMap(({ labels }) => (labels ? [labels] : []));

/** The rules that no exception of theirs beats. */
function standing(matched: readonly Rule[], rules: readonly Rule[]): Rule[] {
  return matched.filter((rule) => !matched.some((each) => isBelow(each, rule, rules)));
}

function answerOf(standingRules: readonly Rule[]): Answer {
  if (standingRules.some(({ effect }) => effect === 'deny')) return 'deny';
  return standingRules.length > 0 ? 'permit' : 'silent';
}

function isBelow(rule: Rule, ancestor: Rule, rules: readonly Rule[]): boolean {
  for (let at = rule.exceptionTo; at !== null; at = rules[at]?.exceptionTo ?? null) {
    if (rules[at] === ancestor) return true;
  }
  return false;
}
