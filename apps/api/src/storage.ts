import { ensureLogin, migrate } from '@accord/db/migrate';
import { startPostgres } from '@accord/postgres';
import { join } from 'node:path';
import type { NodeFile } from './node-file.ts';
import type { Settings } from './settings.ts';

/** A database that is up to date, and how to reach it in each of the roles. */
export interface Storage {
  runtimeUrl: string;
  listenUrl: string;
  /** Null when only the runtime's login was given: then somebody else migrates. */
  ownerUrl: string | null;
  stop(): Promise<void>;
}

export async function openStorage(settings: Settings, node: NodeFile, say: (line: string) => void): Promise<Storage> {
  const { databaseUrl, listenUrl, ownerUrl } = settings;
  if (databaseUrl) {
    if (ownerUrl) {
      await migrate({ ownerUrl, log: say });
      await admit(ownerUrl, databaseUrl, 'accord_runtime');
    }
    return { runtimeUrl: databaseUrl, listenUrl: listenUrl ?? databaseUrl, ownerUrl, stop: async () => {} };
  }
  const postgres = await startPostgres({ dataDir: join(settings.dataFolder, 'postgres') });
  const owner = postgres.superuserUrl;
  await migrate({ ownerUrl: owner, log: say });
  await ensureLogin(owner, 'accord_app', node.appPassword, 'accord_runtime');
  await ensureLogin(owner, 'accord_listener', node.listenPassword, 'accord_listen');
  return {
    runtimeUrl: withLogin(owner, 'accord_app', node.appPassword),
    listenUrl: withLogin(owner, 'accord_listener', node.listenPassword),
    ownerUrl: owner,
    stop: () => postgres.stop(),
  };
}

/** The login that a county named becomes a member of the group that the product runs as. */
async function admit(ownerUrl: string, loginUrl: string, group: string): Promise<void> {
  const { username, password } = new URL(loginUrl);
  await ensureLogin(ownerUrl, decodeURIComponent(username), decodeURIComponent(password), group);
}

function withLogin(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.href;
}
