import { expect, test } from 'vitest';
import { countBrowser, countVitest } from './suites.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

test('a test file that cannot be read counts as one failure', () => {
  const testResults = [file('passed', 'passed', 'passed'), file('failed')];
  expect(countVitest({ numPassedTests: 2, numTotalTests: 2, testResults })).toEqual({ passed: 2, failed: 1 });
});

test('a test that failed, and one that was left out, have not passed', () => {
  const testResults = [file('failed', 'passed', 'failed', 'pending')];
  expect(countVitest({ numPassedTests: 1, numTotalTests: 3, testResults })).toEqual({ passed: 1, failed: 2 });
});

test('a browser test that passed only at its second try counts as failed', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 1 };
  expect(countBrowser({ stats, errors: [] })).toEqual({ passed: 3, failed: 3 });
});
