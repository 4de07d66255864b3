import type { CategoryCode } from '@accord/consent';
import { kindWords, locale } from './words.ts';

export { fill } from './gaps.ts';

const list = new Intl.ListFormat(locale, { type: 'conjunction' });
const plural = new Intl.PluralRules(locale);

/** "goals", "goals and school", "goals, school, and health". */
export function listed(parts: readonly string[]): string {
  return list.format(parts);
}

export function kindsListed(kinds: readonly CategoryCode[]): string {
  return listed(kinds.map((kind) => kindWords[kind]));
}

/** Chooses the message for one or for many, and puts the number in its `{count}`. */
export function counted(
  count: number,
  one: `${string}{count}${string}`,
  other: `${string}{count}${string}`,
): string {
  return (plural.select(count) === 'one' ? one : other).replace('{count}', String(count));
}

export function sentenceCase(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
