// Takes a bare machine with Node and npm to the point where the product's own tools run, then runs one of them:
//   node scripts/bootstrap.mjs start | test | accord | bench  [arguments]
// No dependencies, and it must parse on Node 20. Everything it fetches lands in .tools/ and node_modules/.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tools = join(root, '.tools');
const NODE_VERSION = '24.21.0';
const [command = '', ...args] = process.argv.slice(2);
const tasks = { start: 'start.ts', test: 'test.ts', accord: 'accord.ts', bench: 'bench.ts' };

if (!Object.hasOwn(tasks, command)) fail(`usage: bootstrap.mjs ${Object.keys(tasks).join(' | ')}`);

// npm hands its own settings down as npm_*; pnpm would read them as its own.
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_(?!config_registry$)/i.test(name)),
);

const node = ensureNode();
const pnpm = ensurePnpm();
env.PATH = [dirname(node), dirname(pnpm), process.env.PATH].join(process.platform === 'win32' ? ';' : ':');
run(pnpm, ['install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only', '--loglevel=warn']);
process.exit(run(node, [join('scripts', tasks[command]), ...args], { mayFail: true }));

/** The machine's Node when it is new enough for the tools (22.19 runs TypeScript as it is), else our own copy. */
function ensureNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 19)) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const home = join(tools, 'node');
  installOnce(home, name, NODE_VERSION, {});
  return join(home, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** pnpm by the exact version that package.json names; without a lockfile, since not every release has every binary. */
function ensurePnpm() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const home = join(tools, 'pnpm');
  installOnce(home, 'pnpm', packageManager.split('@')[1], { allowScripts: { pnpm: true } });
  return join(home, 'node_modules', '.bin', process.platform === 'win32' ? 'pnpm.cmd' : 'pnpm');
}

function installOnce(home, name, version, manifest) {
  const stamp = join(home, '.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === `${name}@${version}`) return;
  console.log(`Fetching ${name} ${version} ...`);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, ...manifest }));
  run('npm', ['install', '--prefix', home, '--no-save', '--no-package-lock', '--no-audit', '--no-fund', `${name}@${version}`]);
  writeFileSync(stamp, `${name}@${version}`);
}

function run(file, parameters, { mayFail = false } = {}) {
  const result = spawnSync(file, parameters, {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const code = result.status ?? (result.signal ? 130 : 1);
  if (code !== 0 && !mayFail) fail(`${file} ${parameters.join(' ')} ended with ${result.error?.message ?? code}`);
  return code;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
