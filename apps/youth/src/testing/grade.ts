/** How hard a text is to read. A gate that can only fail: a good figure proves nothing, so people read it too. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!:])\s+/).filter((sentence) => wordsOf(sentence).length > 0);
}

export function wordsOf(text: string): string[] {
  return text.match(/[A-Za-z0-9][A-Za-z0-9'-]*/g) ?? [];
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
