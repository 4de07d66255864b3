import type { CaseId, GrantId, StaffActor } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveAccount, PASSWORD, Server } from '../support/http.ts';
import { Network } from '../support/network.ts';
import { addPeople } from '../support/people.ts';

// The CDS Hooks service over HTTP: for a worker of the agency that holds, with the token of their session as a bearer.

let network: Network;
let server: Server;
let dana: StaffActor;
let ortiz: StaffActor;
let caseId: CaseId;
let grantId: GrantId;
let token: string;

beforeAll(async () => {
  network = await Network.start();
  ({ dana, ortiz } = await addPeople(network, 'dana', 'ortiz'));
  ({ caseId } = await network.openCase(dana, 'Robin'));
  grantId = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  await giveAccount(network, dana, 'dana@welfare.example');
  server = await Server.start(network);
  token = await signIn('dana@welfare.example');
});
afterAll(async () => {
  await server.close();
  await network.close();
});

const address = (path = '/patient-consent-consult') => `http://127.0.0.1:${server.port}/cds-services${path}`;

/** Signs in as another system does, and keeps what the cookie holds. */
async function signIn(email: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/staff/session.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  return /=([\w-]+);/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
}

const question = (change: object = {}) => ({
  hook: 'patient-consent-consult',
  hookInstance: '01970000-0000-7000-8000-000000000001',
  context: {
    patientId: [{ system: 'urn:accord:case', value: caseId }],
    actor: [{ system: 'urn:accord:staff', value: ortiz.staffId }],
    purposeOfUse: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'COC' }],
    content: [{ system: 'urn:accord:cs:category', code: 'case-plan' }],
    ...change,
  },
});
const ask = async (body: unknown, headers: Record<string, string> = { authorization: `Bearer ${token}` }) => {
  const answer = await fetch(address(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as object };
};
const card = (summary: string) => ({ cards: [{ summary, extension: { decision: summary } }] });

test('what is there can be discovered, and tells of nobody', async () => {
  const answer = await fetch(address(''));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ services: [{ hook: 'patient-consent-consult' }] });
});

test('a stored permission answers; what it does not name is not permitted', async () => {
  const { status, body } = await ask(question());
  expect(status).toBe(200);
  expect(body).toMatchObject(card('CONSENT_PERMIT'));
  expect(body).toMatchObject({ cards: [{ extension: { basedOn: [`Consent/${grantId}`] } }] });
  const content = [{ system: 'urn:accord:cs:category', code: 'mh-record' }];
  expect((await ask(question({ content }))).body).toMatchObject(card('CONSENT_DENY'));
  const actor = [{ system: 'urn:accord:agency', value: ortiz.agencyId }];
  expect((await ask(question({ actor }))).body).toMatchObject(card('NO_CONSENT'));
});

test('nobody without a session is answered: no token, another one, or a cookie in its place', async () => {
  for (const headers of [
    {},
    { authorization: 'Bearer aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' },
    { cookie: `session=${token}` },
  ])
    expect((await ask(question(), headers)).status).toBe(401);
});

test.each([
  ['consents of its own', { consent: [{ resourceType: 'Consent' }] }],
  ['a switch', { ledger: false }],
  ['another time', { at: '2020-01-01T00:00:00Z' }],
])('a request that brings %s is told so, and nothing is answered', async (_, more) => {
  const { status, body } = await ask(question(more));
  expect(status).toBe(400);
  expect(JSON.stringify(body)).toContain('There is no such field.');
});

test('a case that is not theirs is not there', async () => {
  const stranger = await network.openCase(ortiz, 'Sam');
  const patientId = [{ system: 'urn:accord:case', value: stranger.caseId }];
  expect((await ask(question({ patientId }))).status).toBe(404);
  expect((await ask({ nonsense: true })).status).toBe(400);
  expect((await ask('text')).status).toBe(400);
});

test('every answer is a line of the ledger, and a stop is in the next one', async () => {
  const lines = () =>
    network.owner((sql) => sql`select from ledger_entry where case_id = ${caseId} and action = 'consulted'`);
  const before = (await lines()).length;
  await ask(question());
  expect(await lines()).toHaveLength(before + 1);
  await network.as(dana).consent.stop({ caseId, grantId });
  expect((await ask(question())).body).toMatchObject(card('NO_CONSENT'));
});
