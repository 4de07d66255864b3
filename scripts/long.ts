// What `npm run test:long` runs: the long forms, one after the other, with a line for each figure. With names behind
// it, only those: npm run test:long -- worlds
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { longForms } from './long-forms.ts';
import { root } from './root.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !longForms.some((form) => form.name === name));
if (unknown.length > 0) {
  const names = longForms.map(({ name, asks }) => `  ${name.padEnd(10)} ${asks}`);
  console.error(`There is no long form ${unknown.join(', ')}. There are:\n${names.join('\n')}`);
  process.exit(2);
}
mkdirSync(join(root, '.data', 'reports'), { recursive: true });

const lines: string[] = [];
let missed = 0;
for (const form of longForms.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const began = performance.now();
  console.log(`${form.name}: ${form.asks}`);
  const finding = await form
    .run()
    .catch((error: unknown) => ({ figures: [], missed: [error instanceof Error ? error.stack : error] }));
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  for (const one of finding.missed) console.log(`  ${String(one)}`);
  console.log(`${finding.missed.length === 0 ? 'ok    ' : 'MISSED'} ${form.name}, ${minutes} minutes\n`);
  lines.push(...finding.figures);
  missed += finding.missed.length;
}
console.log(lines.join('\n'));
process.exitCode = missed === 0 && lines.length > 0 ? 0 : 1;
