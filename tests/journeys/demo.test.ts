import { stopPostgres } from '@accord/postgres';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Browser, type Host } from '../support/browser.ts';
import { type Program, run } from '../support/program.ts';
import { within } from '../support/stream.ts';

/** The demo over HTTP: its cards, made anew, brought back, and cut off half way. Each test goes on from the one before. */

const folder = mkdtempSync(join(tmpdir(), 'accord-demo-'));
chmodSync(folder, 0o711);
const READY = /^Accord is ready: http:\/\/localhost:(\d+)$/m;
const running: Program[] = [];
const browsers: Browser[] = [];

afterAll(async () => {
  for (const browser of browsers) browser.close();
  for (const program of running) program.tell('SIGTERM');
  await Promise.all(running.map((program) => program.ended));
  await stopPostgres(join(folder, 'postgres'));
  rmSync(folder, { recursive: true, force: true });
});

function start(): Program {
  const program = run('main.ts', { ACCORD_DATA: folder, PORT: '0' });
  running.push(program);
  return program;
}

function browser(host: Host = 'staff'): Browser {
  const made = new Browser(port, host);
  browsers.push(made);
  return made;
}

const casesOf = async (page: Browser) =>
  (await page.staff.cases.list.query()).cases.map((each) => each.caseId);
/** The demos that lie in the data folder. */
const demos = () => readdirSync(join(folder, 'demo')).filter((name) => name !== 'current');
const current = () => readFileSync(join(folder, 'demo', 'current'), 'utf8').trim();
const kill = async (program: Program) => {
  process.kill(program.pid, 'SIGKILL');
  await program.ended;
};

let program: Program;
let port: number;
let dana: Browser;
let heron: string[];

test('a first loading that was cut off is no trouble: the next start makes a whole one', async () => {
  const first = start();
  await first.says(/(Loading the demo)/);
  await kill(first);
  expect(existsSync(join(folder, 'demo', 'current'))).toBe(false);
  const [half] = demos();
  program = start();
  port = Number(await program.says(READY));
  expect(demos()).toEqual([current()]);
  expect(current()).not.toBe(half);
}, 120_000);

test('every card opens its own app, one call in', async () => {
  const { cards } = await browser().staff.demo.cards.query();
  expect(cards.length).toBeGreaterThanOrEqual(11);
  for (const { key, app, name } of cards) {
    if (app === 'staff') {
      expect(await browser().staff.demo.signIn.mutate({ key })).toMatchObject({ name, demo: true });
    } else {
      expect(await browser('youth').youth.demo.signIn.mutate({ key })).toMatchObject({ kind: 'youth' });
    }
  }
}, 120_000);

test('Luz reads her plan in her own words, and who looked', async () => {
  const luz = browser('youth');
  expect(await luz.youth.demo.signIn.mutate({ key: 'luz' })).toMatchObject({ codeName: 'Wren' });
  const { items } = await luz.youth.mine.open.query();
  expect(JSON.stringify(items)).toContain('Quiero jugar en el equipo de fútbol de la escuela');
  expect(items.filter(({ content }) => content.is !== 'open')).toEqual([]);
  const { looks } = await luz.youth.mine.looks.query();
  expect(looks.filter(({ action }) => action === 'opened').map(({ who }) => who)).toContain('Tom Akana');
});

test('a reset shows how far it is, signs everybody out, and ends the open pages', async () => {
  dana = browser();
  await dana.staff.demo.signIn.mutate({ key: 'dana' });
  heron = await casesOf(dana);
  const [caseId = ''] = heron;
  await dana.staff.cases.addGoal.mutate({ caseId, ownWords: 'Paint the hall' });
  const stream = await dana.listen(caseId);
  await stream.heard('ready');

  const anybody = browser();
  expect(await anybody.staff.demo.state.query()).toEqual({ canReset: true, working: null, canUndo: false });
  const resetting = anybody.staff.demo.reset.mutate();
  const second = browser();
  await expect
    .poll(async () => (await second.staff.demo.state.query()).working, { interval: 20, timeout: 20_000 })
    .not.toBeNull();
  expect((await second.call('demo.reset')).status).toBe(409);
  expect((await second.call('demo.undoReset')).status).toBe(409);
  // Until the fresh one is there, everybody goes on with the present one.
  expect(await casesOf(dana)).toEqual(heron);

  expect(await resetting).toEqual({ canReset: true, working: null, canUndo: true });
  await within(2_000, stream.ended);
  expect(await dana.staff.session.me.query()).toBeNull();
  expect((await dana.call('cases.list')).status).toBe(401);
  expect((await dana.call('cases.open', { caseId })).status).toBe(401);
}, 120_000);

test('the fresh demo holds new cases, and nothing of what was done in the one before', async () => {
  const page = browser();
  await page.staff.demo.signIn.mutate({ key: 'dana' });
  const [caseId = ''] = await casesOf(page);
  expect([caseId]).not.toEqual(heron);
  expect((await page.call('cases.open', { caseId })).body).not.toContain('Paint the hall');
  expect((await page.call('cases.open', { caseId: heron[0] })).status).toBe(404);
});

test('undone, the one before is back with what was done in it and with who was signed in', async () => {
  expect(demos()).toHaveLength(2);
  expect(await browser().staff.demo.undoReset.mutate()).toMatchObject({ canUndo: false });
  expect(await casesOf(dana)).toEqual(heron);
  expect((await dana.call('cases.open', { caseId: heron[0] })).body).toContain('Paint the hall');
  const stream = await dana.listen(heron[0]);
  await stream.heard('ready');
  stream.close();
  expect((await dana.call('demo.undoReset')).status).toBe(404);
  expect(demos()).toEqual([current()]);
});

test('killed in the middle of a reset, the next start has the demo as it was', async () => {
  const before = current();
  const page = browser();
  const resetting = page.call('demo.reset').catch(() => 'cut off');
  await expect
    .poll(async () => (await browser().staff.demo.state.query()).working, { interval: 20, timeout: 20_000 })
    .toBeGreaterThan(0);
  await kill(program);
  expect(await resetting).toBe('cut off');
  expect(demos()).toHaveLength(2);
  program = start();
  port = Number(await program.says(READY));
  expect(program.output().said).not.toContain('Loading the demo');
  expect([current(), ...demos()]).toEqual([before, before]);
  const again = browser();
  await again.staff.demo.signIn.mutate({ key: 'dana' });
  expect(await casesOf(again)).toEqual(heron);
}, 120_000);

test('a former demo does not outlive the next start', async () => {
  await browser().staff.demo.reset.mutate();
  expect(demos()).toHaveLength(2);
  program.tell('SIGTERM');
  expect(await program.ended).toBe(0);
  program = start();
  port = Number(await program.says(READY));
  expect(demos()).toEqual([current()]);
  expect(await browser().staff.demo.state.query()).toMatchObject({ canUndo: false });
}, 120_000);

test('nothing of the demo’s people is in what the program wrote', () => {
  for (const { said, log } of running.map((each) => each.output())) {
    for (const text of ['Jordan', 'Luz', 'fútbol', 'postgres://', 'password']) {
      expect(said + log).not.toContain(text);
    }
  }
});
