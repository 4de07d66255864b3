import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, test, vi } from 'vitest';

/** What a phone on a slow line loads first (experience.md 6.2), in kilobytes of 1000 bytes after gzip. */
const BUDGET = { js: 170, css: 15, total: 250, files: 8 };
const root = fileURLToPath(new URL('..', import.meta.url));

let files: Rolldown.RolldownOutput['output'];

beforeAll(async () => {
  // The runner says `test`, and React would then bring its helpers for development.
  vi.stubEnv('NODE_ENV', 'production');
  const built = await build({
    root,
    configFile: `${root}vite.config.ts`,
    logLevel: 'silent',
    build: { write: false },
  });
  if (!('output' in built)) throw new Error('one build with one output was expected');
  files = built.output;
  vi.unstubAllEnvs();
}, 60_000);

const textOf = (file: (typeof files)[number]) => (file.type === 'chunk' ? file.code : file.source);
const kilobytes = (ending: string) =>
  files
    .filter(({ fileName }) => fileName.endsWith(ending))
    .reduce((sum, file) => sum + gzipSync(textOf(file), { level: 9 }).length, 0) / 1000;

describe('what is built', () => {
  test(`has at most ${BUDGET.js} KB of JavaScript`, () => {
    expect(kilobytes('.js')).toBeGreaterThan(0);
    expect(kilobytes('.js')).toBeLessThanOrEqual(BUDGET.js);
  });

  test(`has at most ${BUDGET.css} KB of CSS`, () => {
    expect(kilobytes('.css')).toBeGreaterThan(0);
    expect(kilobytes('.css')).toBeLessThanOrEqual(BUDGET.css);
  });

  test(`is at most ${BUDGET.total} KB and ${BUDGET.files} files in all`, () => {
    expect(kilobytes('')).toBeLessThanOrEqual(BUDGET.total);
    expect(files.length).toBeLessThanOrEqual(BUDGET.files);
  });

  test('brings no zod, no staff kit and no font', () => {
    const modules = files.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
    expect(
      modules.filter((id) => /node_modules\/(zod|@mantine|i18next|@tanstack\/react-query)\//.test(id)),
    ).toEqual([]);
    expect(files.filter(({ fileName }) => /\.(woff2?|ttf|otf)$/.test(fileName))).toEqual([]);
  });

  test('shows help in plain HTML where no script runs', () => {
    const page = files.find(({ fileName }) => fileName === 'index.html');
    const noscript = /<noscript>(.*?)<\/noscript>/s.exec(String(page && textOf(page)))?.[1] ?? '';
    expect(noscript).toContain('href="tel:988"');
    expect(noscript).toContain('Help now');
  });

  test('has one script, from here, and nothing inline', () => {
    const page = String(textOf(files.find(({ fileName }) => fileName === 'index.html') ?? files[0]));
    expect(page.match(/<script\b/g)).toHaveLength(1);
    expect(page).toMatch(/<script type="module" crossorigin src="\/assets\/[\w.-]+"><\/script>/);
    expect(page).not.toMatch(/<style|\sstyle=/);
  });
});
