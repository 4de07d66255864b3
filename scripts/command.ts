import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** The tools of the repository say nothing to anybody about their use. */
export const toolEnv: NodeJS.ProcessEnv = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  DO_NOT_TRACK: '1',
};

/** A program that pnpm installed, at the top or for one package. */
export function tool(name: string, folder = ''): string {
  const path = join(
    root,
    folder,
    'node_modules',
    '.bin',
    process.platform === 'win32' ? `${name}.cmd` : name,
  );
  if (!existsSync(path)) throw new Error(`${name} is not installed; run "npm test" or "npm start" once.`);
  return path;
}

export interface Outcome {
  code: number;
  /** What it said, when it was asked to be quiet. */
  output: string;
}

/** Runs a program to its end. A quiet one's words are kept until somebody wants them; a loud one's are shown as they come. */
export async function runCommand(
  file: string,
  parameters: string[],
  { quiet = false, env = {} } = {},
): Promise<Outcome> {
  const child = spawn(file, parameters, {
    cwd: root,
    env: { ...toolEnv, ...env },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    shell: process.platform === 'win32',
  });
  const heard: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => heard.push(text));
  }
  return await new Promise((done) => {
    child.once('error', (error) => done({ code: 1, output: error.message }));
    child.once('close', (code) => done({ code: code ?? 1, output: heard.join('') }));
  });
}
