import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { programName } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import type { RunAs } from './user.ts';

/** Postgres's own variables (PGPORT, PGOPTIONS, LC_*) would change what it does, and ours are none of its business. */
const KEPT = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LD_LIBRARY_PATH'];

/** Runs one of Postgres's programs to its end; throws with what it said when it fails. */
export async function runProgram(
  binaries: Binaries,
  name: 'initdb' | 'pg_ctl',
  parameters: string[],
  user: RunAs | undefined,
): Promise<void> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => KEPT.includes(key)),
  ) as NodeJS.ProcessEnv;
  const child = spawn(join(binaries.folder, programName(name)), parameters, {
    cwd: process.platform === 'win32' ? binaries.folder : '/',
    env: { ...env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
    ...user,
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  // Not 'close': a server that pg_ctl leaves behind may hold the pipe open.
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('exit', done);
  });
  child.stderr.destroy();
  if (code !== 0) throw new Error(`${name} ended with ${code ?? 'a signal'}. ${said.trim()}`);
}
