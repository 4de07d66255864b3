import { SYNONYMS } from '../contract/index.ts';

/** What is longer than any word is cut into pieces; a lexeme of Postgres ends at 2 kB. */
const WORD = /[\p{L}\p{N}]{1,60}/gu;
const MOST_WORDS = 12;
/** Positions of a tsvector end here; what comes later is not searched by place, and no service says so much. */
const LAST_POSITION = 16_383;

/**
 * The words of a text for searching: lower case, without accents, letters and digits only. The same function
 * serves what is stored and what is asked, so that the locale of the database has no say.
 */
function wordsOf(text: string): string[] {
  const folded = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
  return folded.match(WORD) ?? [];
}

/** Texts by weight, A before D, as the text form of a tsvector. Words hold no quotes, so none is escaped. */
export function toVector(texts: Record<'A' | 'B' | 'C' | 'D', string | null>): string {
  let position = 0;
  const entries: string[] = [];
  for (const [weight, text] of Object.entries(texts)) {
    for (const word of wordsOf(text ?? '')) {
      position = Math.min(position + 1, LAST_POSITION);
      entries.push(`'${word}':${position}${weight}`);
    }
  }
  return entries.join(' ');
}

/**
 * A search as the text form of a tsquery: every word must begin a word of the service.
 * @param weights where to look, such as `AB`. @returns undefined when the text has no word in it.
 */
export function toQuery(text: string, weights = ''): string | undefined {
  const words = [...new Set(wordsOf(text))].slice(0, MOST_WORDS);
  return words.length === 0 ? undefined : words.map((word) => `'${word}':*${weights}`).join(' & ');
}

/**
 * The same search, where each need of `SYNONYMS` that is named also finds the words that services use for it. A need
 * of several words ("place to sleep") is one need: its small words are not asked for.
 */
export function toWideQuery(text: string): string | undefined {
  const words = wordsOf(text).slice(0, MOST_WORDS);
  const parts: string[] = [];
  for (let at = 0; at < words.length;) {
    const need = needAt(words, at);
    const typed = words.slice(at, at + (need?.length ?? 1));
    const literally = typed.map(begins).join(' & ');
    parts.push(need ? `(${[`(${literally})`, ...need.finds.map(begins)].join(' | ')})` : literally);
    at += typed.length;
  }
  return parts.length === 0 ? undefined : [...new Set(parts)].join(' & ');
}

const begins = (word: string) => `'${word}':*`;

const NEEDS = SYNONYMS.flatMap(({ said, finds }) =>
  said.map((phrase) => ({ said: wordsOf(phrase), finds: finds.flatMap(wordsOf) })),
).toSorted((a, b) => b.said.length - a.said.length);

/** The longest need that is named from this word on. */
function needAt(
  words: readonly string[],
  at: number,
): { length: number; finds: readonly string[] } | undefined {
  const need = NEEDS.find(({ said }) => said.every((word, index) => words[at + index] === word));
  return need && { length: need.said.length, finds: need.finds };
}
