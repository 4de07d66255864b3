import { createHash } from 'node:crypto';

/** Stands for the content of a row, in the order of its columns: equal digests, nothing to write. */
export function digestOf(row: object): string {
  return createHash('sha256').update(JSON.stringify(row)).digest('base64url');
}
