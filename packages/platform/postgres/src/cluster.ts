import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { handOver } from './home.ts';
import type { Home } from './home.ts';
import { runProgram } from './run.ts';
import { renderSettings } from './settings.ts';
import type { Settings } from './settings.ts';

export const SUPERUSER = 'postgres';
const SETTINGS_FILE = 'accord.conf';

/**
 * Makes the data folder once. It is built under another name and renamed when it is whole, so a process that dies
 * half way leaves nothing that looks like data.
 */
export async function ensureCluster(
  binaries: Binaries,
  home: Home,
  password: string,
  settings: Settings,
): Promise<void> {
  if (existsSync(home.cluster)) return checkVersion(binaries, home);
  const fresh = mkdtempSync(join(home.path, 'new-'));
  const passwordFile = `${fresh}.password`;
  try {
    handOver(fresh, home.user);
    writeFileSync(passwordFile, password, { mode: 0o600 });
    handOver(passwordFile, home.user);
    const parameters = [
      `--pgdata=${fresh}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      ...localeParameters(binaries),
      '--no-instructions',
      ...(isOff(settings['fsync']) ? ['--no-sync'] : []),
    ];
    await runProgram(binaries, 'initdb', parameters, home.user);
    appendFileSync(join(fresh, 'postgresql.conf'), `\ninclude = '${SETTINGS_FILE}'\n`);
    renameSync(fresh, home.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Written anew at each start, so the settings are always those of this version of the product. */
export function writeSettings(home: Home, port: number, settings: Settings): void {
  const path = join(home.cluster, SETTINGS_FILE);
  writeFileSync(path, renderSettings(port, settings), { mode: 0o600 });
  handOver(path, home.user);
}

/** A locale that sorts the same on every machine, whatever locales it has. Before 17, only plain C was one. */
function localeParameters({ major }: Binaries): string[] {
  const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  return ['--locale=C', ...(Number(major) >= 17 ? builtin : [])];
}

function checkVersion(binaries: Binaries, home: Home): void {
  const made = readFileSync(join(home.cluster, 'PG_VERSION'), 'utf8').trim();
  if (made === binaries.major) return;
  throw new Error(
    `The data in ${home.path} was made by Postgres ${made}, and this is Postgres ${binaries.major}. ` +
      'Move the folder away to start anew, or move its data over by dump and restore.',
  );
}

function isOff(value: unknown): boolean {
  return value === false || value === 'off';
}
