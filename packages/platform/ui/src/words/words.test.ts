import { describe, expect, test } from 'vitest';
import { en } from './en/index.ts';
import { findAvoided, longestSentence, messagesOf, STAFF_RULES, YOUTH_RULES } from './lint.ts';

const youth = ['handover', 'sharing', 'categories', 'purposes', 'systems', 'states'] as const;

describe.each(Object.entries(en))('the words of %s', (_area, catalogue) => {
  test('hold nothing of the list of words to avoid', () => {
    expect(findAvoided(catalogue, STAFF_RULES)).toEqual([]);
  });

  test('keep to 20 words a sentence', () => {
    const long = messagesOf(catalogue).filter(([, message]) => longestSentence(message) > 20);
    expect(long).toEqual([]);
  });

  test('leave no message empty', () => {
    expect(messagesOf(catalogue).filter(([, message]) => message.trim() === '')).toEqual([]);
  });
});

test.each(youth)(
  'what a young person reads in %s says permission, and calls them nothing but you',
  (area) => {
    expect(findAvoided(en[area], YOUTH_RULES)).toEqual([]);
  },
);

test('the word list finds what it is there for', () => {
  const planted = { a: 'Access denied!', b: { c: 'The victim refused consent.' } };
  expect(findAvoided(planted, YOUTH_RULES).map(({ path, word }) => [path, word])).toEqual([
    ['a', 'denied'],
    ['a', '!'],
    ['b.c', 'victim'],
    ['b.c', 'refused'],
    ['b.c', 'consent'],
  ]);
});

test('a sentence is counted without what is filled in', () => {
  expect(longestSentence('One two three. {{name}} can see four.')).toBe(4);
});
