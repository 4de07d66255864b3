import { hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import type { AgencyId, CaseId } from '@accord/kernel';
import { canonical } from './canonical.ts';
import { KEY_BYTES, SecretKey } from './secret-key.ts';

/**
 * The category mask of a wrap that holds the case key itself, from which every category key of that owner
 * agency follows. Only the owner agency gets such a wrap. No category key has this mask.
 */
export const CASE_KEY = 0n;

/** 32 bytes from the operating system's generator. */
export function newKey(): SecretKey {
  return new SecretKey(randomBytes(KEY_BYTES));
}

/** Which key of a case: one owner agency's items, one exact set of categories, one version. */
export interface CategoryKeyOf {
  caseId: CaseId;
  ownerAgencyId: AgencyId;
  categoryMask: bigint;
  /** Raised when a share ends, so that what is written next is sealed with a key that the former reader never had. */
  version: number;
}

/**
 * The key for one exact set of categories. A set's key says nothing about the key of a larger, smaller or
 * overlapping set, nor about another version.
 *
 * @throws RangeError for an empty set.
 */
export function deriveCategoryKey(caseKey: SecretKey, of: CategoryKeyOf): SecretKey {
  if (of.categoryMask === CASE_KEY) throw new RangeError('cannot derive a key for no category');
  return derive(
    caseKey.handle,
    canonical('accord/category-key/salt/1', { caseId: of.caseId, ownerAgencyId: of.ownerAgencyId }),
    canonical('accord/category-key/1', { categoryMask: of.categoryMask, version: of.version }),
  );
}

/** HKDF-SHA-256 (RFC 5869) to one key. `info` carries a label of its own for each use. */
export function derive(from: KeyObject | Buffer, salt: Buffer, info: Buffer): SecretKey {
  return new SecretKey(new Uint8Array(hkdfSync('sha256', from, salt, info, KEY_BYTES)));
}
