import { describe, expect, test } from 'vitest';
import { UnsealError } from './aead.ts';
import { holding, swaps, tampered, wrapping } from './contexts.testing.ts';
import { holderSecretsFor, unwrapHolderSecret, wrapHolderSecret } from './holder.ts';
import { newKey } from './keys.ts';
import { sealTo, unwrap, unwrapAny, wrapFor } from './wrap.ts';

const agencyKey = newKey();
const secret = newKey();
const { one } = holding;
const stored = wrapHolderSecret(agencyKey, secret, one);

describe('a young person’s secret, kept by the lead agency', () => {
  test('comes out with that agency’s key', () => {
    expect(unwrapHolderSecret(agencyKey, stored, { ...one }).equals(secret)).toBe(true);
  });

  test.each(swaps(holding))('does not come out with another $field', ({ context }) => {
    expect(() => unwrapHolderSecret(agencyKey, stored, context)).toThrow(UnsealError);
  });

  test('does not come out with any one byte changed, cut anywhere, or lengthened', () => {
    for (const bytes of tampered(stored)) {
      expect(() => unwrapHolderSecret(agencyKey, bytes, one), bytes.toString('hex')).toThrow(UnsealError);
    }
  });

  test('does not come out with another agency’s key, nor pass for a wrapped case key', () => {
    expect(() => unwrapHolderSecret(newKey(), stored, one)).toThrow(UnsealError);
    expect(() => unwrap(agencyKey, stored, wrapping.one)).toThrow(UnsealError);
  });
});

describe('what a young person opens wraps with', () => {
  const young = holderSecretsFor(secret, one);

  test('opens what was shared from within the ring and from another one', () => {
    const again = holderSecretsFor(unwrapHolderSecret(agencyKey, stored, one), one);
    expect(again.epoch).toBe(one.epoch);
    const key = newKey();
    for (const wrapped of [
      wrapFor(young.symmetric, key, wrapping.one),
      sealTo(young.x25519.publicKey, key, wrapping.one),
    ]) {
      expect(unwrapAny(again, wrapped, wrapping.one).equals(key)).toBe(true);
    }
  });

  test('is another thing in another epoch, for another person, or from another secret', () => {
    const wrapped = wrapFor(young.symmetric, newKey(), wrapping.one);
    const sealed = sealTo(young.x25519.publicKey, newKey(), wrapping.one);
    for (const other of [
      holderSecretsFor(secret, { ...one, epoch: 2 }),
      holderSecretsFor(secret, { ...one, youngPersonId: holding.other.youngPersonId }),
      holderSecretsFor(newKey(), one),
    ]) {
      expect(() => unwrapAny(other, wrapped, wrapping.one)).toThrow(UnsealError);
      expect(() => unwrapAny(other, sealed, wrapping.one)).toThrow(UnsealError);
    }
  });
});
