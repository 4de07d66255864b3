// What `npm test` runs once the tools are there. With names behind it, only those suites: npm test -- lint unit
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';
import { suites } from './suites.ts';
import type { Count, Suite } from './suites.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no suite ${unknown.join(', ')}. There are: ${suites.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}
mkdirSync(join(root, '.data', 'reports'), { recursive: true });

const chosen = suites.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const lines: string[] = [];
const total: Count = { passed: 0, failed: 0 };
await runTogether(chosen.filter(({ loud }) => !loud));
for (const suite of chosen.filter(({ loud }) => loud)) await runSuite(suite);

console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** The quiet ones, two at a time: each of them fills about one core. */
async function runTogether(quiet: Suite[]): Promise<void> {
  const waiting = [...quiet];
  const lane = async (): Promise<void> => {
    for (let suite = waiting.shift(); suite !== undefined; suite = waiting.shift()) await runSuite(suite);
  };
  await Promise.all([lane(), lane()]);
}

/** A suite that fails is written down, and the others still run, so that one run shows everything that is wrong. */
async function runSuite(suite: Suite): Promise<void> {
  const began = performance.now();
  if (suite.loud) console.log(`\n${suite.name} ...`);
  const { passed, failed, output } = await suite
    .run()
    .catch((error: unknown) => ({ passed: 0, failed: 1, output: String(error) }));
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const line = `${failed === 0 ? 'ok    ' : 'FAILED'} ${suite.name.padEnd(10)} ${passed} passed, ${failed} failed, ${seconds} s`;
  lines.push(line);
  if (output !== '') console.log(output.trimEnd());
  console.log(line);
}
