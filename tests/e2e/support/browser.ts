import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { root } from './folders.ts';

/** Which browser to start; without a path or a channel, Playwright starts its own. */
export interface Browser {
  executablePath?: string;
  channel?: string;
  /** What the browser's process needs beside our own environment. */
  env: Record<string, string>;
}

/**
 * In this order: the one that CHROMIUM_PATH names, Playwright's own download (the way on a Mac), the one that comes
 * as a package for Linux on x64 and needs nothing of the system, an installed Chrome.
 */
export async function resolveBrowser(): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return { executablePath: named, env: {} };
  if (existsSync(chromium.executablePath())) return { env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return describe(await unpack());
  return { channel: 'chrome', env: {} };
}

/** The package is an archive of a browser with the libraries and the font that a bare system lacks. */
function describe(folder: string): Browser {
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** Unpacks once per version, under another name that is changed when everything is there. */
async function unpack(): Promise<string> {
  const home = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const target = join(root, '.tools', `chromium-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(dirname(target), { recursive: true });
  const fresh = mkdtempSync(`${target}-`);
  await inflateAll(join(home, 'bin'), fresh);
  writeFileSync(join(fresh, 'fonts.conf'), fontSettings(join(target, 'fonts')));
  try {
    renameSync(fresh, target);
  } catch (error) {
    // Another process was faster.
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** The package writes to the temporary folder and nowhere else, so that is where we say this folder is. */
async function inflateAll(from: string, to: string): Promise<void> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = to;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    for (const name of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br']) await inflate(join(from, name));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** Without one font the browser's page process ends itself, and the package's own file names another folder. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`;
}
