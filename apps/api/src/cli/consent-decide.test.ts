import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough, Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { consentDecide } from './consent-decide.ts';

const THO = 'http://terminology.hl7.org/CodeSystem/';
const concept = (system: string, code: string) => ({ coding: [{ system, code }] });
const consent = (policy: string) => ({
  resourceType: 'Consent',
  id: policy.toLowerCase(),
  status: 'active',
  scope: concept(`${THO}consentscope`, 'patient-privacy'),
  category: [concept('http://loinc.org', '59284-0')],
  patient: { reference: 'Patient/p' },
  policyRule: concept(`${THO}v3-ActCode`, policy),
});
const line = (id: unknown, ...consents: object[]) =>
  JSON.stringify({
    id,
    at: '2026-05-03T12:00:00Z',
    consents,
    request: { patient: 'Patient/p', actor: 'Organization/clinic', purposeOfUse: ['TREAT'] },
  });

interface Answer {
  id: unknown;
  decision: string;
  reasons: { code: string; element?: string }[];
}

async function run(args: string[], input: string | Readable) {
  const output = new PassThrough();
  const said = text(output);
  const code = await consentDecide(args, typeof input === 'string' ? Readable.from([input]) : input, output);
  output.end();
  const answers = (await said).split('\n').filter((each) => each !== '');
  return { code, answers: answers.map((each) => JSON.parse(each) as Answer) };
}

test('one answer a line, in order, under the id that the line came with', async () => {
  const { code, answers } = await run(
    ['--jsonl'],
    [line('a', consent('OPTIN')), line(2, consent('OPTOUT')), line(undefined)].join('\n'),
  );
  expect(code).toBe(0);
  expect(answers.map(({ id, decision }) => [id, decision])).toEqual([
    ['a', 'permit'],
    [2, 'deny'],
    [null, 'no-consent'],
  ]);
});

test('a line that is not JSON is invalid, and the next ones are answered: exit code 0', async () => {
  const { code, answers } = await run(
    ['--jsonl'],
    `{"id": 1\n\n\uFEFF${line('b', consent('OPTIN'))}\r\n[]\n`,
  );
  expect(code).toBe(0);
  expect(answers.map(({ id, decision }) => [id, decision])).toEqual([
    [null, 'invalid'],
    ['b', 'permit'],
    [null, 'invalid'],
  ]);
  expect(answers[0]?.reasons[0]?.code).toBe('BAD_JSON');
});

test('the law is asked by --legal, and the product’s own rule by --native', async () => {
  const legal = await run(['--legal', '--jsonl'], line('a', consent('OPTIN')));
  expect(legal.answers[0]?.decision).toBe('review');
  const native = await run(['--native', '--jsonl'], line('a'));
  expect(native.answers[0]).toMatchObject({ id: 'a', decision: 'deny' });
  expect(native.answers[0]?.reasons[0]?.element).toBe('request.caseId');
});

describe('options that are not understood answer nothing', () => {
  test.each([
    [[]],
    [['--jsonl', '--native', '--legal']],
    [['--jsonl', 'file']],
    [['--json']],
    [['--jsonl=yes']],
  ])('%o', async (args) => {
    expect(await run(args, line('a', consent('OPTIN')))).toEqual({ code: 2, answers: [] });
  });
});

test('it reads no faster than its answers are taken', async () => {
  let asked = 0;
  const many = Readable.from(
    (function* () {
      for (; asked < 100_000; asked += 1) yield `${line(asked)}\n`;
    })(),
    { objectMode: false, highWaterMark: 1_024 },
  );
  let taken = 0;
  const gone = new Error('nobody listens any more');
  const slow = new Writable({
    highWaterMark: 1_024,
    write(chunk: Buffer, _, done) {
      taken += chunk.toString().split('\n').length - 1;
      setImmediate(() => done(taken < 500 ? null : gone));
    },
  });
  // When nobody takes the answers any more, it ends, without an error of its own.
  expect(await consentDecide(['--jsonl'], many, slow)).toBe(0);
  expect(taken).toBeGreaterThanOrEqual(500);
  expect(asked).toBeLessThan(10_000);
});

test('as a program: three lines in, three out, no database and no network', async () => {
  const program = spawn(
    process.execPath,
    [fileURLToPath(new URL('../cli.ts', import.meta.url)), 'consent', 'decide', '--jsonl'],
    // What it could reach is not there.
    { env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', ACCORD_DATA: '/nonexistent' } },
  );
  program.stdin.end(`${[line('a', consent('OPTIN')), '{', line('c', consent('OPTOUT'))].join('\n')}\n`);
  const [said, complained, [code]] = await Promise.all([
    text(program.stdout),
    text(program.stderr),
    once(program, 'exit'),
  ]);
  expect(complained).toBe('');
  expect(code).toBe(0);
  expect(
    said
      .trimEnd()
      .split('\n')
      .map((each) => (JSON.parse(each) as Answer).decision),
  ).toEqual(['permit', 'invalid', 'deny']);
});

test('as a program: a command that is not understood says how it is used, with exit code 2', async () => {
  const program = spawn(process.execPath, [
    fileURLToPath(new URL('../cli.ts', import.meta.url)),
    'consent',
    'decide',
  ]);
  program.stdin.end();
  const [said, [code]] = await Promise.all([text(program.stdout), once(program, 'exit')]);
  expect(code).toBe(2);
  expect(said).toContain('consent decide [--legal | --native] --jsonl');
});
