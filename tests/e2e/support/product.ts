import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { data, root } from './folders.ts';

export interface Product {
  url: string;
  stop: () => Promise<void>;
}

/** Starts the whole product as `npm start` does, with the demo, on a free port and in a data folder of its own. */
export async function startProduct(): Promise<Product> {
  for (const app of ['web', 'youth']) {
    if (!existsSync(join(root, 'apps', app, 'dist')))
      throw new Error(`apps/${app} is not built. Run: npm test -- build`);
  }
  const folder = mkdtempSync(data('product-'));
  chmodSync(folder, 0o711);
  const child = spawn(process.execPath, [join(root, 'apps/api/src/main.ts')], {
    env: {
      ...process.env,
      PORT: '0',
      ACCORD_DATA: folder,
      ACCORD_DEMO: 'on',
      // Exit leads to a page about nothing. Here it is one of our own: no test asks anything of another site.
      ACCORD_SAFE_PAGE: '/health',
      DATABASE_URL: undefined,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = await Promise.race([readUrl(child.stdout), ended.then(() => undefined)]);
  if (url !== undefined) return { url, stop };
  await stop();
  throw new Error('The product ended before it was ready; what it said stands above.');
}

async function readUrl(output: NodeJS.ReadableStream): Promise<string | undefined> {
  const lines = createInterface({ input: output });
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  lines.on('line', (line) => {
    const url = /^Accord is ready: (http\S+)/.exec(line)?.[1];
    if (url === undefined) console.log(line);
    else resolve(url);
  });
  return await promise;
}
