import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { root } from './root.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs one of our own programs in the caller's folder, hands signals on to it, and ends as it ends. It keeps running
 * while it tidies up: Ctrl-C stops the program, and this waits for it.
 */
export async function runOurs(path: string, parameters: string[]): Promise<void> {
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  const child = spawn(process.execPath, [join(root, path), ...parameters], { cwd, stdio: 'inherit' });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((done, fail) => {
    child.once('error', fail);
    child.once('exit', (...ended) => done(ended));
  });
  process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}
