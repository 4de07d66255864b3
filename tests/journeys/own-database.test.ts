import { createEmptyDatabase, type TestDatabase } from '@accord/testing';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser } from '../support/browser.ts';
import { type Program, run } from '../support/program.ts';

/** A start on a Postgres of one's own: what it needs, and what it refuses. */

const folder = mkdtempSync(join(tmpdir(), 'accord-own-'));
const suffix = randomBytes(4).toString('hex');
const login = `county_${suffix}`;
let database: TestDatabase;
let empty: TestDatabase;
let runtimeUrl: string;
let ownerUrl: string;

beforeAll(async () => {
  [database, empty] = [await createEmptyDatabase(), await createEmptyDatabase()];
  ownerUrl = database.ownerUrl;
  runtimeUrl = as(login, 'county password');
});
afterAll(async () => {
  for (const program of started) program.tell('SIGTERM');
  await Promise.all(started.map((program) => program.ended));
  await owner(`drop owned by ${login}`, `drop role ${login}`);
  await Promise.all([database, empty].map((each) => each[Symbol.asyncDispose]()));
  rmSync(folder, { recursive: true, force: true });
});

function as(name: string, password: string): string {
  const url = new URL(database.ownerUrl);
  [url.username, url.password] = [name, password];
  return url.href;
}

async function owner(...statements: string[]): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  for (const statement of statements) await sql.unsafe(statement);
  await sql.end();
}

const started: Program[] = [];
function start(env: Record<string, string>): Program {
  const program = run('main.ts', { ACCORD_DATA: folder, PORT: '0', ...env });
  started.push(program);
  return program;
}

async function whileRunning<T>(program: Program, work: (port: number) => Promise<T>): Promise<T> {
  const port = Number(await program.says(/^Accord is ready: http:\/\/localhost:(\d+)$/m));
  try {
    return await work(port);
  } finally {
    program.tell('SIGTERM');
    expect(await program.ended).toBe(0);
  }
}

/** It ends with 1 and one sentence: no stack, no password. */
async function expectRefused(program: Program, sentence: string | RegExp): Promise<void> {
  expect(await program.ended).toBe(1);
  const { said, log } = program.output();
  expect(log).toMatch(/^Accord could not start\. .+\n$/);
  expect(log).toMatch(sentence);
  expect(said).not.toContain('Accord is ready');
  expect(said + log).not.toMatch(/\bat .*\.ts:|county password|node_modules/);
}

const status = async (port: number, procedure: string) => {
  const page = new Browser(port, 'staff');
  const answer = await page.call(procedure);
  page.close();
  return answer.status;
};

test('without the owner’s login, a database without tables is refused with the way out', async () => {
  await expectRefused(start({ DATABASE_URL: empty.runtimeUrl }), 'Start once with DATABASE_OWNER_URL too');
});

test('with both logins it prepares everything, and there is no demo', async () => {
  await whileRunning(start({ DATABASE_URL: runtimeUrl, DATABASE_OWNER_URL: ownerUrl }), async (port) => {
    expect(await status(port, 'session.me')).toBe(200);
    expect(await status(port, 'demo.cards')).toBe(404);
  });
});

test('from then on the modest login is enough', async () => {
  const port = await whileRunning(start({ DATABASE_URL: runtimeUrl }), async (each) =>
    status(each, 'session.me'),
  );
  expect(port).toBe(200);
});

test('the demo is there when it is asked for', async () => {
  const env = { DATABASE_URL: runtimeUrl, DATABASE_OWNER_URL: ownerUrl, ACCORD_DEMO: 'on' };
  await whileRunning(start(env), async (port) => {
    expect(await status(port, 'demo.cards')).toBe(200);
    const page = new Browser(port, 'staff');
    expect(await page.staff.demo.state.query()).toEqual({ canReset: false, working: null, canUndo: false });
    page.close();
    // A database of one's own is never made anew.
    for (const procedure of ['demo.reset', 'demo.undoReset']) expect(await status(port, procedure)).toBe(404);
  });
}, 40_000);

test('a demo that was interrupted while it loaded is not shown by halves', async () => {
  await owner('delete from accord.account where young_person_id is not null');
  const env = { DATABASE_URL: runtimeUrl, DATABASE_OWNER_URL: ownerUrl, ACCORD_DEMO: 'on' };
  await expectRefused(start(env), 'Loading the demo was interrupted.');
});

test('a node that the database does not know is refused', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'accord-own-'));
  await expectRefused(start({ DATABASE_URL: runtimeUrl, ACCORD_DATA: elsewhere }), 'does not know the node');
  rmSync(elsewhere, { recursive: true });
});

test('a superuser is refused, and stays one', async () => {
  await expectRefused(start({ DATABASE_URL: ownerUrl }), 'is a superuser');
  await expectRefused(start({ DATABASE_URL: ownerUrl, DATABASE_OWNER_URL: ownerUrl }), 'is a superuser');
  await owner('create role superuser_still_works_here nologin', 'drop role superuser_still_works_here');
});

test.each([
  ['may bypass row policies', 'bypassrls', 'is a superuser, or may become one'],
  ['may make roles', 'createrole', 'is a superuser, or may become one'],
])('a login that %s is refused', async (_, attribute, sentence) => {
  const name = `${attribute}_${suffix}`;
  await owner(`create role ${name} login ${attribute} password 'county password'`);
  await expectRefused(start({ DATABASE_URL: as(name, 'county password') }), sentence);
  await owner(`drop role ${name}`);
});

test('a login that belongs to the floor, or owns a table, is refused', async () => {
  const name = `owning_${suffix}`;
  await owner(`create role ${name} login password 'county password'`, `grant accord_floor to ${name}`);
  await expectRefused(
    start({ DATABASE_URL: as(name, 'county password') }),
    'is a superuser, or may become one',
  );
  await owner(`revoke accord_floor from ${name}`);
  await owner(`alter table accord.referral owner to ${name}`);
  await expectRefused(start({ DATABASE_URL: as(name, 'county password') }), 'owns tables of Accord');
  await owner(
    'alter table accord.referral owner to current_user',
    `drop owned by ${name}`,
    `drop role ${name}`,
  );
});

test('a login that nobody let in yet is told how', async () => {
  const name = `stranger_${suffix}`;
  await owner(`create role ${name} login password 'county password'`);
  await expectRefused(start({ DATABASE_URL: as(name, 'county password') }), 'may not use Accord yet');
  await owner(`drop role ${name}`);
});

test('a setting that makes no sense, and a Postgres that does not answer, are said in a sentence', async () => {
  await expectRefused(start({ PORT: 'eighty' }), 'PORT is "eighty". Write a number from 0 to 65535');
  const nobody = 'postgres://a:county@127.0.0.1:1/a';
  await expectRefused(start({ DATABASE_URL: nobody }), 'No Postgres answers at the address in DATABASE_URL');
});

test('a wrong password, and a database that is not there, are said in a sentence', async () => {
  await expectRefused(start({ DATABASE_URL: as(login, 'wrong') }), 'does not take the password');
  const missing = new URL(runtimeUrl);
  missing.pathname = '/nowhere';
  await expectRefused(start({ DATABASE_URL: missing.href }), 'is not there');
});
