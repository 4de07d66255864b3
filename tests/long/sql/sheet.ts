import { expect, vi } from 'vitest';

export { expect, vi };

// A stand-in for the test runner's `describe`, `test` and hooks, so that one process can run the tests of a file again
// and again: a worker of the runner's own for every mutant would spend most of its time on starting. A test file under
// this config gets it in place of `vitest`; `expect` is the runner's own.

type Work = (...given: never[]) => unknown;
const HOOKS = ['beforeAll', 'afterAll', 'beforeEach', 'afterEach'] as const;

export interface Sheet {
  name: string;
  hooks: Record<(typeof HOOKS)[number], (() => unknown)[]>;
  parts: (Sheet | { name: string; run: () => unknown })[];
}

const newSheet = (name: string): Sheet => ({
  name,
  hooks: { beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] },
  parts: [],
});
let current = newSheet('');

/** What the file says when it is imported anew. */
export async function readSheet(name: string, load: () => Promise<unknown>): Promise<Sheet> {
  const sheet = newSheet(name);
  current = sheet;
  await load();
  return sheet;
}

const workIn = (rest: readonly unknown[]): Work => {
  const found = rest.find((each) => typeof each === 'function');
  if (found === undefined) throw new TypeError('nothing to run');
  return found as Work;
};

const call = (work: Work, given: unknown): unknown =>
  (work as (...all: unknown[]) => unknown)(...(Array.isArray(given) ? (given as unknown[]) : [given]));

function addTest(name: string, ...rest: unknown[]): void {
  const work = workIn(rest);
  current.parts.push({ name, run: () => call(work, []) });
}

function addGroup(name: string, ...rest: unknown[]): void {
  const outer = current;
  const sheet = newSheet(name);
  outer.parts.push(sheet);
  current = sheet;
  try {
    call(workIn(rest), []);
  } finally {
    current = outer;
  }
}

const forEach =
  (add: (name: string, work: () => unknown) => void) =>
  (list: readonly unknown[]) =>
  (name: string, ...rest: unknown[]): void => {
    for (const given of list) add(name, () => call(workIn(rest), given));
  };

export const test = Object.assign(addTest, { each: forEach(addTest) });
export const describe = Object.assign(addGroup, { each: forEach(addGroup) });
const hook =
  (kind: (typeof HOOKS)[number]) =>
  (work: () => unknown): void =>
    void current.hooks[kind].push(work);
export const beforeAll = hook('beforeAll');
export const afterAll = hook('afterAll');
export const beforeEach = hook('beforeEach');
export const afterEach = hook('afterEach');

export interface Failure {
  test: string;
  error: unknown;
  inHook: boolean;
}

/**
 * Runs a sheet until `enough` says so of a failure. A test that fails is a failure under its name; a hook that fails
 * ends its group and is one under the hook's. What an `afterAll` throws is nobody's: it tidies up.
 */
export async function runSheet(
  sheet: Sheet,
  enough: (failure: Failure) => boolean,
  outer: { before: readonly (() => unknown)[]; after: readonly (() => unknown)[]; path: string } = {
    before: [],
    after: [],
    path: '',
  },
): Promise<boolean> {
  const path = [outer.path, sheet.name].filter(Boolean).join(' > ');
  const before = [...outer.before, ...sheet.hooks.beforeEach];
  const after = [...sheet.hooks.afterEach, ...outer.after];
  try {
    for (const work of sheet.hooks.beforeAll) await work();
    for (const part of sheet.parts) {
      if ('parts' in part) {
        if (await runSheet(part, enough, { before, after, path })) return true;
        continue;
      }
      let isReady = false;
      try {
        for (const work of before) await work();
        isReady = true;
        await part.run();
      } catch (error) {
        if (enough({ test: `${path} > ${part.name}`, error, inHook: !isReady })) return true;
      } finally {
        for (const work of after) await Promise.resolve(work()).catch(() => {});
      }
    }
  } catch (error) {
    if (enough({ test: `${path} > a hook`, error, inHook: true })) return true;
  } finally {
    for (const work of sheet.hooks.afterAll)
      await Promise.resolve()
        .then(work)
        .catch(() => {});
  }
  return false;
}
