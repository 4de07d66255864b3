import { asOwner } from '@accord/db';
import { admitLogin, assertModestLogin, ensureLogin, migrate } from '@accord/db/migrate';
import { startPostgres } from '@accord/postgres';
import { join } from 'node:path';
import type { NodeFile } from './node-file.ts';
import type { Settings } from './settings.ts';

/** A database that is up to date, and how to reach it in each of the roles. */
export interface Place {
  runtimeUrl: string;
  listenUrl: string;
  /** Null when only the runtime's login was given: then somebody else migrates. */
  ownerUrl: string | null;
}

type Say = (line: string) => void;

/** The embedded Postgres: it can hold several networks, each in a database of its own. */
export interface Cluster {
  /** Another process of this machine uses it too. */
  shared: boolean;
  /** The database of this name, made when it is not there, and up to date. `say` gets what was done to it. */
  open(name: string, say?: Say): Promise<Place & { ownerUrl: string }>;
  /** Names of databases that begin like this. */
  list(prefix: string): Promise<string[]>;
  /** Throws while anybody is connected to it. */
  drop(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** A database of one's own, as the settings name it. */
export async function openOwn(
  { databaseUrl, listenUrl, ownerUrl }: Settings & { databaseUrl: string },
  say: Say,
): Promise<Place> {
  if (ownerUrl) {
    await migrate({ ownerUrl, log: say });
    await admitLogin(ownerUrl, databaseUrl);
  }
  await assertModestLogin(databaseUrl);
  return { runtimeUrl: databaseUrl, listenUrl: listenUrl ?? databaseUrl, ownerUrl };
}

export async function startCluster({ dataFolder }: Settings, node: NodeFile, say: Say): Promise<Cluster> {
  const { superuserUrl, shared, stop } = await startPostgres({
    dataDir: join(dataFolder, 'postgres'),
    log: say,
  });
  const list = (prefix: string) =>
    asOwner(superuserUrl, async (sql) => {
      const rows = await sql<{ name: string }[]>`
        select datname as name from pg_database where starts_with(datname, ${prefix}) order by 1`;
      return rows.map(({ name }) => name);
    });
  const asSuperuser = (statement: string) =>
    asOwner(superuserUrl, (sql) => sql.unsafe(statement).then(() => {}));
  return {
    shared,
    list,
    stop,
    open: async (name, tell = () => {}) => {
      if (!(await list(name)).includes(name)) await asSuperuser(`create database "${checked(name)}"`);
      return prepare(at(superuserUrl, name), node, tell);
    },
    drop: (name) => asSuperuser(`drop database if exists "${checked(name)}"`),
  };
}

async function prepare(ownerUrl: string, node: NodeFile, say: Say): Promise<Place & { ownerUrl: string }> {
  await migrate({ ownerUrl, log: say });
  await ensureLogin(ownerUrl, 'accord_app', node.appPassword, 'accord_runtime');
  await ensureLogin(ownerUrl, 'accord_listener', node.listenPassword, 'accord_listen');
  const runtimeUrl = withLogin(ownerUrl, 'accord_app', node.appPassword);
  await assertModestLogin(runtimeUrl);
  return { runtimeUrl, listenUrl: withLogin(ownerUrl, 'accord_listener', node.listenPassword), ownerUrl };
}

/** A name goes into a statement that takes no parameters. */
function checked(name: string): string {
  if (!/^[a-z0-9_]{1,60}$/.test(name)) throw new TypeError('a database name that is not one of ours');
  return name;
}

function at(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

function withLogin(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.href;
}
