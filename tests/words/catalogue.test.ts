import { ENTRIES, NEEDS } from '@accord/plans';
import { findAvoided, findLong, findOther, findUntranslated, RULES } from '@accord/ui/check';
import { expect, test } from 'vitest';

test('the words are plain, the same in both languages, and no label', () => {
  const said = (language: 'en' | 'es') =>
    Object.fromEntries([
      ...ENTRIES.map(({ id, name }) => [id, name[language]]),
      ...NEEDS.map(({ id, outcome }) => [`${id}.outcome`, outcome[language]]),
    ]);
  expect(findAvoided(said('en'), RULES.en.youth)).toEqual([]);
  expect(findAvoided(said('es'), RULES.es.youth)).toEqual([]);
  expect([...findLong(said('en')), ...findLong(said('es'))]).toEqual([]);
  expect(findOther(said('en'), said('es'))).toEqual([]);
  expect(findUntranslated(said('en'), said('es'), [])).toEqual([]);
});
