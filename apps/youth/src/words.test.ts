import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AVOID } from './testing/avoid.ts';
import { gradeOf, sentencesOf, wordsOf } from './testing/grade.ts';
import { declineWords, kindWords, purposeWords, servedWords, words } from './words.ts';

const page = readFileSync(new URL('../index.html', import.meta.url), 'utf8');
/** Gaps are filled with a short name: what fills them is somebody's own words. */
const said = (message: string) => message.replace(/\{\w+\}/g, 'Sam');
const groups: Record<string, Record<string, string>> = {
  ...words,
  kinds: kindWords,
  purposes: purposeWords,
  served: servedWords,
  declined: declineWords,
};

describe.each(Object.entries(groups))('%s', (_group, texts) => {
  const messages = Object.values(texts).map(said);

  test('uses none of the words to avoid', () => {
    expect(messages.filter((text) => AVOID.some((word) => word.test(text)))).toEqual([]);
  });

  test('has no sentence of more than 20 words', () => {
    const sentences = messages.flatMap(sentencesOf);
    expect(sentences.filter((sentence) => wordsOf(sentence).length > 20)).toEqual([]);
  });

  test('reads at grade 6 or lower, each message of ten words or more', () => {
    expect(messages.filter((text) => wordsOf(text).length >= 10 && gradeOf(text) > 6)).toEqual([]);
  });
});

test.each(Object.keys(words))('all that %s says, taken together, reads at grade 6 or lower', (group) => {
  const sentences = Object.values(groups[group] ?? {}).filter((text) => wordsOf(text).length >= 4);
  expect(gradeOf(sentences.map((text) => said(text).replace(/[^.?]$/, '$&.')).join(' '))).toBeLessThanOrEqual(
    6,
  );
});

describe('the avoid list', () => {
  test.each(['your consent', 'Case notes', 'Access denied', 'Submit', 'Wait!'])('catches "%s"', (text) => {
    expect(AVOID.some((word) => word.test(text))).toBe(true);
  });
});

test.each([words.frame.name, words.exit.now, words.exit.covered, words.exit.uncover])(
  'index.html says "%s" too, before any script runs',
  (text) => {
    expect(page).toContain(`>${text}<`);
  },
);
