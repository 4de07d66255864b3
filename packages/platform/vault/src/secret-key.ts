import { createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';

export const KEY_BYTES = 32;
const REDACTED = '[secret key]';

/**
 * 256 secret bits that do not print themselves: not through console.log, util.inspect, JSON, a template
 * string, an assertion's diff, or an error. A class and not a Buffer, because a Buffer shows its bytes
 * through iteration, `toString`, `Object.values` and `structuredClone`.
 */
export class SecretKey {
  readonly #key: KeyObject;

  /** @throws RangeError unless there are exactly 32 bytes. The bytes are copied. */
  constructor(bytes: Uint8Array) {
    if (bytes.length !== KEY_BYTES) throw new RangeError('a secret key has 32 bytes');
    this.#key = createSecretKey(bytes);
  }

  /** For node:crypto, which takes the handle without the bytes coming back to JavaScript. */
  get handle(): KeyObject {
    return this.#key;
  }

  /** A copy of the bytes: to be wrapped, or written to the ring's file, and nothing else. */
  reveal(): Buffer {
    return this.#key.export();
  }

  /** In constant time. Deep-equality helpers see no fields here and would call any two keys equal. */
  equals(other: SecretKey): boolean {
    return timingSafeEqual(this.reveal(), other.reveal());
  }

  toJSON(): string {
    return REDACTED;
  }

  toString(): string {
    return REDACTED;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return REDACTED;
  }
}
