/** What the tests of every catalogue ask of it, in both apps. */
export { easeOf, gradeOf, sentencesOf, wordsOf } from './grade.ts';
export {
  findAvoided,
  findHard,
  findLong,
  findOther,
  findUntranslated,
  messagesOf,
  readingOf,
  RULES,
} from './lint.ts';
export { en } from './en/index.ts';
