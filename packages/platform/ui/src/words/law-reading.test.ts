import { expect, test } from 'vitest';
import { lawNeeds, lawYoung } from './en/law-young.ts';
import { firstNeed, readForYoung } from './law-reading.ts';

const words = {
  ruleOf: (rule: keyof typeof lawYoung) => lawYoung[rule],
  needOf: (need: keyof typeof lawNeeds) => lawNeeds[need],
};

test('what waits for an adult says so once, whatever asks for it', () => {
  expect(readForYoung({ needs: 'adult', rules: ['H-11', 'F-3'] }, words)).toEqual([lawNeeds.adult]);
});

test('a mark that was left out comes before the signature of somebody else', () => {
  expect(firstNeed({ needs: 'adult', rules: ['H-11', 'initials'] })).toBe('initials');
  expect(firstNeed({ needs: 'counsel', rules: ['IM-3'] })).toBe('initials');
  expect(firstNeed({ needs: 'no', rules: ['JJ-3', 'initials'] })).toBe('no');
});

test('what nothing opens says why, and not that an adult has not signed', () => {
  expect(readForYoung({ needs: 'no', rules: ['V-2', 'V-3'] }, words)).toEqual([lawYoung['V-2']]);
  expect(readForYoung({ needs: 'no', rules: ['F-3'] }, words)).toEqual([lawNeeds.no]);
});

test('what somebody has to look at says that first', () => {
  expect(readForYoung({ needs: 'counsel', rules: ['MC-1', 'H-11'] }, words)).toEqual([
    lawNeeds.counsel,
    lawNeeds.adult,
  ]);
});
