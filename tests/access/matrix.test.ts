import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pathsOf, rowPathsOf } from './procedures.ts';
import { renderMatrix } from './render.ts';
import { sweep } from './sweep.ts';
import { buildWorld, type World } from './world.ts';

const FILE = new URL('matrix.md', import.meta.url);

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.network.close());

test.each(['staff', 'youth'] as const)(
  'every procedure of the %s router has a row, and every row a procedure',
  (host) => {
    expect(rowPathsOf(host)).toEqual(pathsOf(host));
  },
);

test(
  'who gets what is as matrix.md says (ACCORD_MATRIX=write agrees to a change)',
  { timeout: 60_000 },
  async () => {
    const now = renderMatrix(await sweep(world));
    if (process.env['ACCORD_MATRIX'] === 'write') await writeFile(FILE, now);
    expect(now).toBe(await readFile(FILE, 'utf8'));
  },
);
