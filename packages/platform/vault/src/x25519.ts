import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import type { SecretKey } from './secret-key.ts';

export interface X25519Pair {
  privateKey: KeyObject;
  publicKey: KeyObject;
}

export const PUBLIC_KEY_BYTES = 32;

// The fixed DER heads of RFC 8410: node:crypto takes no bare X25519 key.
const SPKI_HEAD = Buffer.from('302a300506032b656e032100', 'hex');
const PKCS8_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex');

export function newX25519Pair(): X25519Pair {
  return generateKeyPairSync('x25519');
}

/** The pair whose private key is these 32 bytes (RFC 7748 clamps them). */
export function x25519PairFrom(secret: SecretKey): X25519Pair {
  return pairOf(Buffer.concat([PKCS8_HEAD, secret.reveal()]));
}

/** @param pkcs8 a private key in DER. @throws when it is not one, or not X25519. */
export function pairOf(pkcs8: Buffer): X25519Pair {
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  if (privateKey.asymmetricKeyType !== 'x25519') throw new RangeError('not an X25519 key');
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** The 32 bytes that other nodes read from the database. */
export function exportPublicKey(publicKey: KeyObject): Buffer {
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(-PUBLIC_KEY_BYTES);
}

/** @throws RangeError unless there are exactly 32 bytes. */
export function importPublicKey(bytes: Uint8Array): KeyObject {
  if (bytes.length !== PUBLIC_KEY_BYTES) throw new RangeError('an X25519 public key has 32 bytes');
  return createPublicKey({ key: Buffer.concat([SPKI_HEAD, bytes]), format: 'der', type: 'spki' });
}

/**
 * A public key as a stranger wrote it into the database; undefined when these bytes are none, or one of the few
 * points with which every agreement comes out the same (RFC 7748, 6.1).
 */
export function findPublicKey(bytes: Uint8Array): KeyObject | undefined {
  try {
    const publicKey = importPublicKey(bytes);
    diffieHellman({ privateKey: newX25519Pair().privateKey, publicKey });
    return publicKey;
  } catch {
    return undefined;
  }
}
