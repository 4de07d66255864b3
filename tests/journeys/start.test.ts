import { writeSampleDirectory } from '@accord/directory/testing';
import { stopPostgres } from '@accord/postgres';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Browser } from '../support/browser.ts';
import { freePort, type Program, run } from '../support/program.ts';

/** `npm start` and `npm run accord` beside it, on one data folder: each test goes on where the one before ended. */

const folder = mkdtempSync(join(tmpdir(), 'accord-start-'));
chmodSync(folder, 0o711);
const lockFile = join(folder, 'postgres', 'cluster', 'postmaster.pid');
const READY = /^Accord is ready: (http:\/\/localhost:\d+)$/m;
const running: Program[] = [];

afterAll(async () => {
  for (const program of running) program.tell('SIGTERM');
  await Promise.all(running.map((program) => program.ended));
  await stopPostgres(join(folder, 'postgres'));
  rmSync(folder, { recursive: true, force: true });
});

function start(env: Record<string, string>): Program {
  const program = run('main.ts', { ACCORD_DATA: folder, ...env });
  running.push(program);
  return program;
}

const accord = (...args: string[]) => run('cli.ts', { ACCORD_DATA: folder }, args);
const portOf = (url: string) => Number(new URL(url).port);

/** What Dana's list of cases holds, after a click on her card. */
async function casesOfDana(port: number): Promise<string[]> {
  const page = new Browser(port, 'staff');
  try {
    await page.staff.demo.signIn.mutate({ key: 'dana' });
    return (await page.staff.cases.list.query()).cases.map(
      (each) => `${each.caseId} ${each.codeName} ${each.name}`,
    );
  } finally {
    page.close();
  }
}

let port = 0;
let first: Program;
let cases: string[];

test('the first start makes everything, loads the demo and prints one address', async () => {
  port = await freePort();
  first = start({ PORT: String(port) });
  expect(await first.says(READY)).toBe(`http://localhost:${port}`);
  expect(first.output().said).toContain('Loading the demo');
  cases = await casesOfDana(port);
  expect(cases).toHaveLength(1);
  expect(cases[0]).toContain('Heron Jordan R.');
}, 60_000);

test('the young person’s app answers on its own host', async () => {
  const page = new Browser(port, 'youth');
  expect(await page.youth.demo.signIn.mutate({ key: 'jordan' })).toMatchObject({
    kind: 'youth',
    codeName: 'Heron',
  });
  expect((await page.youth.mine.open.query()).items.length).toBeGreaterThan(0);
  page.close();
});

test('what the demo seeded is nowhere in the output, and neither are its passwords and keys', () => {
  const { said, log } = first.output();
  for (const text of ['Jordan', 'art class', 'postgres://', 'password'])
    expect(said + log).not.toContain(text);
});

test('the command line imports a directory while the product runs, and leaves it running', async () => {
  const tables = join(folder, 'tables');
  await writeSampleDirectory(tables);
  const program = accord('directory', 'import', tables);
  expect(await program.ended).toBe(0);
  expect(program.output().said).toContain('services.csv');
  expect(await casesOfDana(port)).toEqual(cases);
}, 30_000);

test('the command line says what it did not do by its exit code', async () => {
  const [nothing, unclear] = [accord('directory', 'import', join(folder, 'none')), accord('directory')];
  expect(await nothing.ended).toBe(1);
  expect(nothing.output().said).toContain('Nothing was imported.');
  expect(nothing.output().log).not.toMatch(/\bat .*\.ts/);
  expect(await unclear.ended).toBe(2);
  expect(unclear.output().said).toContain('directory import <folder>');
}, 30_000);

test('a taken port is answered with a free one, which is said', async () => {
  const second = start({ PORT: String(port) });
  const other = portOf(await second.says(READY));
  expect(other).not.toBe(port);
  expect(second.output().said).toContain(`Port ${port} is taken; using ${other}.`);
  // It shares the first one's database, and takes it over when that one goes.
  expect(await casesOfDana(other)).toEqual(cases);
  first.tell('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(await casesOfDana(other)).toEqual(cases);
  second.tell('SIGINT');
  expect(await second.ended).toBe(0);
}, 30_000);

test('whoever goes last stops the database too', () => {
  expect(existsSync(join(folder, 'postgres', 'cluster'))).toBe(true);
  expect(existsSync(lockFile)).toBe(false);
});

test('a later start takes less than ten seconds and keeps what was there', async () => {
  const began = performance.now();
  const again = start({ PORT: String(port) });
  expect(await again.says(READY)).toBe(`http://localhost:${port}`);
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(again.output().said).not.toContain('Loading the demo');
  expect(await casesOfDana(port)).toEqual(cases);
  again.tell('SIGTERM');
  // A second signal, as when a terminal and a program between both pass it on, changes nothing.
  again.tell('SIGTERM');
  expect(await again.ended).toBe(0);
  expect(existsSync(lockFile)).toBe(false);
}, 30_000);

test('told to stop in the middle of a start, it leaves nothing running', async () => {
  const program = start({ PORT: '0' });
  await until(() => existsSync(lockFile));
  program.tell('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(program.output().said).not.toMatch(READY);
  expect(existsSync(lockFile)).toBe(false);
}, 30_000);

/** Settles when it is so; looks again at each turn of the event loop. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}
