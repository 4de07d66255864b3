import { globSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { expect, test } from 'vitest';
import { importOverrides } from '../lint/import-rules.ts';
import { lint, lintSandbox } from './lint-sandbox.ts';
import { root } from '../root.ts';

const RULE = 'eslint(no-restricted-imports)';

/** A file that imports one thing and uses it, so that nothing else is wrong with it. */
const importing = (from: string): string =>
  `import { thing } from '${from}';\n\nexport const used = thing;\n`;

const refused: [path: string, from: string][] = [
  ['packages/platform/kernel/src/a.ts', '@accord/db'],
  ['packages/platform/ui/src/a.ts', '@accord/kernel'],
  ['packages/platform/vault/src/a.ts', 'postgres'],
  ['packages/domain/ledger/src/server/a.ts', '@accord/identity'],
  ['packages/domain/consent/src/server/b.ts', '@accord/cases/server'],
  ['packages/domain/consent/src/contract/c.ts', '@accord/rpc'],
  ['packages/domain/consent/src/contract/d.ts', '../server/index.ts'],
  ['packages/domain/cases/src/server/e.ts', '@accord/db'],
  ['packages/domain/cases/src/server/e.queries.ts', 'postgres'],
  ['packages/domain/referrals/src/server/f.ts', '@accord/directory'],
  ['packages/domain/directory/src/server/g.ts', '@accord/referrals/server'],
  ['packages/domain/cases/src/server/h.ts', 'lucia'],
  ['apps/api/src/i.ts', 'postgres'],
  ['apps/api/src/j.ts', '@accord/ui'],
  ['apps/web/src/features/cases/k.tsx', '../consent/Permissions.tsx'],
  ['apps/web/src/features/cases/parts/l.tsx', '../../consent/Permissions.tsx'],
  ['apps/web/src/app/m.tsx', '@mantine/core'],
  ['apps/web/src/app/n.tsx', '@accord/cases/server'],
  ['apps/web/src/app/o.tsx', '@accord/db'],
  ['apps/youth/src/p.tsx', '@accord/api'],
  ['apps/youth/src/q.tsx', '@mantine/form'],
];

const allowed: [path: string, from: string][] = [
  ['packages/platform/db/src/z.ts', 'postgres'],
  ['packages/platform/ui/src/z.ts', '@mantine/core'],
  ['packages/domain/cases/src/server/z.ts', '@accord/consent/server'],
  ['packages/domain/cases/src/server/z.queries.ts', '@accord/db'],
  ['packages/domain/identity/src/server/z.ts', 'lucia'],
  ['packages/domain/referrals/src/server/z.ts', '@accord/cases/server'],
  ['apps/api/src/z.ts', '@accord/referrals/server'],
  ['apps/web/src/features/cases/z.tsx', '../../app/client.ts'],
  ['apps/web/src/features/cases/parts/z.tsx', '../case.ts'],
  ['apps/web/src/app/z.tsx', '@mantine/form'],
  ['tests/journeys/z.ts', '@accord/api'],
];

test('the lint tool refuses each import that the house rules refuse, and no other', () => {
  const cases = [...refused, ...allowed];
  const { files, findings } = lintSandbox(
    Object.fromEntries(cases.map(([path, from]) => [path, importing(from)])),
  );
  expect(files).toBe(cases.length);
  expect(findings.map(({ file, rule }) => `${file} ${rule}`).toSorted()).toEqual(
    refused.map(([path]) => `${path} ${RULE}`).toSorted(),
  );
});

test('the lint tool sees circles, loose promises, any, default exports and tests that are set aside', () => {
  const { findings } = lintSandbox({
    'packages/platform/db/src/circle-a.ts':
      "import { b } from './circle-b.ts';\n\nexport const a = (): unknown => b;\n",
    'packages/platform/db/src/circle-b.ts':
      "import { a } from './circle-a.ts';\n\nexport const b = (): unknown => a;\n",
    'packages/platform/db/src/loose.ts':
      'async function work() {}\n\nexport function start() {\n  work();\n}\n',
    'packages/platform/db/src/any.ts': 'export const same = (value: any) => value;\n',
    'packages/platform/db/src/default.ts': 'export default 1;\n',
    'packages/platform/db/src/long.ts': 'export {};\n'.repeat(401),
    'packages/platform/db/src/only.test.ts':
      "import { expect, test } from 'vitest';\n\ntest.only('a', () => expect(1).toBe(1));\n",
    'packages/platform/db/src/skip.test.ts':
      "import { expect, test } from 'vitest';\n\ntest.skip('a', () => expect(1).toBe(1));\n",
    'packages/platform/db/src/todo.test.ts': "import { test } from 'vitest';\n\ntest.todo('a');\n",
  });
  expect([...new Set(findings.map(({ rule }) => rule))]).toEqual(
    expect.arrayContaining([
      'import(no-cycle)',
      'typescript(no-floating-promises)',
      'typescript(no-explicit-any)',
      'import(no-default-export)',
      'eslint(max-lines)',
      'vitest(no-focused-tests)',
      'vitest(no-disabled-tests)',
      'vitest(warn-todo)',
    ]),
  );
});

test('the lint tool sees the files of the repository, and each folder has a row of its own', () => {
  const folders = globSync('{apps/*,packages/*/*}/src', { cwd: root });
  const patterns = importOverrides().flatMap(({ files }) => files);
  const unruled = folders.filter((folder) =>
    ['a.ts', 'contract/a.ts'].every((name) => !patterns.some((one) => matchesGlob(`${folder}/${name}`, one))),
  );
  expect(unruled).toEqual([]);
  expect(lint(root, ['packages/platform/kernel/src']).files).toBe(
    globSync('packages/platform/kernel/src/**/*.ts', { cwd: root }).length,
  );
});
