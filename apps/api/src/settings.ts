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

/** Throws an Error with one sentence that names the variable and what would be right; never its value of a secret. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const databaseUrl = databaseOf(env, 'DATABASE_URL');
  const ownerUrl = databaseOf(env, 'DATABASE_OWNER_URL');
  if (ownerUrl && !databaseUrl) {
    throw new Error('DATABASE_OWNER_URL is set and DATABASE_URL is not. Set both, or neither.');
  }
  return {
    port: portOf(env['PORT']),
    address: env['ACCORD_ADDRESS'] || '127.0.0.1',
    dataFolder: env['ACCORD_DATA'] || `${repository}.data`,
    databaseUrl,
    ownerUrl,
    listenUrl: databaseOf(env, 'DATABASE_LISTEN_URL') ?? databaseUrl,
    // A database of one's own may hold real people: the demo is there only when it is asked for.
    demo: switchOf(env, 'ACCORD_DEMO') ?? databaseUrl === null,
    youthHost: env['ACCORD_YOUTH_HOST'] || 'youth.localhost',
    safePage: env['ACCORD_SAFE_PAGE'] || 'https://www.weather.gov/',
    webRoot: `${repository}apps/web/dist`,
    youthRoot: `${repository}apps/youth/dist`,
  };
}

function portOf(text = ''): number {
  if (text === '') return 3000;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new Error(`PORT is "${text}". Write a number from 0 to 65535; 0 takes any free port.`);
  }
  return Number(text);
}

function switchOf(env: NodeJS.ProcessEnv, name: string): boolean | undefined {
  const text = env[name] ?? '';
  if (text === '') return undefined;
  if (text !== 'on' && text !== 'off') throw new Error(`${name} is "${text}". Write on or off.`);
  return text === 'on';
}

/** The value holds a password, so the sentence does not repeat it. */
function databaseOf(env: NodeJS.ProcessEnv, name: string): string | null {
  const text = env[name] ?? '';
  if (text === '') return null;
  if (!/^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '')) {
    throw new Error(
      `${name} is not an address of a Postgres. Write it like postgres://user:password@host:5432/database.`,
    );
  }
  return text;
}
