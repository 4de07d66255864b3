import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../root.ts';

export interface Manifest {
  /** The folder, from the top of the repository; '' is the top itself. */
  folder: string;
  name: string;
  license?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

const NOT_OURS = ['node_modules', 'dist', '.data', '.tools', '.turbo', '.git'];

/** Paths of our own files, from the top of the repository. Throws when there is none: a check of nothing is no check. */
export function ownFiles(pattern: string): string[] {
  const found = globSync(pattern, {
    cwd: root,
    exclude: (name) => NOT_OURS.includes(name.split('/').at(-1) ?? ''),
  });
  if (found.length === 0) throw new Error(`No file matches ${pattern}.`);
  return found.map((path) => path.replaceAll('\\', '/')).toSorted();
}

export function readOwn(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function manifests(): Manifest[] {
  return ownFiles('**/package.json').map((path) => {
    const folder = dirname(path) === '.' ? '' : dirname(path);
    return { ...(JSON.parse(readOwn(path)) as Omit<Manifest, 'folder'>), folder };
  });
}
