import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { policy } from './policy.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-policy-'));
  mkdirSync(join(folder, 'keys'));
  mkdirSync(join(folder, 'reviewers'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const lines: string[] = [];
  const code = policy(args, (line) => lines.push(line), folder);
  return { code, text: lines.join('\n') };
}
const at = (file: string) => join(folder, file);

const TODAY = new Date().toISOString().slice(0, 10);
const RULES = {
  policy: {
    state: 'ZZ',
    version: '1',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    verifiedOn: TODAY,
    ageOfMajority: 18,
    minorConsent: [],
  },
};

test('from a new key over rules and their review to a check that tells of both', () => {
  const desk = run('keygen', at('desk.pem'), '--name', 'The desk', '--role', 'issuer');
  const lin = run('keygen', at('lin.pem'), '--name', 'Ada Lin', '--role', 'Counsel');
  expect([desk.code, lin.code]).toEqual([0, 0]);
  expect(desk.text).not.toContain('PRIVATE');
  expect(statSync(at('desk.pem')).mode & 0o077).toBe(0);
  writeFileSync(at('keys/desk.json'), desk.text);
  writeFileSync(at('reviewers/lin.json'), lin.text);
  writeFileSync(at('zz.json'), JSON.stringify(RULES));

  expect(run('check').code).toBe(1);
  expect(run('sign', at('zz.json'), '--key', at('desk.pem'))).toMatchObject({ code: 0 });
  expect(run('check').text).toContain('unreviewed by counsel');
  const review = ['review', at('zz.json'), '--name', 'Ada Lin', '--role', 'Counsel', '--key'];
  expect(run(...review, at('desk.pem')).code).toBe(1);
  expect(run(...review, at('lin.pem'))).toEqual({ code: 0, text: 'ZZ 1 is reviewed by Ada Lin, Counsel.' });
  expect(run('check')).toEqual({
    code: 0,
    text: `ZZ 1  from 2026-01-01, verified on ${TODAY}, issued by desk\n  reviewed by Ada Lin, Counsel`,
  });
});

test('a check tells of rules that nobody has looked at for a year', () => {
  writeFileSync(
    at('keys/desk.json'),
    run('keygen', at('desk.pem'), '--name', 'The desk', '--role', 'issuer').text,
  );
  writeFileSync(at('zz.json'), JSON.stringify({ policy: { ...RULES.policy, verifiedOn: '2020-01-01' } }));
  run('sign', at('zz.json'), '--key', at('desk.pem'));
  expect(run('check').text).toContain('compared with its sources more than a year ago');
});

test('a key that is there is not written over', () => {
  const again = () => run('keygen', at('desk.pem'), '--name', 'The desk', '--role', 'issuer');
  expect(again().code).toBe(0);
  const before = readFileSync(at('desk.pem'), 'utf8');
  expect(again()).toEqual({ code: 1, text: `${at('desk.pem')} is there already. Name another file.` });
  expect(readFileSync(at('desk.pem'), 'utf8')).toBe(before);
});

test('what cannot be signed is left as it was', () => {
  writeFileSync(at('zz.json'), '{"policy":{}}');
  writeFileSync(at('no.pem'), 'no key');
  expect(run('sign', at('zz.json'), '--key', at('no.pem')).text).toContain('Nothing was signed.');
  expect(readFileSync(at('zz.json'), 'utf8')).toBe('{"policy":{}}');
  writeFileSync(at('zz.json'), JSON.stringify(RULES));
  expect(run('sign', at('zz.json'), '--key', at('no.pem')).text).toContain('holds no Ed25519 private key');
  expect(run('sign', at('zz.json'), '--key', at('gone.pem')).text).toContain('cannot be read');
  expect(readFileSync(at('zz.json'), 'utf8')).toBe(JSON.stringify(RULES));
});

test.each([
  [[]],
  [['sign']],
  [['sign', 'a.json']],
  [['review', 'a.json', '--key', 'b']],
  [['check', 'a', 'b']],
  [['--x']],
])('not understood: %j', (args) => {
  const { code, text } = run(...args);
  expect(code).toBe(2);
  expect(text).toContain('policy review <file> --name <name> --role <role> --key <pem>');
});
