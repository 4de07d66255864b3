import { expect, test } from 'vitest';
import { termsOf } from './terms.ts';

test.each([
  ['  Robin   ÁLVAREZ ', [{ word: 'robin' }, { word: 'alvarez' }]],
  ['soto-lee', [{ word: 'soto' }, { word: 'lee' }]],
  ['2010-03-14', [{ days: ['2010-03-14'] }]],
  ['2010-3-4', [{ days: ['2010-03-04'] }]],
  ['3/14/2010 robin', [{ days: ['2010-03-14'] }, { word: 'robin' }]],
  ['14.3.2010', [{ days: ['2010-03-14'] }]],
  ['3/4/2010', [{ days: ['2010-03-04', '2010-04-03'] }]],
  ['5/5/2010', [{ days: ['2010-05-05'] }]],
  ['31/31/2010', [{ word: '31' }, { word: '31' }, { word: '2010' }]],
  ['2010-02-30', [{ word: '2010' }, { word: '02' }, { word: '30' }]],
  ['🙂 -', []],
  ['', []],
])('“%s” asks for %j', (typed, terms) => {
  expect(termsOf(typed)).toEqual(terms);
});

test('a whole page that was pasted is cut to a search', () => {
  expect(termsOf('a '.repeat(500))).toHaveLength(8);
});
