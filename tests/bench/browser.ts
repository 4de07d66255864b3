import { type Browser, chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { resolveBrowser } from '../e2e/support/browser.ts';
import { root } from '../e2e/support/folders.ts';
import { startProduct } from '../e2e/support/product.ts';

/** Builds the apps, serves the real product with its demo, and starts a browser beside it, for as long as the work takes. */
export async function inBrowser(work: (browser: Browser, url: URL) => Promise<void>): Promise<void> {
  await build();
  const { env, ...executable } = await resolveBrowser();
  const product = await startProduct();
  const browser = await chromium.launch({
    ...executable,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    env: { ...process.env, ...env } as Record<string, string>,
  });
  try {
    await work(browser, new URL(product.url));
  } finally {
    await browser.close();
    await product.stop();
  }
}

async function build(): Promise<void> {
  const turbo = join(root, 'node_modules', '.bin', 'turbo');
  const parameters = ['run', 'build', '--output-logs=errors-only', '--log-prefix=none'];
  const child = spawn(turbo, parameters, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The apps could not be built.');
}
