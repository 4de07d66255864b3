import type { lawNeeds, lawYoung } from './en/law-young.ts';

type AnyRule = keyof typeof lawYoung;
type Need = keyof typeof lawNeeds;

interface Line<Rule extends AnyRule> {
  needs: Need;
  rules: readonly Rule[];
}

interface Words<Rule> {
  ruleOf: (rule: Rule) => string;
  needOf: (need: Need) => string;
}

const MARKS: readonly AnyRule[] = ['initials', 'IM-3'];

/** What comes first: where the young person left out the mark of a kind, no other signature opens it. */
export const firstNeed = <Rule extends AnyRule>({ needs, rules }: Line<Rule>): Need =>
  needs !== 'no' && rules.some((rule) => MARKS.includes(rule)) ? 'initials' : needs;

/**
 * Why a form of theirs does not open a kind, in plain sentences, each once: what is missing first, then why. Where
 * nothing could be added, that an adult has not signed either is no news.
 */
export function readForYoung<Rule extends AnyRule>(
  line: Line<Rule>,
  { ruleOf, needOf }: Words<Rule>,
): string[] {
  const needs = firstNeed(line);
  const why = [...new Set(line.rules.map(ruleOf))];
  if (needs === 'counsel') return [...new Set([needOf(needs), ...why])];
  if (needs !== 'no') return [needOf(needs)];
  const others = why.filter((sentence) => sentence !== needOf('adult'));
  return others.length > 0 ? others : [needOf(needs)];
}
