import { expect, test } from 'vitest';
import { readOwn } from './workspace.ts';

/** Names with versions, from the list of packages in the lockfile. */
function lockedPackages(): string[] {
  const [, list = ''] = readOwn('pnpm-lock.yaml').split(/^packages:$/m);
  return [...list.matchAll(/^ {2}'?((?:@[^/\s]+\/)?[^@\s]+@[^:(\s']+)'?:$/gm)].flatMap(
    ([, name]) => name ?? [],
  );
}

test('what has a binary for Linux has one for a Mac of the same version', () => {
  const packages = new Set(lockedPackages());
  const linux = [...packages].filter((name) => /linux-(x64|64)\b/.test(name));
  const twin = (name: string): string => name.replace(/linux-(?:x64|64)(?:-gnu|-musl)?@/, 'darwin-arm64@');
  expect(linux.length).toBeGreaterThan(5);
  expect(linux.filter((name) => !packages.has(twin(name)))).toEqual([]);
});
