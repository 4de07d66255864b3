import { describe, expect, test } from 'vitest';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { findAvoided, findHard, findLong, findOther, findUntranslated, messagesOf, RULES } from './lint.ts';

/** What a young person reads too, on a worker's screen. `plan`, `referrals`, `why` and `inbox` stand on pages of staff only. */
const FOR_YOUTH = ['handover', 'papers', 'sharing', 'categories', 'purposes', 'systems', 'states'];
/** Looked at by hand: the same word in both languages, or a law's own text. */
const SAME_IN_BOTH = [
  'common.product',
  'frame.searchKeys',
  'handover.choose.no',
  'protocols.hours.hours',
  'protocols.hours.minutes',
];

/** What of the law a young person reads. */
const YOUNG_LAW = Object.entries({ en, es }).map(([language, { law }]) => ({
  name: `${language}/law, for the young person`,
  language: language as 'en' | 'es',
  reader: 'youth' as const,
  words: { rules: law.young, needs: law.youngNeeds },
}));

const areas = Object.entries({ en, es }).flatMap(([language, catalogue]) =>
  Object.entries(catalogue).map(([area, words]) => ({
    name: `${language}/${area}`,
    language: language as 'en' | 'es',
    reader: FOR_YOUTH.includes(area) ? ('youth' as const) : ('staff' as const),
    words,
  })),
);

describe.each([...areas, ...YOUNG_LAW])('the words of $name', ({ language, reader, words }) => {
  test('hold nothing of the list of words to avoid', () => {
    expect(findAvoided(words, RULES[language][reader])).toEqual([]);
  });

  test('keep to 20 words a sentence', () => {
    expect(findLong(words)).toEqual([]);
  });

  test('are easy to read, each message of ten words or more', () => {
    expect(findHard(words, language, reader)).toEqual([]);
  });

  test('leave no message empty', () => {
    expect(messagesOf(words).filter(([, message]) => message.trim() === '')).toEqual([]);
  });
});

test('no message is left in English', () => {
  expect(findUntranslated(en, es, SAME_IN_BOTH)).toEqual([]);
});

test('the same things are filled into a sentence in both languages', () => {
  expect(findOther(en, es)).toEqual([]);
});

test('the word list finds what it is there for', () => {
  const planted = { a: 'Access denied!', b: { c: 'The victim refused consent.' } };
  expect(findAvoided(planted, RULES.en.youth).map(({ path, word }) => [path, word])).toEqual([
    ['a', 'denied'],
    ['a', '!'],
    ['b.c', 'victim'],
    ['b.c', 'refused'],
    ['b.c', 'consent'],
  ]);
});

test('the Spanish word list finds what it is there for, and no part of a word', () => {
  const planted = {
    a: '¡Acceso denegado!',
    b: 'La víctima se negó.',
    c: 'Dale el contrato a ella.',
    d: 'Aquel tratamiento.',
  };
  expect(findAvoided(planted, RULES.es.youth).map(({ path, word }) => [path, word])).toEqual([
    ['a', 'denegado'],
    ['a', '¡'],
    ['b', 'víctima'],
    ['b', 'se negó'],
    ['c', 'ella'],
  ]);
});

test('a sentence is counted without what is filled in', () => {
  const words = Array(18).fill('one').join(' ');
  expect(
    findLong({ a: `${words} {{a name of many words}} two.`, b: `${words} two three four.` }),
  ).toHaveLength(1);
});

test('hard, untranslated and differently filled messages are found', () => {
  const hard =
    'Authorisation for information disclosure necessitates comprehensive organisational documentation of every individual transaction.';
  expect(findHard({ hard }, 'en', 'staff')).toHaveLength(1);
  expect(findUntranslated({ a: 'Send', b: '{{x}}' }, { a: 'Send', b: '{{x}}' }, [])).toEqual(['a']);
  expect(findOther({ a: 'By {{name}}' }, { a: 'Por {{nombre}}' })).toEqual(['a']);
});
