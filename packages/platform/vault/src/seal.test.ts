import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { UnsealError } from './aead.ts';
import { sealing, swaps, tampered } from './contexts.testing.ts';
import { newKey } from './keys.ts';
import { open, seal } from './seal.ts';

const key = newKey();
const { one } = sealing;

describe('a sealed value', () => {
  test.each(['', 'Ana', 'Zoë, 名前, 🙂', 'x'.repeat(1_000_000)])(
    'opens to the text it was made of (case %#)',
    (text) => {
      expect(open(key, seal(key, text, one), one).toString('utf8')).toBe(text);
    },
  );

  test('opens to the bytes it was made of, from a view into a larger buffer too', () => {
    const bytes = new Uint8Array([9, 0, 255, 7, 9]).subarray(1, 4);
    const sealed = seal(key, bytes, one);
    const inside = Buffer.concat([Buffer.from('before'), sealed]).subarray(6);
    expect([...open(key, new Uint8Array(inside), { ...one })]).toEqual([0, 255, 7]);
  });

  test('is different each time, and holds nothing of the text', () => {
    const [first, second] = [seal(key, 'Ana Petrova', one), seal(key, 'Ana Petrova', one)];
    expect(first.equals(second)).toBe(false);
    expect(first.includes('Ana')).toBe(false);
    expect(first).toHaveLength('Ana Petrova'.length + 29);
  });

  test.each(swaps(sealing))('does not open with another $field', ({ context }) => {
    expect(() => open(key, seal(key, 'Ana', one), context)).toThrow(UnsealError);
  });

  test('does not open with any two fields exchanged', () => {
    const context = { ...one, version: one.keyVersion, keyVersion: one.version };
    expect(() => open(key, seal(key, 'Ana', one), context)).toThrow(UnsealError);
  });

  test('does not open with another key', () => {
    expect(() => open(newKey(), seal(key, 'Ana', one), one)).toThrow(UnsealError);
  });

  test('does not open with any one byte changed, cut anywhere, or lengthened', () => {
    for (const bytes of tampered(seal(key, 'Ana', one))) {
      expect(() => open(key, bytes, one), bytes.toString('hex')).toThrow(UnsealError);
    }
  });

  test('is not made for a place that cannot be named exactly', () => {
    expect(() => seal(key, 'Ana', { ...one, rowId: '' })).toThrow('cannot bind rowId');
    expect(() => seal(key, 'Ana', { ...one, categoryMask: -1n })).toThrow('cannot bind categoryMask');
  });

  test('says in its error neither the text, nor the place, nor the reason', () => {
    const said = [
      () => open(newKey(), seal(key, 'Ana', one), one),
      () => open(key, seal(key, 'Ana', one), { ...one, rowId: '' }),
      () => open(key, Buffer.alloc(0), one),
    ].map((attempt) => {
      try {
        return attempt();
      } catch (error) {
        expect(error).not.toHaveProperty('cause');
        return inspect(error, { showHidden: true }).replace(/\n\s+at .*/g, '');
      }
    });
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toMatch(/^UnsealError: a sealed value did not open/);
    expect(said[0]).not.toContain(one.caseId);
  });
});
