import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the repository. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A path under .data, whose folder is there. */
export function data(path: string): string {
  const full = join(root, '.data', path);
  mkdirSync(dirname(full), { recursive: true });
  return full;
}
