import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, tool } from './command.ts';
import { root } from './root.ts';

export interface Count {
  passed: number;
  failed: number;
}

export interface Suite {
  name: string;
  /** Shows what it does itself, and so has the screen alone. */
  loud: boolean;
  run(): Promise<Count & { output: string }>;
}

const reports = join(root, '.data', 'reports');
const TURBO = ['--continue', '--output-logs=errors-only', '--log-prefix=none'];

/** Cheap ones first: they say soonest what is wrong. The build stands before what opens the built pages. */
export const suites: Suite[] = [
  check('format', 'oxfmt', ['--check']),
  check('boundaries', 'turbo', ['boundaries']),
  check('lint', 'oxlint', []),
  check('unused', 'knip', ['--no-config-hints']),
  check('types', 'turbo', ['run', 'typecheck', ...TURBO]),
  check('build', 'turbo', ['run', 'build', ...TURBO]),
  runner('unit', 'vitest', '', ['run', '--reporter=default', '--reporter=json'], 'vitest.json', countVitest),
  runner(
    'browser',
    'playwright',
    'tests',
    ['test', '--config=tests/playwright.config.ts'],
    'browser.json',
    countBrowser,
  ),
];

function check(name: string, program: string, parameters: string[]): Suite {
  return {
    name,
    loud: false,
    async run() {
      const { code, output } = await runCommand(tool(program), parameters, { quiet: true });
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output: code === 0 ? '' : output };
    },
  };
}

/** A test runner writes a report; its exit code has the last word, and a run without a report or a test has failed. */
function runner(
  name: string,
  program: string,
  folder: string,
  parameters: string[],
  file: string,
  count: (report: unknown) => Count,
): Suite {
  const path = join(reports, file);
  return {
    name,
    loud: true,
    async run() {
      rmSync(path, { force: true });
      const output = program === 'vitest' ? [`--outputFile.json=${path}`] : [];
      const { code } = await runCommand(tool(program, folder), [...parameters, ...output]);
      const counted = existsSync(path)
        ? count(JSON.parse(readFileSync(path, 'utf8')))
        : { passed: 0, failed: 0 };
      const silent = counted.failed === 0 && (code !== 0 || counted.passed === 0);
      return { ...counted, failed: silent ? 1 : counted.failed, output: '' };
    },
  };
}

/** A file that could not even be read has failed once; a test that was left out has not passed. */
export function countVitest(report: unknown): Count {
  const { numPassedTests, numTotalTests, testResults } = report as {
    numPassedTests: number;
    numTotalTests: number;
    testResults: { status: string; assertionResults: { status: string }[] }[];
  };
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((one) => one.status === 'passed'),
  );
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests + broken.length };
}

/** One that passed at the second try counts as failed, and so does one that was left out. */
export function countBrowser(report: unknown): Count {
  const { stats, errors } = report as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    errors: unknown[];
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}
