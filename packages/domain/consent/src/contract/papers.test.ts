import { expect, test } from 'vitest';
import { paperHolds } from './papers.ts';

const paper = { isPublished: true, isSigned: true, isTranslated: false, reader: null };

test('a published text that an advisor signed takes a permission', () => {
  expect(paperHolds(paper)).toEqual([]);
});

test('no text is nothing that anybody can sign', () => {
  expect(paperHolds(null)).toEqual(['no-text']);
});

test('what no advisor signed says so, published or not', () => {
  expect(paperHolds({ ...paper, isSigned: false })).toEqual(['no-advisor']);
  expect(paperHolds({ ...paper, isSigned: false, isPublished: false })).toEqual([
    'no-advisor',
    'not-published',
  ]);
  expect(paperHolds({ ...paper, isPublished: false })).toEqual(['not-published']);
});

test('a translation needs a named reader too', () => {
  expect(paperHolds({ ...paper, isTranslated: true })).toEqual(['no-reader']);
  expect(paperHolds({ ...paper, isTranslated: true, reader: 'M. Vidal' })).toEqual([]);
});
