// What `npm run bench -- <name>` runs. Without a name it says which there are.
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './root.ts';
import { runOurs } from './run-ours.ts';

const [name = '', ...parameters] = process.argv.slice(2);
const folder = join(root, 'tests', 'bench');
// A benchmark says in its own head how it is run; what stands beside it is a part of one.
const names = globSync('*.ts', { cwd: folder })
  .map((file) => basename(file, '.ts'))
  .filter((one) => readFileSync(join(folder, `${one}.ts`), 'utf8').includes(`npm run bench -- ${one}`))
  .toSorted();

if (names.includes(name)) {
  await runOurs(`tests/bench/${name}.ts`, parameters);
} else {
  console.error(`npm run bench -- <name>\n\n${names.map((one) => `  ${one}`).join('\n')}`);
  process.exitCode = name === '' ? 0 : 2;
}
