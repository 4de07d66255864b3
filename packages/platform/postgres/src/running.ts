import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from './home.ts';
import { isAlive, isUsed } from './users.ts';

/** A server that runs on this data folder right now. */
export interface Server {
  pid: number;
  port: number;
  /** A living process uses it, so it is not left behind. */
  inUse: boolean;
}

/** Reads Postgres's own lock file: its first line is the process, its fourth the port. */
export function findServer(home: Home): Server | undefined {
  const lines = readLines(lockFile(home));
  const pid = Number(lines[0]);
  if (!isAlive(pid) || !looksLikePostgres(pid)) return undefined;
  return { pid, port: Number(lines[3]), inUse: isUsed(home) };
}

/**
 * After a restart of the machine the number in an old lock file may be that of any other program, and Postgres would
 * refuse to start. A lock whose process is gone is left alone: Postgres handles that itself, safe against races.
 */
export function clearStrangersLock(home: Home): void {
  const pid = Number(readLines(lockFile(home))[0]);
  if (isAlive(pid) && !looksLikePostgres(pid)) rmSync(lockFile(home), { force: true });
}

function lockFile(home: Home): string {
  return join(home.cluster, 'postmaster.pid');
}

function looksLikePostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true;
  return readLines(`/proc/${pid}/cmdline`).join('').includes('postgres');
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}
