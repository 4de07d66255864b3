import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { consentTest } from './consent-test.ts';

const folder = mkdtempSync(join(tmpdir(), 'accord-cases-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sample = new URL('../../../../packages/domain/consent/cases/plan-by-permission.json', import.meta.url);
interface Saved {
  expected: { decision: string };
  facts: { young: { years: unknown }[] };
  policy: unknown;
}

function run(change: (saved: Saved) => void): { code: number; said: string } {
  const saved = JSON.parse(readFileSync(sample, 'utf8')) as Saved;
  change(saved);
  const file = join(folder, 'case.json');
  writeFileSync(file, JSON.stringify(saved));
  const lines: string[] = [];
  return { code: consentTest([file], (line) => lines.push(line)), said: lines.join('\n') };
}

test('the saved cases that come with Accord are answered as expected', () => {
  const lines: string[] = [];
  expect(
    consentTest([], (line) => lines.push(line)),
    lines.join('\n'),
  ).toBe(0);
  expect(lines.length).toBeGreaterThan(5);
});

test('another answer than the expected one fails, and is named', () => {
  const { code, said } = run((saved) => {
    saved.expected.decision = 'deny';
  });
  expect(code).toBe(1);
  expect(said).toContain('answered permit BY_CONSENT');
});

test('a case that is not understood never passes, though the rule denies it as expected', () => {
  const { code, said } = run((saved) => {
    saved.expected = { decision: 'deny' };
    for (const young of saved.facts.young) young.years = 'sixteen';
  });
  expect(code).toBe(1);
  expect(said).toContain('not understood at facts.young[0].years');
});

test('rules that do not come with Accord, an empty folder and unknown options are no success', () => {
  const { code } = run((saved) => {
    saved.policy = 'CA 1900-01-01';
  });
  expect(code).toBe(1);
  expect(consentTest([join(folder, 'nowhere')], () => {})).toBe(1);
  expect(consentTest(['--all'], () => {})).toBe(2);
});
