import { createPublicKey, diffieHellman, type KeyObject } from 'node:crypto';
import type { AgencyId, CaseId, YoungPersonId } from '@accord/kernel';
import { decrypt, encrypt, orUnseal, UnsealError } from './aead.ts';
import { canonical } from './canonical.ts';
import type { HolderSecrets } from './holder-secrets.ts';
import { derive } from './keys.ts';
import { SecretKey } from './secret-key.ts';
import { exportPublicKey, importPublicKey, newX25519Pair, PUBLIC_KEY_BYTES } from './x25519.ts';

/** Whose key this is, for whom, on what basis and until when. A wrap opens only as exactly this. */
export interface WrapContext {
  wrapId: string;
  caseId: CaseId;
  ownerAgencyId: AgencyId;
  /** The exact set of categories of a category key, or `CASE_KEY`. */
  categoryMask: bigint;
  keyVersion: number;
  holderId: AgencyId | YoungPersonId;
  /** The consent, custody, order, statute, mandate or emergency that this wrap stands on. */
  basisId: string;
  /** First instant at which the wrap opens nothing, in whole milliseconds; null for no end. */
  endsAt: Date | null;
}

/** Algorithm byte, then for 1: nonce, key, tag (61 bytes); for 2: ephemeral public key before those (93). */
export type Wrapped = Buffer;

const AES_256_GCM = 1;
const X25519 = 2;

/** For a holder whose secret is in this node's ring. */
export function wrapFor(holderKey: SecretKey, key: SecretKey, context: WrapContext): Wrapped {
  return wrapBytes(holderKey, key, wrapBinding(context));
}

/** @throws UnsealError when holder, bytes or any field of the context differ. */
export function unwrap(holderKey: SecretKey, wrapped: Uint8Array, context: WrapContext): SecretKey {
  return unwrapBytes(holderKey, wrapped, () => wrapBinding(context));
}

/**
 * For a holder on another ring, by its public key alone. It hides the key from everyone else, but does not
 * prove who wrapped it; and the public key must be known to be the holder's: see the README.
 */
export function sealTo(publicKey: KeyObject, key: SecretKey, context: WrapContext): Wrapped {
  const binding = wrapBinding(context);
  const ephemeral = newX25519Pair();
  const sent = exportPublicKey(ephemeral.publicKey);
  const agreed = agree(ephemeral.privateKey, publicKey, sent, exportPublicKey(publicKey));
  return Buffer.concat([Buffer.of(X25519), sent, encrypt(agreed, key.reveal(), binding)]);
}

/** @throws UnsealError when holder, bytes or any field of the context differ. */
export function openFrom(privateKey: KeyObject, wrapped: Uint8Array, context: WrapContext): SecretKey {
  if (wrapped[0] !== X25519) throw new UnsealError();
  return orUnseal(() => {
    const sent = wrapped.subarray(1, 1 + PUBLIC_KEY_BYTES);
    const own = exportPublicKey(createPublicKey(privateKey));
    const agreed = agree(privateKey, importPublicKey(sent), sent, own);
    return new SecretKey(decrypt(agreed, wrapped.subarray(1 + PUBLIC_KEY_BYTES), wrapBinding(context)));
  });
}

/** Opens either kind. Whether the wrap has ended is not asked here: that is `KeyCache.keyFor`. */
export function unwrapAny(holder: HolderSecrets, wrapped: Uint8Array, context: WrapContext): SecretKey {
  if (wrapped[0] === X25519) return openFrom(holder.x25519.privateKey, wrapped, context);
  return unwrap(holder.symmetric, wrapped, context);
}

/** The symmetric form, for any binding: wraps of keys here, holders' own secrets in `holder.ts`. */
export function wrapBytes(holderKey: SecretKey, key: SecretKey, binding: Buffer): Wrapped {
  return Buffer.concat([Buffer.of(AES_256_GCM), encrypt(holderKey, key.reveal(), binding)]);
}

export function unwrapBytes(holderKey: SecretKey, wrapped: Uint8Array, binding: () => Buffer): SecretKey {
  if (wrapped[0] !== AES_256_GCM) throw new UnsealError();
  return orUnseal(() => new SecretKey(decrypt(holderKey, wrapped.subarray(1), binding())));
}

/** Both public keys are in the salt, so that a wrap cannot be passed on as one for another holder. */
function agree(privateKey: KeyObject, publicKey: KeyObject, sent: Uint8Array, recipient: Buffer): SecretKey {
  const shared = diffieHellman({ privateKey, publicKey });
  return derive(shared, Buffer.concat([sent, recipient]), canonical('accord/wrap/x25519/1', {}));
}

export function wrapBinding(context: WrapContext): Buffer {
  return canonical('accord/wrap/1', {
    wrapId: context.wrapId,
    caseId: context.caseId,
    ownerAgencyId: context.ownerAgencyId,
    categoryMask: context.categoryMask,
    keyVersion: context.keyVersion,
    holderId: context.holderId,
    basisId: context.basisId,
    endsAt: context.endsAt,
  });
}
