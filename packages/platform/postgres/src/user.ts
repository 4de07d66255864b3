import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/** The system user that Postgres runs as. Undefined stands for the user who runs this process. */
export interface RunAs {
  uid: number;
  gid: number;
}

const NOBODY: RunAs = { uid: 65_534, gid: 65_534 };

/**
 * Postgres refuses to run as root, so root hands it to somebody with fewer rights: whoever owns the data already,
 * else the machine's own `postgres` user, else nobody.
 */
export function chooseUser(cluster: string): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return findUser('postgres') ?? NOBODY;
}

/** Whether that user may enter the folder, or run the program, at this path. Asked of the system, not guessed. */
export function canReach(path: string, user: RunAs | undefined): boolean {
  if (process.platform === 'win32') return true;
  const asked = spawnSync('/bin/sh', ['-c', '[ -x "$1" ]', 'sh', path], {
    cwd: '/',
    stdio: 'ignore',
    ...user,
  });
  return asked.status === 0;
}

function findUser(name: string): RunAs | undefined {
  const line = readPasswd().find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

function readPasswd(): string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return [];
  }
}
