import {
  findAvoided,
  findHard,
  findLong,
  findOther,
  findUntranslated,
  gradeOf,
  messagesOf,
  RULES,
  wordsOf,
} from '@accord/ui/check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pageIn } from './help/pages.ts';
import * as english from './words/en.ts';
import * as spanish from './words/es.ts';

const page = readFileSync(new URL('../index.html', import.meta.url), 'utf8');
const groupsOf = ({ words, ...lists }: typeof english | typeof spanish) => ({ ...words, ...lists });
const en = groupsOf(english);
const es = groupsOf(spanish);

/** Looked at by hand: the same word in both languages. */
const SAME_IN_BOTH = ['frame.name'];

const groups = Object.entries({ en, es }).flatMap(([language, all]) =>
  Object.entries(all).map(([group, texts]) => ({
    name: `${language}/${group}`,
    language: language as 'en' | 'es',
    texts,
  })),
);

describe.each(groups)('$name', ({ language, texts }) => {
  test('uses none of the words to avoid', () => {
    expect(findAvoided(texts, RULES[language].youth)).toEqual([]);
  });

  test('has no sentence of more than 20 words', () => {
    expect(findLong(texts)).toEqual([]);
  });

  test('is easy to read, each message of ten words or more', () => {
    expect(findHard(texts, language, 'youth')).toEqual([]);
  });
});

test.each(Object.entries(en))(
  'all that %s says, taken together, reads at grade 6 or lower',
  (_group, texts) => {
    const sentences = messagesOf(texts)
      .map(([, message]) => message.replace(/\{\w+\}/g, 'Sam'))
      .filter((text) => wordsOf(text).length >= 4)
      .map((text) => text.replace(/[^.?]$/, '$&.'));
    expect(sentences.length === 0 ? 0 : gradeOf(sentences.join(' '))).toBeLessThanOrEqual(6);
  },
);

test('no message is left in English', () => {
  expect(findUntranslated(en, es, SAME_IN_BOTH)).toEqual([]);
});

test('the same things are filled into a sentence in both languages', () => {
  expect(findOther(en, es)).toEqual([]);
});

test.each(Object.values(english.words.exit))('index.html says "%s" too, before any script runs', (text) => {
  expect(page).toMatch(new RegExp(`[>"]${text}[<"]`));
});

test.each([...Object.values(spanish.words.exit), spanish.words.help.title])(
  'the Spanish page says "%s" before any script runs',
  (text) => {
    expect(pageIn('es', page)).toMatch(new RegExp(`[>"]${text}[<"]`));
  },
);

test('the Spanish page says its language, and nothing of it is left in English', () => {
  const built = pageIn('es', page);
  expect(built).toContain('<html lang="es">');
  for (const text of Object.values(english.words.exit))
    expect(built).not.toMatch(new RegExp(`[>"]${text}[<"]`));
});
