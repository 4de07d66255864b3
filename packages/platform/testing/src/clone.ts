import { randomBytes } from 'node:crypto';
import { asSuperuser, urlFor } from './cluster.ts';
import type { TestCluster } from './cluster.ts';

/** A database of one's own. Dispose of it to drop it; what is forgotten goes with the test run. */
export interface TestDatabase extends AsyncDisposable {
  name: string;
  /** Migrates and arranges worlds: row policies do not hold this login back. */
  ownerUrl: string;
  /** What the product logs in as to serve people: every row policy holds. */
  runtimeUrl: string;
  /** What the product logs in as to hear notifications, and nothing else. */
  listenUrl: string;
}

/** Copies the template, or makes an empty database when `from` is template1. Works outside the test runner too. */
export async function cloneDatabase(cluster: TestCluster, from = cluster.template): Promise<TestDatabase> {
  const { superuserUrl, prefix, logins } = cluster;
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  await asSuperuser(superuserUrl, async (sql) => {
    const [row] = await sql<
      { version: number }[]
    >`select current_setting('server_version_num')::int as version`;
    // Shares the files' blocks instead of copying them, where the file system can.
    if (process.platform === 'linux' && (row?.version ?? 0) >= 180_000)
      await sql`set file_copy_method = 'clone'`;
    await sql.unsafe(`create database ${name} template ${from} strategy file_copy`);
  });
  const drop = async (): Promise<void> => {
    await asSuperuser(superuserUrl, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
  };
  return {
    name,
    ownerUrl: urlFor(superuserUrl, name),
    runtimeUrl: urlFor(superuserUrl, name, { name: 'accord_app', password: logins.accord_app }),
    listenUrl: urlFor(superuserUrl, name, { name: 'accord_listener', password: logins.accord_listener }),
    [Symbol.asyncDispose]: drop,
  };
}
