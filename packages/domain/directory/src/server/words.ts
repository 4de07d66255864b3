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
