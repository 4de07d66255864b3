import { asOwner } from '@accord/db';
import { createTestDatabase } from '@accord/testing';
import type { Sql } from 'postgres';
import { expect, inject, test } from 'vitest';
import { EQUIVALENT } from './equivalent.ts';
import { type Failure, readSheet, runSheet } from './sheet.ts';
import type { Mutant } from './targets.ts';

/**
 * Makes one test of each mutant: it is planted in this worker's copy of the template, and one of the product's own
 * test files (named from `tests`, the likeliest first) must fail by what it expects of behaviour. An error on the way,
 * in a hook or thrown by what a test only arranges, is no catch. Without a mutant, all of them pass.
 */
export async function catchAll(
  file: string,
  paths: readonly string[],
  find: (sql: Sql) => Promise<Mutant[]>,
): Promise<void> {
  const template = await createTestDatabase();
  const owner = <T>(work: (sql: Sql) => Promise<T>) => asOwner(template.ownerUrl, work);
  const cluster = inject('accordCluster');
  if ('failure' in cluster) throw new Error(cluster.failure);
  cluster.template = template.name;
  const all = await owner(find);
  const equivalent = EQUIVALENT[file] ?? {};
  const mutants = await owner((sql) =>
    takenBy(
      sql,
      all.filter(({ name }) => equivalent[name] === undefined),
    ),
  );
  // The file that caught the last one is asked first.
  const order = [...paths];

  test('without a mistake in it, the tests pass', async () => {
    for (const path of order) expect((await failuresIn(path, () => false)).map(said)).toEqual([]);
    // What is left out as changing nothing is a mutant still.
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(equivalent)));
  });
  test.each(mutants)('$name', async (mutant) => {
    await owner((sql) => sql.unsafe(mutant.plant));
    try {
      expect(await firstCatch(order, mutant.name)).toBeDefined();
    } finally {
      await owner((sql) => sql.unsafe(mutant.takeOut));
    }
  });
}

/** Those that the database takes as SQL at all. */
async function takenBy(sql: Sql, mutants: readonly Mutant[]): Promise<Mutant[]> {
  const undo = new Error('undone');
  const taken: Mutant[] = [];
  for (const mutant of mutants) {
    const trial = sql.begin(async (tx) => {
      await tx.unsafe(mutant.plant);
      throw undo;
    });
    if ((await trial.catch((error: unknown) => error)) === undo) taken.push(mutant);
  }
  return taken;
}

async function firstCatch(order: string[], name: string): Promise<Failure | undefined> {
  const noticed: Failure[] = [];
  for (const path of order) {
    const failures = await failuresIn(path, isCatch);
    const last = failures.at(-1);
    if (last !== undefined && isCatch(last)) {
      order.unshift(...order.splice(order.indexOf(path), 1));
      return last;
    }
    noticed.push(...failures);
  }
  const words = noticed.slice(0, 3).map(said);
  console.info([name, 'Not caught. Errors on the way:', ...words].join('\n  '));
  return undefined;
}

const said = ({ test: name, error }: Failure): string => `${name}: ${String(error).slice(0, 150)}`;

let turn = 0;

async function failuresIn(path: string, enough: (failure: Failure) => boolean): Promise<Failure[]> {
  // A copy of its own each time: files keep what they arrange in variables of their module.
  turn += 1;
  const load = (): Promise<unknown> => import(/* @vite-ignore */ `/tests/${path}.ts?turn=${turn}`);
  const failures: Failure[] = [];
  await runSheet(await readSheet(path, load), (failure) => {
    failures.push(failure);
    return enough(failure);
  });
  return failures;
}

/**
 * What `expect` throws in a test; a property of random worlds wraps it in words. A column that there is not
 * (SQLSTATE 42703) is no mistake that could stay unseen: whatever calls the function fails, wherever it does.
 */
function isCatch({ error, inHook }: Failure): boolean {
  const { code } = error as { code?: unknown };
  if (code === '42703' || /\b42703\b/.test(String(error))) return true;
  if (inHook || !(error instanceof Error)) return false;
  return error.name === 'AssertionError' || /Property failed[^]*AssertionError/.test(error.message);
}
