import { describe, expect, test } from 'vitest';
import { canonical, type BoundValue } from './canonical.ts';

describe('canonical', () => {
  test('gives the same bytes for the same values, on every machine', () => {
    const bytes = canonical('a', { id: 'é', mask: 5n, end: new Date(1), none: null });
    expect(bytes.toString('hex')).toBe(
      ['7300000001' + '61', '7300000002' + 'c3a9', '6900000008' + '0000000000000005', '6400000008']
        .concat('0000000000000001', '7a00000000')
        .join(''),
    );
  });

  test('gives different bytes for values that a separator would confuse', () => {
    const values: Record<string, BoundValue>[] = [
      { a: 'x|y', b: 'z' },
      { a: 'x', b: 'y|z' },
      { a: 'xy', b: 'z' },
      { a: 'x', b: 'yz' },
      { a: 'x', b: 'y', c: 'z' },
      { a: 'x', b: 's\0\0\0\x01yz' },
      { a: '1', b: 2 },
      { a: 1, b: '2' },
      { a: 1, b: 2 },
      { a: 1, b: new Date(2) },
      { a: 1, b: null },
      { a: 1 },
    ];
    const distinct = new Set(values.map((each) => canonical('label', each).toString('hex')));
    expect(distinct.size).toBe(values.length);
  });

  test('gives different bytes under different labels', () => {
    expect(canonical('wrap', { a: 1 })).not.toEqual(canonical('seal', { a: 1 }));
  });

  test.each<[string, BoundValue]>([
    ['an empty text', ''],
    ['half a character', '\ud800'],
    ['a negative mask', -1n],
    ['a mask of more than 63 bits', 2n ** 63n],
    ['a fraction', 1.5],
    ['a number that is not exact', 2 ** 53],
    ['no number', Number.NaN],
    ['no date', new Date(Number.NaN)],
    ['a missing value', undefined as unknown as BoundValue],
  ])('refuses %s by the name of its field', (_, value) => {
    expect(() => canonical('label', { someField: value })).toThrow(/^cannot bind someField: /);
  });
});
