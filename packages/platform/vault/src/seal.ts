import type { AgencyId, CaseId } from '@accord/kernel';
import { decrypt, encrypt, orUnseal, UnsealError } from './aead.ts';
import { canonical } from './canonical.ts';
import type { SecretKey } from './secret-key.ts';

/** The one place that a sealed value belongs to. Anywhere else it does not open. */
export interface SealContext {
  /** Table and column, when one row holds more than one sealed value: `case_item_body.body`. */
  table: string;
  rowId: string;
  /** Version of the row, so that an older value cannot stand in for a newer one. */
  version: number;
  caseId: CaseId;
  ownerAgencyId: AgencyId;
  categoryMask: bigint;
  /** Version of the key that it is sealed with. */
  keyVersion: number;
}

const FORMAT = 1;

/**
 * Format byte, nonce, AES-256-GCM ciphertext, tag: 29 bytes longer than the text. Text is written as UTF-8.
 *
 * @throws RangeError that names the field of the context which cannot be bound.
 */
export function seal(key: SecretKey, plaintext: Uint8Array | string, context: SealContext): Buffer {
  const bytes = typeof plaintext === 'string' ? Buffer.from(plaintext, 'utf8') : plaintext;
  return Buffer.concat([Buffer.of(FORMAT), encrypt(key, bytes, associated(context))]);
}

/** @throws UnsealError when key, bytes or any field of the context differ from what was sealed. */
export function open(key: SecretKey, sealed: Uint8Array, context: SealContext): Buffer {
  if (sealed[0] !== FORMAT) throw new UnsealError();
  return orUnseal(() => decrypt(key, sealed.subarray(1), associated(context)));
}

function associated(context: SealContext): Buffer {
  return canonical('accord/seal/1', {
    table: context.table,
    rowId: context.rowId,
    version: context.version,
    caseId: context.caseId,
    ownerAgencyId: context.ownerAgencyId,
    categoryMask: context.categoryMask,
    keyVersion: context.keyVersion,
  });
}
