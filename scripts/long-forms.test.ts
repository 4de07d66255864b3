import { expect, test } from 'vitest';
import { readCatches, readMutation } from './long-forms.ts';

const mutant = (status: string) => ({
  status,
  mutatorName: 'ConditionalExpression',
  replacement: 'true',
  location: { start: { line: 7 } },
});

test('a mutant that no test reaches counts as one that none noticed', () => {
  const files = { 'decide.ts': { mutants: ['Killed', 'Timeout', 'Survived', 'NoCoverage'].map(mutant) } };
  const line = 'decide.ts:7 ConditionalExpression: true';
  expect(readMutation({ files })).toEqual({ score: 50, survivors: [line, line] });
});

test('a mutant that is no program at all does not count', () => {
  const files = {
    'decide.ts': { mutants: ['Killed', 'CompileError', 'RuntimeError', 'Ignored'].map(mutant) },
  };
  expect(readMutation({ files })).toEqual({ score: 100, survivors: [] });
});

const one = (title: string, status: string) => ({ title, fullName: `keys ${title}`, status });

test('every mutant is a test, and the one about none is not counted', () => {
  const assertionResults = [
    one('without a mistake in it, the tests pass', 'passed'),
    one('put_wrap: without: m.holder_id = holder', 'passed'),
    one('put_wrap: without: m.basis_id = basis', 'failed'),
  ];
  expect(
    readCatches({ testResults: [{ name: 'keys', status: 'failed', message: '', assertionResults }] }),
  ).toEqual({
    caught: 1,
    mutants: 2,
    missed: ['keys put_wrap: without: m.basis_id = basis'],
  });
});

test('tests that fail without a mistake, and a file that cannot be read, are misses too', () => {
  const testResults = [
    {
      name: 'keys',
      status: 'failed',
      message: '',
      assertionResults: [one('without a mistake in it, the tests pass', 'failed')],
    },
    { name: 'policies', status: 'failed', message: 'no such file', assertionResults: [] },
  ];
  expect(readCatches({ testResults }).missed).toEqual([
    'keys without a mistake in it, the tests pass',
    'policies: no such file',
  ]);
});
