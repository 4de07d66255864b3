import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SecretKey } from './secret-key.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A sealed value or a wrapped key did not open: wrong key, changed bytes, moved to another place, or an
 * unknown format. Which of these it was is not said, and no cause is attached: neither could help a caller.
 */
export class UnsealError extends Error {
  override readonly name = 'UnsealError';

  constructor() {
    super('a sealed value did not open');
  }
}

/** Nonce, ciphertext, tag. The nonce is random: one key serves fewer than 2^32 values (SP 800-38D, 8.3). */
export function encrypt(key: SecretKey, plaintext: Uint8Array, associated: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key.handle, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated);
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** @throws when the tag does not fit; callers turn every failure into an `UnsealError`. */
export function decrypt(key: SecretKey, sealed: Uint8Array, associated: Uint8Array): Buffer {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new UnsealError();
  const end = sealed.length - TAG_BYTES;
  const cipher = createDecipheriv(CIPHER, key.handle, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  cipher.setAAD(associated);
  cipher.setAuthTag(sealed.subarray(end));
  return Buffer.concat([cipher.update(sealed.subarray(NONCE_BYTES, end)), cipher.final()]);
}

/** Runs `work`; whatever it throws becomes one `UnsealError`, a context that cannot be encoded included. */
export function orUnseal<Result>(work: () => Result): Result {
  try {
    return work();
  } catch {
    throw new UnsealError();
  }
}
