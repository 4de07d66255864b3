import type { CaseId, StaffActor } from '@accord/kernel';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pathsOf, PUBLIC } from '../access/procedures.ts';
import type { Browser } from '../support/browser.ts';
import { giveAccount, PASSWORD, Server } from '../support/http.ts';
import { Network } from '../support/network.ts';
import { within } from '../support/stream.ts';

let network: Network;
let server: Server;
let dana: StaffActor;
let caseId: CaseId;
let place = 1;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  dana = await network.addStaff(welfare, 'Dana');
  const opened = await network.openCase(dana, 'Marlow');
  caseId = opened.caseId;
  await giveAccount(network, dana, 'dana@lock.example');
  await giveAccount(network, opened.young, 'robin@lock.example');
  await giveAccount(network, await network.addAdvisor('Keisha T.'), 'keisha@lock.example');
  server = await Server.start(network);
});
afterAll(async () => {
  await server.close();
  await network.close();
});

async function signedIn(email = 'dana@lock.example'): Promise<Browser> {
  const page = server.browser('staff', `127.0.3.${place++}`);
  await page.staff.session.signIn.mutate({ email, password: PASSWORD });
  return page;
}

const hashOf = (page: Browser) =>
  createHash('sha256')
    .update(page.cookies.get('__Host-accord') ?? '')
    .digest();

/** Sets an instant of this browser's session, from now. */
async function setDate(page: Browser, which: 'locks_at' | 'idle_until', from: string): Promise<void> {
  await network.owner(
    (sql) =>
      sql`update session set ${sql(which)} = now() + ${from}::interval where id_hash = ${hashOf(page)}`,
  );
}

/** Until it locks by itself. */
async function minutesLeft(page: Browser): Promise<number> {
  const [row] = await network.owner(
    (sql) => sql`select round(extract(epoch from locks_at - now()) / 60)::int as minutes from session
      where id_hash = ${hashOf(page)}`,
  );
  return Number(row?.['minutes']);
}

const ways: Record<string, (page: Browser) => Promise<unknown>> = {
  'by hand': (page) => page.staff.session.lock.mutate(),
  'by being left alone': (page) => setDate(page, 'locks_at', '0 minutes'),
};

test.each(Object.entries(ways))('locked %s, a session reads nothing and writes nothing', async (_, lock) => {
  const page = await signedIn();
  expect((await page.call('cases.open', { caseId })).body).toContain('Marlow');
  await lock(page);
  for (const path of pathsOf('staff').filter((each) => !PUBLIC.includes(each))) {
    const { status, body } = await page.call(path, { caseId });
    expect(
      [status, (JSON.parse(body) as { error: { data: { code: string } } }).error.data.code],
      path,
    ).toEqual([401, 'LOCKED']);
    expect(body).not.toContain('Marlow');
  }
  expect(await page.staff.session.me.query()).toEqual({ kind: 'locked', name: 'Dana', demo: false });
});

test('an advisor’s session locks alike', async () => {
  const page = await signedIn('keisha@lock.example');
  await page.staff.session.lock.mutate();
  expect((await page.call('reviews.list')).body).toContain('"code":"LOCKED"');
  expect(await page.staff.session.me.query()).toMatchObject({ kind: 'locked', name: 'Keisha T.' });
});

test('a page that listens is told to look again and its stream closes, and no new one opens', async () => {
  const page = await signedIn();
  const stream = await page.listen(caseId);
  await stream.heard('ready');
  await page.staff.session.lock.mutate();
  await within(2_000, stream.ended);
  expect(stream.pings).toBe(1);
  expect((await page.listen(caseId)).status).toBe(401);
});

test.each([
  ['use keeps a session from locking', {}, 16],
  ['what a page asks by itself does not', { 'x-accord-background': '1' }, 2],
] as const)('%s', async (_, headers, minutes) => {
  const page = await signedIn();
  await setDate(page, 'idle_until', '16 minutes');
  await setDate(page, 'locks_at', '2 minutes');
  expect((await page.call('cases.list', undefined, { headers })).status).toBe(200);
  expect(await minutesLeft(page)).toBe(minutes);
});

test('no call but the right password opens it again', async () => {
  const page = await signedIn();
  await page.staff.session.lock.mutate();
  for (const path of pathsOf('staff').filter((each) => !/signIn|signOut/.test(each))) await page.call(path);
  expect((await page.call('session.unlock', { password: 'wrong' })).body).toContain('"code":"UNLOCK_FAILED"');
  expect((await page.call('cases.list')).body).toContain('"code":"LOCKED"');
  expect(await page.staff.session.unlock.mutate({ password: PASSWORD })).toMatchObject({ kind: 'staff' });
  expect((await page.call('cases.open', { caseId })).body).toContain('Marlow');
});

test('tries to unlock count like tries to sign in, and together with them', async () => {
  const page = await signedIn();
  await page.staff.session.lock.mutate();
  for (let tries = 0; tries < 5; tries += 1) {
    expect((await page.call('session.unlock', { password: 'wrong' })).status).toBe(401);
  }
  expect((await page.call('session.unlock', { password: PASSWORD })).status).toBe(429);
  const again = { email: 'dana@lock.example', password: PASSWORD };
  expect((await page.call('session.signIn', again)).status).toBe(429);
});

test('a locked session ends after 30 minutes like any other, and then no password opens it', async () => {
  const page = await signedIn();
  await page.staff.session.lock.mutate();
  await setDate(page, 'idle_until', '0 minutes');
  const answer = await page.call('session.unlock', { password: PASSWORD });
  expect([answer.status, answer.body.includes('"code":"SIGN_IN_FIRST"')]).toEqual([401, true]);
  expect(await page.staff.session.me.query()).toBeNull();
});

test('signing out of a locked session ends it', async () => {
  const page = await signedIn();
  await page.staff.session.lock.mutate();
  await page.staff.session.signOut.mutate();
  expect(page.cookies.size).toBe(0);
});

test('a young person’s session has no lock: their app covers itself', async () => {
  const page = server.browser('youth', `127.0.3.${place++}`);
  await page.youth.session.signIn.mutate({ email: 'robin@lock.example', password: PASSWORD });
  const { locks_at: at } = (
    await network.owner((sql) => sql`select locks_at::text from session where locks_at = 'infinity'`)
  )[0] ?? { locks_at: null };
  expect(at).toBe('infinity');
  expect((await page.call('session.lock')).status).toBe(404);
});

test('outside the demo there is no way in without the password', async () => {
  const page = await signedIn();
  await page.staff.session.lock.mutate();
  expect((await page.call('demo.unlock')).status).toBe(404);
});

test('in the demo one click opens it for a made-up person, and for nobody else', async () => {
  const demo = await Server.start(network, { demo: true });
  const page = demo.browser('staff', `127.0.3.${place++}`);
  await page.staff.session.signIn.mutate({ email: 'keisha@lock.example', password: PASSWORD });
  await page.staff.session.lock.mutate();
  expect((await page.call('demo.unlock')).status).toBe(404);
  await network.owner(
    (sql) => sql`update account set email = 'keisha@advisors.example' where email = 'keisha@lock.example'`,
  );
  expect((await page.call('demo.unlock')).status).toBe(200);
  expect(await page.staff.session.me.query()).toMatchObject({ kind: 'advisor' });
  await demo.close();
});
