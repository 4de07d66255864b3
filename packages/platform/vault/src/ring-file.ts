import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { readState, type RingState, writeState } from './ring-state.ts';

/** The ring cannot be used. Names a file, an agency or an epoch; never holds anything that the file holds. */
export class RingError extends Error {
  override readonly name = 'RingError';
}

export interface RingStore {
  read(): RingState;
  /** Applies a change to the newest state and keeps the result, or throws and changes nothing. */
  update(change: (state: RingState) => RingState): void;
}

const OWNER_ONLY = 0o600;
const LEFTOVER_MS = 60_000;
const POSIX = process.platform !== 'win32';

/**
 * One file, read again whenever another process has replaced it, so that no process goes on wrapping with
 * an epoch which another has closed.
 *
 * @throws RingError when the file is not a ring, or others than its owner can reach it.
 */
export function fileStore(path: string): RingStore {
  if (!exists(path)) create(path);
  let loaded = load(path);
  const read = () => {
    // A file that has gone missing is still in this memory: reading goes on, writing is refused.
    if (exists(path) && mark(path) !== loaded.mark) loaded = load(path);
    return loaded.state;
  };
  return {
    read,
    update(change) {
      replace(path, () => change(load(path).state));
      loaded = load(path);
    },
  };
}

function create(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Asked again under the lock: two nodes may start at once on the same file.
  replace(path, () => (exists(path) ? load(path).state : new Map()));
}

function load(path: string): { state: RingState; mark: string } {
  if (!exists(path)) throw new RingError(`key ring ${path} has gone missing`);
  const file = openSync(path, 'r');
  try {
    const { mode } = fstatSync(file);
    if (POSIX && (mode & 0o077) !== 0) {
      throw new RingError(`key ring ${path} is open to its group or others; it needs mode 0600`);
    }
    return { mark: mark(file), state: parse(path, readFileSync(file, 'utf8')) };
  } finally {
    closeSync(file);
  }
}

function parse(path: string, text: string): RingState {
  try {
    return readState(text);
  } catch {
    // Without a cause: a JSON error quotes the text around it, and here that is a secret.
    throw new RingError(`key ring ${path} cannot be read: it is not a whole key ring`);
  }
}

/**
 * Writes beside the ring, then takes its place in one step. The name beside it is fixed and opened
 * exclusively: it is also the lock between processes, and no crash leaves old secrets under other names.
 */
function replace(path: string, next: () => RingState): void {
  const beside = `${path}.next`;
  const age = exists(beside) ? Date.now() - statSync(beside).mtimeMs : 0;
  if (age > LEFTOVER_MS) rmSync(beside, { force: true });
  const file = openBeside(path, beside);
  try {
    try {
      writeFileSync(file, writeState(next()));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

function openBeside(path: string, beside: string): number {
  try {
    return openSync(beside, 'wx', OWNER_ONLY);
  } catch (error) {
    if (!exists(beside)) throw error;
    throw new RingError(`key ring ${path} is being written by another process`);
  }
}

function syncFolder(folder: string): void {
  // Windows opens no folder for syncing, and keeps the rename with the file itself.
  if (!POSIX) return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function mark(file: string | number): string {
  const { ino, mtimeNs, size } =
    typeof file === 'number' ? fstatSync(file, { bigint: true }) : statSync(file, { bigint: true });
  return `${ino}/${mtimeNs}/${size}`;
}
