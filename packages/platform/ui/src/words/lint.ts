/** One hit of the word list: where it stands, what it is, and what to write instead. */
export interface Finding {
  path: string;
  word: string;
  instead: string;
}

type Rule = readonly [pattern: RegExp, instead: string];

/** experience.md 1.6: not in any message that staff read. */
export const STAFF_RULES: readonly Rule[] = [
  [/\b(trafficking|exploitation)\b/i, 'do not name it'],
  [/\b(child prostitute|rescue[ds]?|pimp|john)\b/i, 'young person; person who harmed you'],
  [/\b(victims?|survivors?)\b/i, "the person's own word"],
  [/\b(runaways?|awol)\b/i, 'away from placement'],
  [/\b(refused|non-?compliant|failed to appear)\b/i, 'chose not to; missed'],
  [/\b(alleges?|claims|admits)\b/i, 'said'],
  [/\b(denied|denies|violations?|unauthori[sz]ed|forbidden)\b/i, "isn't shared with you"],
  [/\bproxy\b/i, 'trusted person'],
  [/\b(submit|proceed|invalid)\b/i, 'Send; Next; Check the date'],
  [/\b(he|she|his|her|hers|him)\b/i, 'they, or the name'],
  [/!/, 'a full stop'],
];

/** And, beside those, not in any message that a young person reads. */
export const YOUTH_RULES: readonly Rule[] = [
  ...STAFF_RULES,
  [/\bconsent\w*\b/i, 'permission'],
  [/\bdisclos\w*\b/i, 'who has seen your information'],
  [/\b(grant\w*|revok\w*|terminat\w*)\b/i, 'share; stop sharing'],
  [/\b(subject|client|case)\b/i, 'you'],
];

/** Every message in a catalogue with the path of its key. */
export function messagesOf(catalogue: object, path = ''): [path: string, message: string][] {
  return Object.entries(catalogue).flatMap(([key, value]): [string, string][] => {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === 'string') return [[here, value]];
    return typeof value === 'object' && value !== null ? messagesOf(value, here) : [];
  });
}

/** Words of the list in a catalogue. Names in braces are filled in later and are not words. */
export function findAvoided(catalogue: object, rules: readonly Rule[]): Finding[] {
  return messagesOf(catalogue).flatMap(([path, message]) => {
    const text = message.replaceAll(/\{\{.*?\}\}/g, 'x');
    return rules.flatMap(([pattern, instead]) => {
      const word = pattern.exec(text)?.[0];
      return word === undefined ? [] : [{ path, word, instead }];
    });
  });
}

/** The longest sentence of a message, in words. */
export function longestSentence(message: string): number {
  const sentences = message.replaceAll(/\{\{.*?\}\}/g, 'x').split(/[.?:](?:\s|$)/);
  return Math.max(...sentences.map((sentence) => sentence.split(/\s+/).filter(Boolean).length));
}
