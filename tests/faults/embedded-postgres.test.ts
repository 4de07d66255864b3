import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres, stopPostgres } from '@accord/postgres';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';

const dataDir = mkdtempSync(join(tmpdir(), 'accord-postgres-'));
const starter = fileURLToPath(new URL('embedded-postgres.starter.ts', import.meta.url));

/** One connection for one question. */
async function ask(url: string, question: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 });
  try {
    const [row] = await sql.unsafe(question);
    return row?.['answer'];
  } finally {
    await sql.end();
  }
}

/** Starts the server from a process of its own, as `npm start` does, and answers once it is up. */
async function startElsewhere(): Promise<{ pid: number; url: string; kill(): Promise<void> }> {
  const child = spawn(process.execPath, [starter, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  return { pid: child.pid ?? 0, url: line.trim(), kill };
}

/** As if by accident: no goodbye. Answers when a connection has noticed. */
async function killServer(url: string, home: string): Promise<void> {
  const { promise: noticed, resolve } = Promise.withResolvers<void>();
  const sql = postgres(url, { max: 1, onclose: () => resolve() });
  await sql`select 1`;
  const [pid = ''] = readFileSync(join(home, 'cluster', 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
  await noticed;
  await sql.end();
}

beforeAll(async () => {
  const server = await startPostgres({ dataDir });
  await ask(server.superuserUrl, 'create table kept (answer integer)');
  await ask(server.superuserUrl, 'insert into kept values (42)');
  await server.stop();
});

afterAll(async () => {
  await stopPostgres(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

test('a restart keeps the data and the password', async () => {
  const server = await startPostgres({ dataDir });
  expect(await ask(server.superuserUrl, 'select answer from kept')).toBe(42);
  await server.stop();
});

test('nobody enters without the password, and nobody else on the machine reads it', async () => {
  const server = await startPostgres({ dataDir });
  const guess = new URL(server.superuserUrl);
  guess.password = 'guess';
  await expect(ask(guess.href, 'select 1 as answer')).rejects.toThrow('password authentication failed');
  const rules = "select string_agg(distinct auth_method, ',') as answer from pg_hba_file_rules";
  expect(await ask(server.superuserUrl, rules)).toBe('scram-sha-256');
  expect(statSync(join(server.home, 'superuser-password')).mode & 0o077).toBe(0);
  await server.stop();
});

test('it listens on the loopback address alone and has no socket file', async () => {
  const server = await startPostgres({ dataDir, settings: { listen_addresses: '*' } });
  expect(await ask(server.superuserUrl, "select current_setting('listen_addresses') as answer")).toBe(
    '127.0.0.1',
  );
  expect(await ask(server.superuserUrl, "select current_setting('unix_socket_directories') as answer")).toBe(
    '',
  );
  await server.stop();
});

test('text sorts and folds the same on every machine', async () => {
  const server = await startPostgres({ dataDir });
  const locale =
    'select datlocprovider::text || datlocale as answer from pg_database where datname = current_database()';
  expect(await ask(server.superuserUrl, locale)).toBe('bC.UTF-8');
  await server.stop();
});

test('the log quotes neither a row nor a statement that failed', async () => {
  const server = await startPostgres({ dataDir });
  await ask(server.superuserUrl, 'create table once (word text primary key)');
  await ask(server.superuserUrl, "insert into once values ('Wintergreen')");
  await expect(ask(server.superuserUrl, "insert into once values ('Wintergreen')")).rejects.toThrow(
    'duplicate key',
  );
  await expect(ask(server.superuserUrl, "select 'Wintergreen'::uuid")).rejects.toThrow('invalid input');
  await server.stop();
  expect(readFileSync(server.logFile, 'utf8')).not.toContain('Wintergreen');
});

test('what a killed starter left running is taken over', async () => {
  const first = await startElsewhere();
  await first.kill();
  const server = await startPostgres({ dataDir });
  expect(server.shared).toBe(false);
  expect(await ask(server.superuserUrl, 'select answer from kept')).toBe(42);
  await server.stop();
});

test('a server in use is shared, and stopping it here leaves it to the other', async () => {
  const first = await startElsewhere();
  const second = await startPostgres({ dataDir });
  expect(second.shared).toBe(true);
  expect(second.superuserUrl).toBe(first.url);
  await second.stop();
  expect(await ask(first.url, 'select answer from kept')).toBe(42);
  await first.kill();
});

test('a server that was killed comes back with all that was committed', async () => {
  const server = await startPostgres({ dataDir });
  await ask(server.superuserUrl, 'create table committed as select 7 as answer');
  await killServer(server.superuserUrl, server.home);
  const again = await startPostgres({ dataDir });
  expect(await ask(again.superuserUrl, 'select answer from committed')).toBe(7);
  await again.stop();
});

test('a folder that the server may not enter is no obstacle, whoever starts it', async () => {
  const closed = mkdtempSync(join(tmpdir(), 'accord-closed-'));
  const server = await startPostgres({
    dataDir: join(closed, 'data'),
    settings: { fsync: false },
    log: () => {},
  });
  expect(await ask(server.superuserUrl, 'select 1 as answer')).toBe(1);
  await server.stop();
  for (const path of [closed, server.home]) rmSync(path, { recursive: true, force: true });
});

test('a taken port is said in a sentence', async () => {
  const occupier = createServer().listen(0, '127.0.0.1');
  await once(occupier, 'listening');
  const { port } = occupier.address() as AddressInfo;
  await expect(startPostgres({ dataDir, port })).rejects.toThrow(`Port ${port} is taken`);
  occupier.close();
});

test('data of another major version is refused, not touched', async () => {
  const server = await startPostgres({ dataDir });
  await server.stop();
  const version = join(server.home, 'cluster', 'PG_VERSION');
  const kept = readFileSync(version, 'utf8');
  writeFileSync(version, '15\n');
  await expect(startPostgres({ dataDir })).rejects.toThrow(
    'was made by Postgres 15, and this is Postgres 18',
  );
  writeFileSync(version, kept);
});
