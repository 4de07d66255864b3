import { expect, test } from 'vitest';
import { easeOf, gradeOf, sentencesOf, spanishSyllablesIn, syllablesIn } from './grade.ts';

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

test.each([
  ['casa', 2],
  ['guerra', 2],
  ['quién', 1],
  ['leer', 2],
  ['día', 2],
  ['información', 4],
  ['soy', 1],
  ['988', 1],
])('%s has %i syllables in Spanish', (word, count) => {
  expect(spanishSyllablesIn(word)).toBe(count);
});

test('a plain line of Spanish is easy and an official one is not', () => {
  expect(easeOf('Puedes parar cuando quieras. Te ayudan igual, digas lo que digas.')).toBeGreaterThan(75);
  expect(
    easeOf('La autorización administrativa correspondiente condiciona la disponibilidad de la información.'),
  ).toBeLessThan(20);
});
