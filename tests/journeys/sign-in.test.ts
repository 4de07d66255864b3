import type { AgencyId, StaffActor, YouthActor } from '@accord/kernel';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveAccount, PASSWORD, Server } from '../support/http.ts';
import { Network } from '../support/network.ts';

let network: Network;
let server: Server;
let welfare: AgencyId;
let dana: StaffActor;
let young: YouthActor;
let place = 1;

beforeAll(async () => {
  network = await Network.start();
  welfare = await network.addAgency('County Welfare', 'child-welfare');
  dana = await network.addStaff(welfare, 'Dana');
  ({ young } = await network.openCase(dana, 'Marlow'));
  await giveAccount(network, dana, 'dana@welfare.example');
  await giveAccount(network, young, 'robin@plans.example');
  server = await Server.start(network);
});
afterAll(async () => {
  await server.close();
  await network.close();
});

const DANA = { email: 'dana@welfare.example', password: PASSWORD };
const ROBIN = { email: 'robin@plans.example', password: PASSWORD };

/** A browser at a place that nobody has tried from before. */
const browser = (host: 'staff' | 'youth') => server.browser(host, `127.0.1.${place++}`);

async function signedIn() {
  const page = browser('staff');
  await page.staff.session.signIn.mutate(DANA);
  return page;
}

const blanked = (body: string) => body.replace(/"reference":"[0-9a-f]{10}"/, '"reference":""');

test('a wrong password, an unknown address and the other app’s account get the same answer', async () => {
  const tries = [
    { ...DANA, password: 'wrong' },
    { email: 'nobody@welfare.example', password: PASSWORD },
    ROBIN,
  ];
  const answers = await Promise.all(tries.map((each) => browser('staff').call('session.signIn', each)));
  for (const { status, headers, body } of answers) {
    expect(status).toBe(401);
    expect(headers['set-cookie']).toBeUndefined();
    expect(blanked(body)).toBe(blanked(answers[0]?.body ?? ''));
  }
  expect(answers[0]?.body).toContain('That email and password do not match. Try again.');
});

test('an unknown address takes the work of checking a password', async () => {
  const time = async (email: string) => {
    const began = performance.now();
    await browser('staff').call('session.signIn', { email, password: 'wrong' });
    return performance.now() - began;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    known.push(await time(DANA.email));
    unknown.push(await time(`nobody${round}@welfare.example`));
  }
  // A check of argon2id is tens of milliseconds; the rest of the call is a few.
  const median = (times: number[]) => times.toSorted((a, b) => a - b)[4] ?? 0;
  expect(median(unknown)).toBeGreaterThan(median(known) / 2);
  expect(median(known)).toBeGreaterThan(median(unknown) / 2);
});

test('the sixth try within a quarter of an hour is turned away, right password or not', async () => {
  const page = browser('staff');
  for (let tries = 0; tries < 5; tries += 1) {
    expect((await page.call('session.signIn', { ...DANA, password: 'wrong' })).status).toBe(401);
  }
  const sixth = await page.call('session.signIn', DANA);
  expect(sixth.status).toBe(429);
  expect(sixth.body).toContain('Too many tries. Wait a while, then try again.');
  expect(
    (await page.call('session.signIn', { email: 'Dana@Welfare.example', password: PASSWORD })).status,
  ).toBe(429);
});

test('tries from one place keep nobody out elsewhere, and no other address here', async () => {
  const here = browser('youth');
  for (let tries = 0; tries < 6; tries += 1)
    await here.call('session.signIn', { ...ROBIN, password: 'wrong' });
  expect((await here.call('session.signIn', ROBIN)).status).toBe(429);
  expect((await browser('youth').call('session.signIn', ROBIN)).status).toBe(200);
  expect((await here.call('session.signIn', { email: 'other@plans.example', password: 'x' })).status).toBe(
    401,
  );
});

test('getting in gives the tries back', async () => {
  const page = browser('staff');
  for (let round = 0; round < 2; round += 1) {
    for (let tries = 0; tries < 4; tries += 1)
      await page.call('session.signIn', { ...DANA, password: 'wrong' });
    expect((await page.call('session.signIn', DANA)).status).toBe(200);
  }
});

test('the limits keep keyed digests: neither an address nor a place, nor a digest that one could guess', async () => {
  const from = `127.0.1.${place++}`;
  await server.browser('staff', from).call('session.signIn', { ...DANA, password: 'wrong' });
  const rows = await network.owner(
    (sql) => sql<{ kept: string }[]>`select encode(digest, 'hex') as kept from rate_bucket`,
  );
  const kept = rows.map((row) => row.kept);
  expect(kept.length).toBeGreaterThan(0);
  for (const guess of [DANA.email, from, 'place', `address ${DANA.email}`, `sign-in address ${DANA.email}`]) {
    expect(kept).not.toContain(createHash('sha256').update(guess).digest('hex'));
    expect(kept.join()).not.toContain(Buffer.from(guess).toString('hex'));
  }
});

test('the cookie is of this host alone, unreadable for scripts, and ends with the browser', async () => {
  const { headers } = await browser('staff').call('session.signIn', DANA);
  const [cookie = '', ...more] = headers['set-cookie'] ?? [];
  expect(more).toEqual([]);
  expect(cookie).toMatch(/^__Host-accord=[a-z2-7]{40}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
});

test('the database keeps the digest of a session and never its id', async () => {
  const page = await signedIn();
  const token = page.cookies.get('__Host-accord') ?? '';
  const digest = createHash('sha256').update(token).digest();
  const [row] = await network.owner(
    (sql) => sql`select session::text as kept from session where id_hash = ${digest}`,
  );
  expect(row?.['kept']).toContain(digest.toString('hex'));
  expect(row?.['kept']).not.toContain(token);
  expect(row?.['kept']).not.toContain(Buffer.from(token).toString('hex'));
});

test('a session ends after 30 minutes without use, and use renews it', async () => {
  const page = await signedIn();
  await setDates(page, 'idle_until', '16 minutes');
  expect((await page.call('cases.list')).status).toBe(200);
  expect(await minutesLeft(page)).toBe(30);
  await setDates(page, 'idle_until', '0 minutes');
  expect((await page.call('cases.list')).status).toBe(401);
});

test('a session ends after 12 hours, used or not', async () => {
  const page = await signedIn();
  const [row] = await network.owner(
    (sql) => sql`select (absolute_until - now() between '11:59:00' and '12:00:00') as ok from session
      where id_hash = ${hashOf(page)}`,
  );
  expect(row?.['ok']).toBe(true);
  await setDates(page, 'absolute_until', '10 minutes');
  expect((await page.call('cases.list')).status).toBe(200);
  expect(await minutesLeft(page)).toBe(10);
  await setDates(page, 'absolute_until', '0 minutes');
  expect((await page.call('cases.list')).status).toBe(401);
});

test('signing out ends the session on the server too', async () => {
  const page = await signedIn();
  const stolen = browser('staff');
  for (const [name, value] of page.cookies) stolen.cookies.set(name, value);
  expect((await stolen.call('cases.list')).status).toBe(200);
  await page.staff.session.signOut.mutate();
  expect(page.cookies.size).toBe(0);
  expect((await stolen.call('cases.list')).status).toBe(401);
});

test('signing in again makes a new session and ends the old one', async () => {
  const page = await signedIn();
  const old = new Map(page.cookies);
  await page.staff.session.signIn.mutate(DANA);
  expect(page.cookies.get('__Host-accord')).not.toBe(old.get('__Host-accord'));
  const before = browser('staff');
  for (const [name, value] of old) before.cookies.set(name, value);
  expect((await before.call('cases.list')).status).toBe(401);
  expect((await page.call('cases.list')).status).toBe(200);
});

test('a session that somebody made up is never taken over', async () => {
  const page = browser('staff');
  page.cookies.set('__Host-accord', 'a'.repeat(40));
  await page.staff.session.signIn.mutate(DANA);
  expect(page.cookies.get('__Host-accord')).not.toBe('a'.repeat(40));
});

test('whoever has left is out at once, and does not get in again', async () => {
  const leaver = await network.addStaff(welfare, 'Lee');
  await giveAccount(network, leaver, 'lee@welfare.example');
  const page = browser('staff');
  await page.staff.session.signIn.mutate({ email: 'lee@welfare.example', password: PASSWORD });
  expect((await page.call('cases.list')).status).toBe(200);
  await network.owner((sql) => sql`update staff set ended_at = now() where id = ${leaver.staffId}`);
  expect((await page.call('cases.list')).status).toBe(401);
  expect((await page.call('session.me')).body).toBe('{"result":{"data":null}}');
  const again = await browser('staff').call('session.signIn', {
    email: 'lee@welfare.example',
    password: PASSWORD,
  });
  expect(again.status).toBe(401);
});

test('a staff session opens nothing on the young person’s host, nor the other way around', async () => {
  const [staff, youth] = [await signedIn(), browser('youth')];
  await youth.youth.session.signIn.mutate(ROBIN);
  const [staffThere, youthThere] = [browser('youth'), browser('staff')];
  for (const [name, value] of staff.cookies) staffThere.cookies.set(name, value);
  for (const [name, value] of youth.cookies) youthThere.cookies.set(name, value);
  expect((await staffThere.call('mine.open')).status).toBe(401);
  expect((await staffThere.call('session.me')).body).toBe('{"result":{"data":null}}');
  expect((await youthThere.call('cases.list')).status).toBe(401);
  expect((await youthThere.call('session.me')).body).toBe('{"result":{"data":null}}');
  // Nor is one host's API there on the other.
  expect((await staffThere.send('/api/staff/cases.list', { method: 'POST', body: '' })).status).toBe(404);
  expect((await youthThere.send('/api/youth/mine.open', { method: 'POST', body: '' })).status).toBe(404);
});

test('outside the demo there are no cards, and no seats', async () => {
  const page = await signedIn();
  expect((await page.call('demo.cards')).status).toBe(404);
  expect((await page.call('demo.signIn', { key: 'dana' })).status).toBe(404);
  const seat = { 'x-accord-seat': 'left' };
  expect((await page.call('cases.list', undefined, { headers: seat })).status).toBe(200);
  const { headers } = await browser('staff').call('session.signIn', DANA, { headers: seat });
  expect(headers['set-cookie']?.[0]).toMatch(/^__Host-accord=/);
});

test('leaving ends the session, empties the browser and shows a page that means nothing', async () => {
  const page = browser('youth');
  await page.youth.session.signIn.mutate(ROBIN);
  const token = page.cookies.get('__Host-accord') ?? '';
  const { status, headers } = await page.send('/leave');
  expect(status).toBe(303);
  expect(headers.location).toBe('https://weather.example/');
  expect(headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
  expect(page.cookies.size).toBe(0);
  page.cookies.set('__Host-accord', token);
  expect((await page.call('mine.open')).status).toBe(401);
});

test('leaving is the young person’s: there is no such page for staff', async () => {
  const page = await signedIn();
  expect((await page.send('/leave')).status).toBe(404);
  expect((await page.call('cases.list')).status).toBe(200);
});

const hashOf = (page: { cookies: Map<string, string> }) =>
  createHash('sha256')
    .update(page.cookies.get('__Host-accord') ?? '')
    .digest();

/** Sets one of the two ends of this browser's session, from now. */
async function setDates(
  page: { cookies: Map<string, string> },
  which: 'idle_until' | 'absolute_until',
  from: string,
) {
  await network.owner(
    (sql) =>
      sql`update session set ${sql(which)} = now() + ${from}::interval where id_hash = ${hashOf(page)}`,
  );
}

async function minutesLeft(page: { cookies: Map<string, string> }): Promise<number> {
  const [row] = await network.owner(
    (sql) => sql`select round(extract(epoch from idle_until - now()) / 60)::int as minutes from session
      where id_hash = ${hashOf(page)}`,
  );
  return Number(row?.['minutes']);
}
