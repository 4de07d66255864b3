/** How hard a text is to read. A gate that can only fail: a good figure proves nothing, so people read it too. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!:])\s+/).filter((sentence) => wordsOf(sentence).length > 0);
}

export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}0-9][\p{L}0-9'-]*/gu) ?? [];
}

/** Counted by groups of vowels, without the ones that are written and not said. At least one. */
export function syllablesIn(word: string): number {
  const said = word
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/(?<=[a-z]{2})(?<![^aeiou]l)e$/, '')
    .replace(/(?<=[^aeiouytd])ed$/, 'd');
  return Math.max(1, said.match(/[aeiouy]+/g)?.length ?? 0);
}

/** School grade by Flesch and Kincaid (1975): 0.39 words a sentence + 11.8 syllables a word - 15.59. */
export function gradeOf(text: string): number {
  const words = wordsOf(text);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentencesOf(text).length) + 11.8 * (syllables / words.length) - 15.59;
}

/** In Spanish two vowels stay apart where both are open or one has the accent; i and u beside another one do not count. */
export function spanishSyllablesIn(word: string): number {
  const said = word
    .toLowerCase()
    .replace(/qu/g, 'k')
    .replace(/gu(?=[eiéí])/g, 'g')
    .replace(/y$/, 'i');
  const clusters = said.match(/[aeiouáéíóúü]+/g) ?? [];
  const count = clusters.reduce((sum, each) => sum + (each.match(/[aeoáéóíú]/g)?.length ?? 1), 0);
  return Math.max(1, count);
}

/** Reading ease of Spanish by Fernández Huerta (1959): 206.84 - 60 syllables a word - 1.02 words a sentence; 65 is normal. */
export function easeOf(text: string): number {
  const words = wordsOf(text);
  const syllables = words.reduce((sum, word) => sum + spanishSyllablesIn(word), 0);
  return 206.84 - 60 * (syllables / words.length) - 1.02 * (words.length / sentencesOf(text).length);
}
