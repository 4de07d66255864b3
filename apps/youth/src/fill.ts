import type { CategoryCode } from '@accord/consent';
import { kindWords } from './words.ts';

type Gap<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Gap<Rest>
  : never;

/** Puts values into the gaps of a message. A gap without a value does not compile. */
export function fill<Text extends string>(text: Text, values: Record<Gap<Text>, string | number>): string {
  const given: Record<string, string | number> = values;
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(given[name] ?? gap));
}

const list = new Intl.ListFormat('en-US', { type: 'conjunction' });
const plural = new Intl.PluralRules('en-US');

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
