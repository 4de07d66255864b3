import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { getBinaries } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import { ensureCluster, SUPERUSER, writeSettings } from './cluster.ts';
import { openHome } from './home.ts';
import type { Home } from './home.ts';
import { getPassword } from './password.ts';
import { freePort } from './port.ts';
import { runProgram } from './run.ts';
import { clearStrangersLock, findServer } from './running.ts';
import type { Settings } from './settings.ts';
import { stopServer } from './stop.ts';
import { enlist, forgetUsers, isUsed } from './users.ts';

export interface StartOptions {
  /** Made when it is not there. Keeps the data, the log and the superuser's password. */
  dataDir: string;
  /** Left out, a free port is chosen at each start. */
  port?: number;
  settings?: Settings;
  /** Where findPrograms found another release. Left out, it is the one that comes with the product. */
  programs?: string;
  /** Told what a person should know, for example that the data had to go elsewhere. */
  log?: (line: string) => void;
}

export interface RunningPostgres {
  superuserUrl: string;
  port: number;
  /** Where the data really is: dataDir, or its stand-in under the temporary folder. */
  home: string;
  logFile: string;
  /** Another living process of this machine started it. */
  shared: boolean;
  /** The last living process that uses the server stops it; any other one leaves it running. */
  stop: () => Promise<void>;
}

/**
 * Starts Postgres on a folder, and makes the folder's data the first time. A server left behind by a killed process
 * is taken over; one that a living process uses is shared.
 */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  const { settings = {}, log = (line) => console.error(line) } = options;
  const home = openHome(options.dataDir, log);
  const binaries = getBinaries(home.user, log, options.programs);
  const password = getPassword(home);
  await ensureCluster(binaries, home, password, settings);

  const running = findServer(home);
  if (!running?.inUse) {
    if (running) await stopServer(binaries, home);
    clearStrangersLock(home);
    forgetUsers(home);
  }
  const resign = enlist(home);
  const stop = async () => {
    resign();
    if (!isUsed(home)) await stopServer(binaries, home);
  };
  if (running?.inUse) return describe(home, password, running.port, true, stop);
  try {
    const port = await startOnPort(binaries, home, settings, options.port);
    return describe(home, password, port, false, stop);
  } catch (error) {
    resign();
    throw error;
  }
}

/** Passing troubles: somebody took the port meanwhile, or the processes of a killed server are not quite gone. */
const PASSING = /Address already in use|is still in use/;

async function startOnPort(
  binaries: Binaries,
  home: Home,
  settings: Settings,
  wanted: number | undefined,
  tries = 20,
): Promise<number> {
  const port = await freePort(wanted);
  writeSettings(home, port, settings);
  const parameters = [
    'start',
    `--pgdata=${home.cluster}`,
    `--log=${home.logFile}`,
    '--wait',
    '--timeout=60',
    '--silent',
  ];
  try {
    await runProgram(binaries, 'pg_ctl', parameters, home.user);
    return port;
  } catch (cause) {
    const said = lastLines(home.logFile, 5);
    if (tries > 1 && PASSING.test(said)) {
      await pause(100);
      return await startOnPort(binaries, home, settings, wanted, tries - 1);
    }
    throw new Error(`Postgres did not start in ${home.path}.\n${said}`, { cause });
  }
}

function describe(
  home: Home,
  password: string,
  port: number,
  shared: boolean,
  stop: () => Promise<void>,
): RunningPostgres {
  const superuserUrl = `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
  return { superuserUrl, port, home: home.path, logFile: home.logFile, shared, stop };
}

function lastLines(path: string, count: number): string {
  if (!existsSync(path)) return '';
  return readFileSync(path, 'utf8').trim().split('\n').slice(-count).join('\n');
}
