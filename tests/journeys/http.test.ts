import { type CaseId, ERRORS } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer, Browser } from '../support/browser.ts';
import { giveAccount, PASSWORD, Server } from '../support/http.ts';
import { Network } from '../support/network.ts';

let network: Network;
let server: Server;
let page: Browser;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  const dana = await network.addStaff(welfare, 'Dana');
  ({ caseId } = await network.openCase(dana, 'Marlow'));
  await giveAccount(network, dana, 'dana@welfare.example');
  server = await Server.start(network);
  page = server.browser('staff');
  await page.staff.session.signIn.mutate({ email: 'dana@welfare.example', password: PASSWORD });
});
afterAll(async () => {
  await server.close();
  await network.close();
});

/** The error of an answer, as a client of ours reads it. */
function errorOf({ body }: Answer): { code: string; sentence: string; reference: string } {
  const parsed = JSON.parse(body) as {
    error: { data: { code: string; sentence: string; reference: string } };
  };
  return parsed.error.data;
}

/** Whatever is sent, an answer of ours comes: with our status, in our words, and without a line of code. */
function expectRefused(answer: Answer, code: keyof typeof ERRORS): void {
  expect(answer.status).toBe(ERRORS[code].status);
  expect(errorOf(answer)).toMatchObject({ code, sentence: ERRORS[code].sentence });
  expect(answer.body).not.toMatch(/node_modules|\.ts:|\bat /);
}

test.each(['cross-site', 'same-site', 'none', undefined])(
  'a write from elsewhere (%s) is not there',
  async (site) => {
    const headers = { 'sec-fetch-site': site };
    expectRefused(await page.call('cases.create', { name: 'Sam' }, { headers }), 'NOT_FOUND');
    expectRefused(await page.call('live', { cases: [caseId] }, { headers }), 'NOT_FOUND');
    expect((await page.staff.cases.list.query()).cases).toHaveLength(1);
  },
);

test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
  'procedures do not answer %s',
  async (method) => {
    const headers = { 'sec-fetch-site': 'same-origin' };
    for (const path of ['cases.list', 'session.signOut', 'live']) {
      expect((await page.send(`/api/staff/${path}`, { method, headers })).status).toBe(404);
    }
    expect((await page.call('cases.list')).status).toBe(200);
  },
);

test('no answer lets another site read it', async () => {
  const { headers } = await page.call('cases.list', undefined, {
    headers: { origin: 'https://elsewhere.example' },
  });
  expect(headers['access-control-allow-origin']).toBeUndefined();
  expect(headers['access-control-allow-credentials']).toBeUndefined();
});

const MEGABYTE = 1024 * 1024;

test('a body over one megabyte is too large, with and without its length', async () => {
  const body = JSON.stringify({ caseId, ownWords: 'a'.repeat(2 * MEGABYTE) });
  expectRefused(await page.call('cases.addGoal', undefined, { body }), 'TOO_LARGE');
  const chunked = { body, headers: { 'transfer-encoding': 'chunked' } };
  expectRefused(await page.call('cases.addGoal', undefined, chunked), 'TOO_LARGE');
  expectRefused(await page.call('live', undefined, { body }), 'TOO_LARGE');
});

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

test.each([
  ['cut off', '{"caseId":'],
  ['no JSON', 'caseId=1'],
  ['a thousand levels deep', deep(1000)],
  ['four hundred thousand levels deep', deep(400_000)],
  ['deep where a name should be', `{"name":${deep(100_000)}}`],
  ['a prototype', '{"__proto__":{"name":"x"},"constructor":{"prototype":{}}}'],
  ['a number out of range', '{"name":1e999}'],
  ['a byte that is no UTF-8', '{"name":"\xff'],
  ['half a character and no such field', '{"name":"\\ud800", "x":1}'],
])('input that is %s is bad input', async (_, body) => {
  expectRefused(await page.call('cases.create', undefined, { body }), 'BAD_INPUT');
  expect((await page.staff.cases.list.query()).cases).toHaveLength(1);
});

test.each([
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  'application/octet-stream',
  undefined,
])('a body of type %s creates nothing', async (type) => {
  const sent = { body: '{"name":"Sam"}', headers: { 'content-type': type } };
  expectRefused(await page.call('cases.create', undefined, sent), 'BAD_INPUT');
});

test('a batch holds what a page needs and no more', async () => {
  const batch = (size: number) =>
    page.call(`${Array(size).fill('session.me').join(',')}?batch=1`, undefined, { body: '{}' });
  expect((await batch(20)).status).toBe(200);
  for (const size of [21, 500]) {
    const answer = await batch(size);
    expect(answer.status).toBe(400);
    expect(answer.body).not.toMatch(/node_modules|\.ts:|\bat /);
  }
});

test.each([
  '/api/staff/cases.nothing',
  '/api/staff/__proto__',
  '/api/staff/constructor',
  '/api/staff/cases.list/more',
  '/api/staff/',
  '/api/nobody/cases.list',
  '/api/youth/mine.open',
])('%s is not there', async (path) => {
  expectRefused(await page.send(path, { method: 'POST', body: '{}' }), 'NOT_FOUND');
});

test.each([
  '/assets/../secret.txt',
  '/assets/../../secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '/assets/..\\..\\secret.txt',
  '/assets//../../secret.txt',
  '/assets/%00/../../secret.txt',
  '/..%2fsecret.txt',
  '/../../secret.txt',
])('%s shows no file from beside the client', async (path) => {
  const { status, body } = await page.send(path);
  expect(body).not.toContain('beside the client');
  expect([200, 400, 404]).toContain(status);
});

test('every kind of answer carries the headers that keep it to itself', async () => {
  const stream = await page.listen(caseId);
  expect(stream.status).toBe(200);
  const answers: Record<string, Answer['headers']> = {
    page: (await page.send('/cases')).headers,
    asset: (await page.send('/assets/app.js')).headers,
    'an asset that is not there': (await page.send('/assets/none.js')).headers,
    call: (await page.call('cases.list')).headers,
    'refused call': (await page.call('cases.open', { caseId: 'x' })).headers,
    'no such call': (await page.call('nothing')).headers,
    'too large': (await page.call('nothing', undefined, { body: 'a'.repeat(2 * MEGABYTE) })).headers,
    stream: stream.headers,
    'refused stream': (await page.listen('x')).headers,
    leave: (await server.browser('youth').send('/leave')).headers,
    health: (await page.send('/health')).headers,
  };
  for (const [kind, headers] of Object.entries(answers)) {
    expect(headers, kind).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()'),
      'content-security-policy': expect.stringMatching(/^default-src 'none'.*frame-ancestors 'none'/),
      'cache-control': kind === 'asset' ? 'public, max-age=31536000, immutable' : 'no-store',
    });
    expect(headers, kind).not.toHaveProperty('x-powered-by');
    expect(headers, kind).not.toHaveProperty('server');
  }
});

test('a page may run its own scripts alone, and each answer has a nonce of its own', async () => {
  const [one, two] = [await page.send('/'), await page.send('/')];
  const policy = String(one.headers['content-security-policy']);
  const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? [];
  expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
  expect(one.body).toBe(`<meta nonce="${nonce}"><title>web</title>`);
  expect(two.body).not.toContain(nonce);
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types accord',
  ]);
});

test('each host serves its own client', async () => {
  expect((await page.send('/any/where')).body).toContain('<title>web</title>');
  expect((await server.browser('youth').send('/any/where')).body).toContain('<title>youth</title>');
});

test('the reference of an error is in the log, once', async () => {
  const refused = [
    await page.call('cases.open', { caseId: '0190a000-0000-7000-8000-000000000000' }),
    await page.call('cases.open', { caseId: 'x' }),
    await page.call('nothing'),
    await page.call('cases.list', undefined, { body: 'a'.repeat(2 * MEGABYTE) }),
    await page.call('live', { cases: [] }),
  ];
  for (const answer of refused) {
    const { reference } = errorOf(answer);
    expect(reference).toMatch(/^[0-9a-f]{10}$/);
    expect(server.log.filter((line) => line.includes(reference))).toHaveLength(1);
  }
});

test('a fault of ours says nothing of itself, and the log says where without what', async () => {
  await network.owner((sql) => sql`revoke execute on function writes_for(uuid, uuid) from accord_runtime`);
  const answer = await page.call('cases.addNote', {
    caseId,
    category: 'cw-record',
    facts: 'Sketchbook on Thursday',
  });
  await network.owner((sql) => sql`grant execute on function writes_for(uuid, uuid) to accord_runtime`);
  expectRefused(answer, 'INTERNAL');
  const line = server.log.find((each) => each.includes(errorOf(answer).reference)) ?? '';
  expect(JSON.parse(line)).toMatchObject({ event: 'call failed', path: 'cases.addNote', code: 'INTERNAL' });
  expect(line).not.toContain('Sketchbook');
});

test('the log holds no text of a case, no address, no cookie, and nothing that somebody wrote', async () => {
  const cookie = page.cookies.get('__Host-accord') ?? '';
  await page.call('cases.addGoal', { caseId, ownWords: 'Learn to juggle', extra: 'Wintergreen Lane' });
  await page.call('session.signIn', { email: 'dana@welfare.example', password: 'Wintergreen' });
  await page.call('session.signIn', { email: 'Wintergreen', password: 'x' });
  await page.call('Wintergreen.Marlow', { caseId });
  await page.send('/Wintergreen?Wintergreen=1');
  await page.call('cases.create', undefined, { body: '{"name":"Wintergreen' });
  const log = server.log.join('\n');
  expect(log).toContain('call refused');
  for (const secret of ['Marlow', 'Wintergreen', 'juggle', 'dana@', PASSWORD, cookie, '127.0.0.1', caseId]) {
    expect(log).not.toContain(secret);
  }
});

test('when the database is away, calls say so, pages still come, and the exit of the young person stays open', async () => {
  const away = await Network.start();
  const there = await Server.start(away);
  await away.database.close();
  const youth = there.browser('youth');
  youth.cookies.set('__Host-accord', 'a'.repeat(40));
  expectRefused(await youth.call('mine.open'), 'UNAVAILABLE');
  expectRefused(await youth.call('live', { cases: [caseId] }), 'UNAVAILABLE');
  expect((await youth.send('/')).status).toBe(200);
  const { status, headers } = await youth.send('/leave');
  expect([status, headers.location]).toEqual([303, 'https://weather.example/']);
  expect(youth.cookies.size).toBe(0);
  await there.close();
  await away.close();
});
