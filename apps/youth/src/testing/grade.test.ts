import { expect, test } from 'vitest';
import { gradeOf, sentencesOf, syllablesIn } from './grade.ts';

test.each([
  ['goals', 1],
  ['stop', 1],
  ['shared', 1],
  ['wanted', 2],
  ['people', 2],
  ['phone', 1],
  ['information', 4],
  ['988', 1],
])('%s has %i syllables', (word, count) => {
  expect(syllablesIn(word)).toBe(count);
});

test('sentences end at a full stop, a question mark and a colon', () => {
  expect(sentencesOf('Stop it? You can. It says: no')).toHaveLength(4);
});

test('a plain line reads at a low grade and an official one does not', () => {
  expect(gradeOf('The cat sat on the mat. It was a good cat.')).toBeLessThan(2);
  expect(
    gradeOf('Authorisation for information disclosure necessitates organisational documentation.'),
  ).toBeGreaterThan(12);
});
