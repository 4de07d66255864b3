import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { canReach, chooseUser } from './user.ts';
import type { RunAs } from './user.ts';

/** Everything that one embedded Postgres keeps, and who it runs as. */
export interface Home {
  path: string;
  /** The folder that Postgres itself calls its data directory. */
  cluster: string;
  logFile: string;
  passwordFile: string;
  /** Holds a file for each process that uses the server, to tell a shared server from one left behind. */
  usersFolder: string;
  user: RunAs | undefined;
}

/** Others may pass through the folder, which Postgres needs, but not list it. */
const PASSABLE = 0o711;

/** Makes the folder; moves to the system's temporary folder, and says so, when Postgres could not enter it. */
export function openHome(dataDir: string, log: (line: string) => void): Home {
  const wanted = describe(makeFolder(resolve(dataDir)));
  if (wanted.user === undefined) return wanted;
  chmodSync(wanted.path, PASSABLE);
  if (canReach(wanted.path, wanted.user)) return wanted;
  const home = describe(sharedTemporaryFolder(wanted.path));
  log(`Postgres does not run as root, and user ${wanted.user.uid} cannot enter ${wanted.path}.`);
  log(`The data is kept in ${home.path} instead.`);
  return home;
}

/** Where the data of a folder that may already be in use is, without making anything. */
export function findHomes(dataDir: string): Home[] {
  return [resolve(dataDir), temporaryName(resolve(dataDir))].map(describe);
}

/**
 * A folder under the temporary folder, always the same one for the same path. Anybody may make folders there, so one
 * that is not ours is refused.
 */
export function sharedTemporaryFolder(path: string): string {
  const folder = makeFolder(temporaryName(path));
  const found = lstatSync(folder);
  if (!found.isDirectory() || (process.getuid && found.uid !== process.getuid())) {
    throw new Error(`${folder} belongs to somebody else. Remove it, or set TMPDIR to a folder of your own.`);
  }
  return folder;
}

/** Gives a file or folder that we made to the user who runs Postgres. */
export function handOver(path: string, user: RunAs | undefined): void {
  if (user !== undefined) chownSync(path, user.uid, user.gid);
}

function temporaryName(path: string): string {
  const owner = process.getuid?.() ?? 'user';
  return join(tmpdir(), `accord-${owner}-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`);
}

function makeFolder(path: string): string {
  if (mkdirSync(path, { recursive: true }) !== undefined) chmodSync(path, PASSABLE);
  return path;
}

function describe(path: string): Home {
  const cluster = join(path, 'cluster');
  return {
    path,
    cluster,
    logFile: join(cluster, 'postgres.log'),
    passwordFile: join(path, 'superuser-password'),
    usersFolder: join(path, 'used-by'),
    user: chooseUser(cluster),
  };
}
