import { describe, expect, test } from 'vitest';
import { UnsealError } from './aead.ts';
import { swaps, tampered, wrapping } from './contexts.testing.ts';
import { type HolderSecrets, newHolderSecrets } from './holder-secrets.ts';
import { newKey } from './keys.ts';
import type { SecretKey } from './secret-key.ts';
import { openFrom, sealTo, unwrap, unwrapAny, type WrapContext, wrapFor, type Wrapped } from './wrap.ts';
import { exportPublicKey, importPublicKey } from './x25519.ts';

const key = newKey();
const holder = newHolderSecrets(1);
const { one } = wrapping;

interface Way {
  way: string;
  length: number;
  wrap: (holder: HolderSecrets, key: SecretKey, context: WrapContext) => Wrapped;
  open: (holder: HolderSecrets, wrapped: Uint8Array, context: WrapContext) => SecretKey;
}

const ways: Way[] = [
  {
    way: 'within one ring',
    length: 61,
    wrap: (to, ...rest) => wrapFor(to.symmetric, ...rest),
    open: (by, ...rest) => unwrap(by.symmetric, ...rest),
  },
  {
    way: 'between rings',
    length: 93,
    wrap: (to, ...rest) => sealTo(to.x25519.publicKey, ...rest),
    open: (by, ...rest) => openFrom(by.x25519.privateKey, ...rest),
  },
];

describe.each(ways)('a key wrapped $way', ({ length, wrap, open }) => {
  const wrapped = wrap(holder, key, one);

  test('comes out for its holder, also where the kind of wrap is not known', () => {
    expect(open(holder, wrapped, { ...one }).equals(key)).toBe(true);
    expect(unwrapAny(holder, new Uint8Array(wrapped), one).equals(key)).toBe(true);
  });

  test('comes out when it has no end', () => {
    const endless = { ...one, endsAt: null };
    expect(open(holder, wrap(holder, key, endless), endless).equals(key)).toBe(true);
  });

  test('is different each time, of fixed length, and does not hold the key', () => {
    expect(wrap(holder, key, one).equals(wrapped)).toBe(false);
    expect(wrapped).toHaveLength(length);
    expect(wrapped.includes(key.reveal())).toBe(false);
  });

  test.each(swaps(wrapping))('does not come out with another $field', ({ context }) => {
    expect(() => open(holder, wrapped, context)).toThrow(UnsealError);
    expect(() => unwrapAny(holder, wrapped, context)).toThrow(UnsealError);
  });

  test('does not come out when its end is taken away', () => {
    expect(() => open(holder, wrapped, { ...one, endsAt: null })).toThrow(UnsealError);
  });

  test('does not come out for another holder, nor for the same one in another epoch', () => {
    const later = newHolderSecrets(2);
    expect(() => open(later, wrapped, one)).toThrow(UnsealError);
    expect(() => unwrapAny(later, wrapped, one)).toThrow(UnsealError);
  });

  test('does not come out with any one byte changed, cut anywhere, or lengthened', () => {
    for (const bytes of tampered(wrapped)) {
      expect(() => open(holder, bytes, one), bytes.toString('hex')).toThrow(UnsealError);
      expect(() => unwrapAny(holder, bytes, one), bytes.toString('hex')).toThrow(UnsealError);
    }
  });

  test('is not made for a context that cannot be bound', () => {
    expect(() => wrap(holder, key, { ...one, basisId: '' })).toThrow('cannot bind basisId');
  });
});

describe('the two kinds of wrap', () => {
  test('do not pass for one another', () => {
    const [inside, between] = ways.map(({ wrap }) => wrap(holder, key, one)) as [Wrapped, Wrapped];
    expect(() => unwrap(holder.symmetric, between, one)).toThrow(UnsealError);
    expect(() => openFrom(holder.x25519.privateKey, inside, one)).toThrow(UnsealError);
  });

  test('work between two nodes that know only each other’s public bytes', () => {
    const [here, there] = [newHolderSecrets(1), newHolderSecrets(1)];
    for (const [from, to] of [
      [here, there],
      [there, here],
    ] as const) {
      const published = importPublicKey(exportPublicKey(to.x25519.publicKey));
      const wrapped = sealTo(published, key, one);
      expect(unwrapAny(to, wrapped, one).equals(key)).toBe(true);
      expect(() => unwrapAny(from, wrapped, one)).toThrow(UnsealError);
    }
  });

  test('refuse a public key that would make the shared secret known to everyone', () => {
    const zero = Buffer.alloc(32);
    expect(() => sealTo(importPublicKey(zero), key, one)).toThrow();
    const wrapped = Buffer.from(sealTo(holder.x25519.publicKey, key, one));
    zero.copy(wrapped, 1);
    expect(() => openFrom(holder.x25519.privateKey, wrapped, one)).toThrow(UnsealError);
  });

  test('take no public key of another length', () => {
    expect(() => importPublicKey(Buffer.alloc(31))).toThrow(RangeError);
  });
});
