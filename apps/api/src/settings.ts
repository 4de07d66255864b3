import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** What the environment says. Everything has a default that a newcomer's machine can serve. */
export interface Settings {
  port: number;
  /** Only this machine is answered unless an address is named. */
  address: string;
  dataFolder: string;
  /** Any Postgres 15 or later instead of the embedded one: the runtime's login, and the owner's for migrations. */
  databaseUrl: string | null;
  ownerUrl: string | null;
  listenUrl: string | null;
  demo: boolean;
  youthHost: string;
  safePage: string;
  webRoot: string;
  youthRoot: string;
}

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const databaseUrl = env['DATABASE_URL'] ?? null;
  return {
    port: portOf(env['PORT']),
    address: env['ACCORD_ADDRESS'] ?? '127.0.0.1',
    dataFolder: env['ACCORD_DATA'] ?? `${repository}.data`,
    databaseUrl,
    ownerUrl: env['DATABASE_OWNER_URL'] ?? null,
    listenUrl: env['DATABASE_LISTEN_URL'] ?? databaseUrl,
    // A database of one's own may hold real people: the demo is there only when it is asked for.
    demo: env['ACCORD_DEMO'] ? env['ACCORD_DEMO'] === 'on' : databaseUrl === null,
    youthHost: env['ACCORD_YOUTH_HOST'] ?? 'youth.localhost',
    safePage: env['ACCORD_SAFE_PAGE'] ?? 'https://www.weather.gov/',
    webRoot: `${repository}apps/web/dist`,
    youthRoot: `${repository}apps/youth/dist`,
  };
}

function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return 3000;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT must be 0 to 65535, not ${text}`);
  return port;
}
