import { ensureLogin, migrate } from '@accord/db/migrate';
import { startPostgres } from '@accord/postgres';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import postgres from 'postgres';
import type { Finder } from './finder.ts';

/** A server that writes down every statement with every value, and keeps all of its write-ahead log. */
const CHATTY = {
  log_statement: 'all',
  log_min_duration_statement: 0,
  log_parameter_max_length: -1,
  log_parameter_max_length_on_error: -1,
  log_min_error_statement: 'error',
  log_min_messages: 'info',
  log_error_verbosity: 'verbose',
  wal_level: 'logical',
  wal_compression: 'off',
  wal_keep_size: '1GB',
  fsync: false,
};
const PASSWORD = 'chatty';

export interface ChattyCluster {
  ownerUrl: string;
  runtimeUrl: string;
  sql: postgres.Sql;
  logFile: string;
  /** Finds in every row of every table, the system's own included: `schema.table: what`. */
  findInTables(finder: Finder): Promise<string[]>;
  /** Finds in every file of the data folder, and the log: `file: what`. */
  findInFiles(finder: Finder): Promise<string[]>;
  stop(): Promise<void>;
}

export async function startChattyCluster(): Promise<ChattyCluster> {
  const dataDir = mkdtempSync(join(tmpdir(), 'accord-at-rest-'));
  const server = await startPostgres({ dataDir, settings: CHATTY });
  const ownerUrl = server.superuserUrl;
  await migrate({ ownerUrl });
  await ensureLogin(ownerUrl, 'accord_app', PASSWORD, 'accord_runtime');
  const runtimeUrl = Object.assign(new URL(ownerUrl), { username: 'accord_app', password: PASSWORD }).href;
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  return {
    ownerUrl,
    runtimeUrl,
    sql,
    logFile: server.logFile,
    findInTables: (finder) => findInTables(sql, finder),
    findInFiles: async (finder) => {
      // All that stands in memory goes to the files, and the last piece of the log is closed.
      await sql`checkpoint`;
      await sql`select pg_switch_wal()`;
      await sql`checkpoint`;
      return filesUnder(server.home).flatMap((file) =>
        finder.find(readFileSync(file)).map((what) => `${relative(server.home, file)}: ${what}`),
      );
    },
    stop: async () => {
      await sql.end();
      await server.stop();
      for (const folder of [dataDir, server.home]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function findInTables(sql: postgres.Sql, finder: Finder): Promise<string[]> {
  // The planner's statistics hold samples of what the columns hold.
  await sql`analyze`;
  const tables = await sql<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c
    where c.relkind in ('r', 'p', 'm') and c.relpersistence <> 't' order by 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await sql.unsafe<{ line: string }[]>(`select t::text as line from ${name} t`);
    const here = finder.find(Buffer.from(rows.map((row) => row.line).join('\n')));
    found.push(...here.map((what) => `${name}: ${what}`));
  }
  return found;
}

function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
