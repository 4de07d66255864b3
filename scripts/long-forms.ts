import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { figure } from '../tests/bench/figure.ts';
import { runCommand, tool } from './command.ts';
import { root } from './root.ts';
import { countVitest } from './suites.ts';

/** What one long form came to: its figures, and what it found where a figure misses. */
export interface Finding {
  figures: string[];
  missed: string[];
}

export interface LongForm {
  name: string;
  /** What is asked, in a few words. */
  asks: string;
  run(): Promise<Finding>;
}

const reports = join(root, '.data', 'reports');
/** Of the mistakes planted in the rule, this share must be noticed by its tests. */
const MUTATION_GOAL = 90;
/** About 1,500 decisions each; the run itself says how many they were. */
const WORLDS = 700;
const DECISIONS = 1_000_000;
/** Every field of every procedure with every value: as many calls at least. */
const HOSTILE = 20_000;

export const longForms: readonly LongForm[] = [
  { name: 'mutation', asks: 'do the tests of the rule notice a mistake in it?', run: mutateTheRule },
  { name: 'sql', asks: 'do the tests notice a mistake in the floor?', run: mutateTheFloor },
  { name: 'worlds', asks: 'do rule and floor say the same, a million times?', run: compareAtLength },
  { name: 'hostile', asks: 'does any input make a procedure fail, leak or write?', run: sendAllHostile },
];

async function mutateTheRule(): Promise<Finding> {
  const report = freshReport('mutation.json');
  const { code, output } = await runCommand(
    tool('stryker'),
    ['run', 'tests/long/mutation/stryker.config.json'],
    { quiet: true },
  );
  if (!existsSync(report)) return { figures: [], missed: [`no report, code ${code}`, output] };
  const { score, survivors } = readMutation(JSON.parse(readFileSync(report, 'utf8')));
  const figures = [figure('mutation_score', score, '%', '>=', MUTATION_GOAL)];
  return { figures, missed: score >= MUTATION_GOAL ? [] : survivors };
}

interface MutationReport {
  files: Record<
    string,
    {
      mutants: {
        status: string;
        mutatorName: string;
        replacement?: string;
        location: { start: { line: number } };
      }[];
    }
  >;
}

/** The share of the mutants that a test noticed, in percent; one that no test even reaches is not noticed. */
export function readMutation(report: unknown): { score: number; survivors: string[] } {
  const { files } = report as MutationReport;
  const all = Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants.map((mutant) => ({ file, ...mutant })),
  );
  const noticed = all.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  const survivors = all.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  return {
    score: (100 * noticed.length) / (noticed.length + survivors.length),
    survivors: survivors.map(
      ({ file, location, mutatorName, replacement = '' }) =>
        `${file}:${location.start.line} ${mutatorName}: ${replacement.replaceAll(/\s+/g, ' ').slice(0, 100)}`,
    ),
  };
}

async function mutateTheFloor(): Promise<Finding> {
  const { report } = await vitestRun('sql-mutants.json', ['--config=tests/long/sql/vitest.config.ts']);
  if (report === undefined) return { figures: [], missed: ['no report'] };
  const { caught, mutants, missed } = readCatches(report);
  return { figures: [figure('sql_mutants_caught', caught, 'mutants', '>=', mutants)], missed };
}

const BASELINE = 'without a mistake in it, the tests pass';

/** Each mutant is a test, and each file has one beside them that is about no mutant. */
export function readCatches(report: unknown): { caught: number; mutants: number; missed: string[] } {
  const { testResults } = report as {
    testResults: {
      name: string;
      status: string;
      message: string;
      assertionResults: { title: string; fullName: string; status: string }[];
    }[];
  };
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const mutants = tests.filter(({ title }) => title !== BASELINE);
  const caught = mutants.filter(({ status }) => status === 'passed');
  const unread = testResults.filter(({ assertionResults }) => assertionResults.length === 0);
  return {
    caught: caught.length,
    mutants: mutants.length,
    missed: [
      ...tests.filter(({ status }) => status !== 'passed').map(({ fullName }) => fullName),
      ...unread.map(({ name, message }) => `${name}: ${message}`),
    ],
  };
}

async function compareAtLength(): Promise<Finding> {
  const { report, output } = await vitestRun(
    'worlds.json',
    ['--project=node', 'tests/floor/rule-against-floor.test.ts'],
    { ACCORD_WORLDS: String(WORLDS) },
  );
  const said = Number(/^figure rule_against_floor ([\d.]+)/m.exec(output)?.[1] ?? 0);
  const figures = [figure('rule_against_floor', said, 'decisions', '>=', DECISIONS)];
  const failed = report === undefined ? 1 : countVitest(report).failed;
  return { figures, missed: failed === 0 && said >= DECISIONS ? [] : [output] };
}

async function sendAllHostile(): Promise<Finding> {
  const { report, output } = await vitestRun(
    'hostile.json',
    ['--project=node', 'tests/access/hostile.test.ts'],
    { ACCORD_HOSTILE: 'all' },
  );
  const sent = Number(/hostile inputs sent: (\d+)/.exec(output)?.[1] ?? 0);
  const figures = [figure('hostile_inputs', sent, 'inputs', '>=', HOSTILE)];
  const failed = report === undefined ? 1 : countVitest(report).failed;
  return { figures, missed: failed === 0 && sent >= HOSTILE ? [] : [output] };
}

async function vitestRun(
  file: string,
  parameters: string[],
  env: Record<string, string> = {},
): Promise<{ report: unknown; output: string }> {
  const path = freshReport(file);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  const { output } = await runCommand(tool('vitest'), ['run', ...reporters, ...parameters], {
    quiet: true,
    env,
  });
  return { report: existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined, output };
}

function freshReport(file: string): string {
  const path = join(reports, file);
  rmSync(path, { force: true });
  return path;
}
