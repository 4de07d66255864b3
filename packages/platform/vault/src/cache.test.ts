import { describe, expect, test } from 'vitest';
import { UnsealError } from './aead.ts';
import { KeyCache, type WrapRow } from './cache.ts';
import { wrapping } from './contexts.testing.ts';
import { newHolderSecrets } from './holder-secrets.ts';
import { newKey } from './keys.ts';
import { unwrapAny, wrapFor } from './wrap.ts';

const holder = newHolderSecrets(1);
const endsAt = new Date('2031-05-01T00:00:00.000Z');
const before = new Date(endsAt.getTime() - 1);

function shared(change: Partial<WrapRow> = {}) {
  const key = newKey();
  const context = { ...wrapping.one, endsAt, ...change };
  const row: WrapRow = {
    ...context,
    wrapped: wrapFor(holder.symmetric, key, context),
    readAt: before,
    ...change,
  };
  return { key, row };
}

/** Opens rows through the cache and counts how often it had to unwrap. */
function opener(cache = new KeyCache()) {
  let unwraps = 0;
  const open = (row: WrapRow) =>
    cache.keyFor(row, () => {
      unwraps += 1;
      return unwrapAny(holder, row.wrapped, row);
    });
  return { open, cache, unwraps: () => unwraps };
}

describe('the key for a wrap that a statement returned', () => {
  test('is unwrapped once, then kept', () => {
    const { key, row } = shared();
    const { open, unwraps } = opener();
    expect(open(row)?.equals(key)).toBe(true);
    expect(open({ ...row, wrapped: new Uint8Array(row.wrapped) })?.equals(key)).toBe(true);
    expect(unwraps()).toBe(1);
  });

  test.each([0, 1, 86_400_000])('is none %i ms after the end, kept or not', (late) => {
    const { row } = shared();
    const { open, unwraps } = opener();
    const ended = { ...row, readAt: new Date(endsAt.getTime() + late) };
    expect(open(ended)).toBeUndefined();
    open(row);
    expect(open(ended)).toBeUndefined();
    expect(unwraps()).toBe(1);
  });

  test('is there as long as one wishes when the wrap has no end', () => {
    const { key, row } = shared({ endsAt: null });
    expect(
      opener()
        .open({ ...row, readAt: new Date('2999-01-01') })
        ?.equals(key),
    ).toBe(true);
  });

  test('is none when the end or the instant cannot be told', () => {
    const { row } = shared();
    const { open } = opener();
    expect(open({ ...row, endsAt: new Date(Number.NaN) })).toBeUndefined();
    expect(open({ ...row, readAt: new Date(Number.NaN) })).toBeUndefined();
    expect(open({ ...row, endsAt: undefined as unknown as null })).toBeUndefined();
  });

  test('is unwrapped again when the bytes under the same id have changed', () => {
    const [first, second] = [shared(), shared()];
    const { open, unwraps } = opener();
    open(first.row);
    expect(open(second.row)?.equals(second.key)).toBe(true);
    expect(open(second.row)?.equals(second.key)).toBe(true);
    expect(unwraps()).toBe(2);
  });

  test('does not come from the cache for bytes that were tampered with', () => {
    const { row } = shared();
    const { open } = opener();
    open(row);
    const wrapped = Buffer.from(row.wrapped);
    wrapped.writeUInt8(wrapped.readUInt8(20) ^ 1, 20);
    expect(() => open({ ...row, wrapped })).toThrow(UnsealError);
  });

  test('does not come from the cache when someone moved the end in the database', () => {
    const { row } = shared();
    const { open } = opener();
    open(row);
    const readAt = new Date(endsAt.getTime() + 1);
    expect(() => open({ ...row, readAt, endsAt: new Date('2099-01-01') })).toThrow(UnsealError);
    expect(() => open({ ...row, readAt, endsAt: null })).toThrow(UnsealError);
  });

  test('does not come from the cache for another case, holder or basis under the same id', () => {
    const { row } = shared();
    const { open } = opener();
    open(row);
    const { caseId, holderId, basisId } = wrapping.other;
    for (const change of [{ caseId }, { holderId }, { basisId }, { categoryMask: -1n }]) {
      expect(() => open({ ...row, ...change })).toThrow(UnsealError);
    }
  });

  test('does not stay when unwrapping failed', () => {
    const { row } = shared();
    const cache = new KeyCache();
    const fail = () => {
      throw new UnsealError();
    };
    expect(() => cache.keyFor(row, fail)).toThrow(UnsealError);
    expect(cache.size).toBe(0);
  });
});

describe('the cache of keys', () => {
  const wrapIds = ['a', 'b', 'c'];
  const [a, b, c] = wrapIds.map((wrapId) => shared({ wrapId }).row) as [WrapRow, WrapRow, WrapRow];

  test('drops what was used longest ago when it is full', () => {
    const { open, cache, unwraps } = opener(new KeyCache(2));
    for (const row of [a, b, a, c]) open(row);
    expect(cache.size).toBe(2);
    expect(unwraps()).toBe(3);
    open(a);
    expect(unwraps()).toBe(3);
    open(b);
    expect(unwraps()).toBe(4);
  });

  test('holds nothing after it was cleared', () => {
    const { open, cache, unwraps } = opener();
    open(a);
    cache.clear();
    expect(cache.size).toBe(0);
    open(a);
    expect(unwraps()).toBe(2);
  });
});
