import { admitLogin, assertModestLogin, ensureLogin, migrate } from '@accord/db/migrate';
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

type Say = (line: string) => void;

export async function openStorage(settings: Settings, node: NodeFile, say: Say): Promise<Storage> {
  const { databaseUrl, listenUrl, ownerUrl } = settings;
  if (!databaseUrl) return openEmbedded(settings, node, say);
  if (ownerUrl) {
    await migrate({ ownerUrl, log: say });
    await admitLogin(ownerUrl, databaseUrl);
  }
  await assertModestLogin(databaseUrl);
  return { runtimeUrl: databaseUrl, listenUrl: listenUrl ?? databaseUrl, ownerUrl, stop: async () => {} };
}

async function openEmbedded({ dataFolder }: Settings, node: NodeFile, say: Say): Promise<Storage> {
  const postgres = await startPostgres({ dataDir: join(dataFolder, 'postgres'), log: say });
  const ownerUrl = postgres.superuserUrl;
  try {
    await migrate({ ownerUrl, log: say });
    await ensureLogin(ownerUrl, 'accord_app', node.appPassword, 'accord_runtime');
    await ensureLogin(ownerUrl, 'accord_listener', node.listenPassword, 'accord_listen');
    const runtimeUrl = withLogin(ownerUrl, 'accord_app', node.appPassword);
    await assertModestLogin(runtimeUrl);
    const listenUrl = withLogin(ownerUrl, 'accord_listener', node.listenPassword);
    return { runtimeUrl, listenUrl, ownerUrl, stop: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

function withLogin(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.href;
}
