import { CURES, REASONS, RULE_IDS } from '@accord/consent';
import { en, findAvoided, findHard, findLong, RULES } from '@accord/ui/check';
import { expect, test } from 'vitest';

// The rule gives codes and the words stand apart from it: this is where the two meet.

const { young, officer, cure, recipient } = en.law;
const CODES = [...REASONS, ...RULE_IDS];

test('every way to deny or permit has a sentence for the young person, and one for the officer', () => {
  expect(Object.keys(young).toSorted()).toEqual(CODES.toSorted());
  expect(Object.keys(officer).toSorted()).toEqual(CODES.toSorted());
});

test('everything that would make it open has a sentence', () => {
  expect(Object.keys(cure).toSorted()).toEqual([...CURES].toSorted());
});

test('a young person can read theirs', () => {
  expect(findAvoided(young, RULES.en.youth)).toEqual([]);
  expect(findHard(young, 'en', 'youth')).toEqual([]);
  expect(findLong(young)).toEqual([]);
});

test('a recipient has one sentence, and none of it tells of something withheld', () => {
  expect(Object.values(recipient)).toEqual(['You have been given everything that has been released to you.']);
});

test('no sentence holds a name, of a person or of an agency, or a place for one', () => {
  for (const words of [young, officer, cure]) {
    for (const sentence of Object.values(words)) expect(sentence).not.toMatch(/\{\{/);
  }
});
