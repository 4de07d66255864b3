import { expect, test } from 'vitest';
import { chooseCases } from './choose-cases.ts';

const heron = {
  caseId: '1',
  codeName: 'Heron',
  name: 'José R.',
  withMe: true,
};
const alder = {
  caseId: '2',
  codeName: 'Alder',
  name: null,
  withMe: false,
};
const cases = [heron, alder];

test('with nothing chosen the list stands as it came', () => {
  expect(chooseCases(cases, {}, '')).toEqual(cases);
});

test.each([
  [{ with: 'me' }, [heron]],
  [{ with: 'others' }, [alder]],
  [{ sort: 'code' }, [alder, heron]],
] as const)('%j chooses and orders', (view, expected) => {
  expect(chooseCases(cases, view, '')).toEqual(expected);
});

test.each([
  ['her', [heron]],
  ['JOSE', [heron]],
  ['r jo', [heron]],
  ['eron', []],
  ['al he', []],
])('“%s” finds by the beginnings of words, with or without accents', (text, expected) => {
  expect(chooseCases(cases, {}, text)).toEqual(expected);
});

test('what the server found beyond the list is there too, once, and in the chosen order', () => {
  const far = { caseId: '3', codeName: 'Cedar', name: 'Ana', withMe: true };
  expect(chooseCases(cases, { sort: 'code' }, 'heron', [heron, far])).toEqual([far, heron]);
  expect(chooseCases(cases, { with: 'others' }, 'ana', [far])).toEqual([]);
});
