// Takes a bare machine with Node and npm to the point where the product's own tools run, then runs one of them:
//   node scripts/bootstrap.mjs start | test | long | accord | bench  [arguments]
// No dependencies, and it must parse on Node 20. Everything it fetches lands in .tools/ and node_modules/.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tools = join(root, '.tools');
const NODE_VERSION = '24.21.0';
const [command = '', ...args] = process.argv.slice(2);
const tasks = { start: 'start.ts', test: 'test.ts', long: 'long.ts', accord: 'accord.ts', bench: 'bench.ts' };

if (!Object.hasOwn(tasks, command)) fail(`usage: bootstrap.mjs ${Object.keys(tasks).join(' | ')}`);

// npm hands its own settings down as npm_*; pnpm would read them as its own.
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_(?!config_registry$)/i.test(name)),
);

const node = ensureNode();
const pnpm = ensurePnpm();
env.PATH = [dirname(node), dirname(pnpm), process.env.PATH].join(process.platform === 'win32' ? ';' : ':');
run(pnpm, ['install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only', '--loglevel=warn']);
become(node, [join('scripts', tasks[command]), ...args]);

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
  console.error(`Fetching ${name} ${version} ...`);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, ...manifest }));
  // In the folder, not by --prefix: that would also move where npm looks for the machine's own settings.
  const wanted = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', `${name}@${version}`];
  run('npm', ['install', ...wanted], home);
  writeFileSync(stamp, `${name}@${version}`);
}

function run(file, parameters, cwd = root) {
  const result = spawnSync(file, parameters, {
    cwd,
    env,
    // What is piped in and out of a command is the command's own.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status === 0) return;
  const reason = result.error?.message ?? result.signal ?? result.status;
  fail(`${file} ${parameters.join(' ')} ended with ${reason}`);
}

/** The task takes this process's place: it gets our signals, we end as it ends, and it ends when npm does. */
function become(file, parameters) {
  const child = spawn(file, parameters, { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm passes no signal on when it is told to stop; what it started would stay behind.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
  child.on('error', (error) => fail(`${file}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
