import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { ensureRoles } from './roles.ts';

const migrations = fileURLToPath(new URL('../migrations/', import.meta.url));
const routines = fileURLToPath(new URL('../routines/', import.meta.url));

export interface MigrateOptions {
  /** A connection that may create roles and owns the schema `accord`. */
  ownerUrl: string;
  log?: (line: string) => void;
}

interface Applied {
  number: number;
  name: string;
  checksum: string;
}

const checksum = (text: string) => createHash('sha256').update(text).digest('hex');
const numbered = () =>
  readdirSync(migrations)
    .filter((name) => /^\d{4}_.*(?<!\.down)\.sql$/.test(name))
    .sort();
const routineFiles = () =>
  readdirSync(routines)
    .filter((name) => /^\d\d_.*\.sql$/.test(name))
    .sort();

/**
 * Brings the database up: each numbered file once, in one transaction of its own, then all routines (functions,
 * policies, grants) again whenever one of them or the list of migrations changed. Safe to run from several
 * places at once. Throws with `file:line` when SQL fails, and when a file that already ran was changed or a new
 * number is lower than one that ran.
 */
export async function migrate({ ownerUrl, log = () => {} }: MigrateOptions): Promise<void> {
  await withOwner(ownerUrl, async (sql) => {
    await ensureRoles(sql);
    const applied = await sql<
      Applied[]
    >`select number, name, checksum from accord.schema_migration order by number`;
    const names = numbered();
    const highest = applied.filter((row) => row.number > 0).at(-1)?.number ?? 0;
    for (const name of names) {
      const number = Number(name.slice(0, 4));
      const text = readFileSync(migrations + name, 'utf8');
      const before = applied.find((row) => row.number === number);
      if (before && before.checksum !== checksum(text)) throw new Error(`${name} was changed after it ran`);
      if (before) continue;
      if (number < highest) throw new Error(`${name} is numbered below ${highest}, which already ran`);
      log(`migration ${name}`);
      await sql.begin(async (tx) => {
        await run(tx, name, text);
        await tx`insert into accord.schema_migration (number, name, checksum)
          values (${number}, ${name}, ${checksum(text)})`;
      });
    }
    await runRoutines(sql, applied, names, log);
  });
}

/** Takes everything down again, newest first; the routines go before the tables. */
export async function migrateDown({ ownerUrl, log = () => {} }: MigrateOptions): Promise<void> {
  await withOwner(ownerUrl, async (sql) => {
    await sql.begin((tx) => run(tx, 'down.sql', readFileSync(`${routines}down.sql`, 'utf8')));
    for (const name of numbered().reverse()) {
      log(`down ${name}`);
      const down = name.replace(/\.sql$/, '.down.sql');
      await sql.begin(async (tx) => {
        await run(tx, down, readFileSync(migrations + down, 'utf8'));
        await tx`delete from accord.schema_migration where number = ${Number(name.slice(0, 4))}`;
      });
    }
    await sql`delete from accord.schema_migration where number = 0`;
  });
}

async function runRoutines(
  sql: postgres.Sql,
  applied: Applied[],
  names: string[],
  log: (line: string) => void,
) {
  const files = routineFiles().map((name) => ({ name, text: readFileSync(routines + name, 'utf8') }));
  const now = checksum(JSON.stringify([files, names]));
  if (applied.find((row) => row.number === 0)?.checksum === now) return;
  log(`routines (${files.length} files)`);
  await sql.begin(async (tx) => {
    for (const { name, text } of files) await run(tx, name, text);
    await tx`insert into accord.schema_migration (number, name, checksum) values (0, 'routines', ${now})
      on conflict (number) do update set checksum = excluded.checksum`;
  });
}

async function run(tx: postgres.ISql, name: string, text: string) {
  try {
    await tx.unsafe(text);
  } catch (error) {
    const { message, position } = error as Error & { position?: string };
    const line = position ? text.slice(0, Number(position)).split('\n').length : '?';
    throw new Error(`${name}:${line}: ${message}`, { cause: error });
  }
}

async function withOwner(url: string, work: (sql: postgres.Sql) => Promise<void>) {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { search_path: 'accord' } });
  try {
    // One migrator at a time, whoever else starts up now.
    await sql`select pg_advisory_lock(20261122)`;
    await work(sql);
  } finally {
    await sql.end();
  }
}

export { admitLogin, assertModestLogin } from './login.ts';
export { ensureLogin } from './roles.ts';
