import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from './home.ts';

/** Notes down that this process uses the server from now on. Answers what takes the note away again. */
export function enlist(home: Home): () => void {
  mkdirSync(home.usersFolder, { recursive: true });
  const note = join(home.usersFolder, `${process.pid}-${randomBytes(4).toString('hex')}`);
  writeFileSync(note, '');
  return () => rmSync(note, { force: true });
}

/** Whether a living process uses the server. One that was killed left its note, and does not count. */
export function isUsed(home: Home): boolean {
  return notes(home).some((note) => isAlive(Number(note.split('-')[0])));
}

/** Before a start: notes that outlived a restart of the machine may name any process. */
export function forgetUsers(home: Home): void {
  rmSync(home.usersFolder, { recursive: true, force: true });
}

export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function notes(home: Home): string[] {
  try {
    return readdirSync(home.usersFolder);
  } catch {
    return [];
  }
}
