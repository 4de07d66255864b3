/**
 * Who may import what, one row per folder. A file is judged by the LAST row that matches it, so general rows stand
 * first. What a row does not name is not allowed.
 */
interface Row {
  files: string[];
  /** Packages of ours, as they are written in an import: `consent` is @accord/consent. */
  ours: string[];
  /** Packages from outside that only a few places may use. */
  fenced?: string[];
  /** Relative paths that leave the folder: regular expressions. */
  never?: { regex: string; message: string }[];
}

const FENCED = ['postgres', '@mantine/*', 'lucia', '@node-rs/argon2', 'hono', 'react', 'react-dom'];
const ORDER = ['ledger', 'identity', 'consent', 'cases'] as const;
const SIBLINGS = ['referrals', 'directory', 'protocols', 'matches', 'plans', 'meetings', 'care'] as const;
const EVERY_DOMAIN = [...ORDER, ...SIBLINGS];
const REACT = ['react', 'react-dom'];

const rows: Row[] = [
  ...platform(),
  ...EVERY_DOMAIN.flatMap(domain),
  { files: ['apps/api/**'], ours: ['*', '*/*', '!ui', '!web', '!youth', '!testing'], fenced: ['hono'] },
  { files: ['apps/api/**/*.test.ts'], ours: ['*', '*/*', '!ui'], fenced: ['hono', 'postgres'] },
  { files: ['apps/web/**'], ours: client(), fenced: [...REACT, '@mantine/form'] },
  { files: ['apps/youth/**'], ours: client(), fenced: REACT },
  feature('apps/web/src/features/*/*', String.raw`^\.\./[^.]`),
  feature('apps/web/src/features/*/*/*', String.raw`^\.\./\.\./[^.]`),
  { files: ['tests/**'], ours: ['*', '*/*', '!web', '!youth'], fenced: ['postgres'] },
];

function platform(): Row[] {
  const folder = (name: string, ours: string[], fenced: string[] = []): Row => ({
    files: [`packages/platform/${name}/**`],
    ours,
    fenced,
  });
  return [
    folder('kernel', []),
    folder('postgres', [], ['postgres']),
    folder('db', ['kernel'], ['postgres']),
    folder('vault', ['kernel', 'db']),
    folder('rpc', ['kernel', 'db', 'vault']),
    folder('contract', ['api', 'api/routers']),
    folder('ui', [], ['@mantine/*', ...REACT]),
    folder('testing', ['*', '*/*', '!api', '!ui', '!web', '!youth'], ['postgres']),
    {
      files: ['packages/platform/{db,vault,rpc}/**/*.test.ts'],
      ours: ['kernel', 'db', 'db/*', 'vault', 'testing'],
      fenced: ['postgres'],
    },
  ];
}

/** Contract, server, queries and tests of one domain. Siblings stand side by side above the ordered four. */
function domain(name: string): Row[] {
  const at = (ORDER as readonly string[]).indexOf(name);
  const lower: string[] = at === -1 ? [...ORDER] : ORDER.slice(0, at);
  const folder = `packages/domain/${name}/src`;
  const server = ['kernel', 'rpc', 'vault', ...lower, ...lower.map((other) => `${other}/server`)];
  const fenced = name === 'identity' ? ['lucia', '@node-rs/argon2'] : [];
  const testing = [
    ...server,
    name,
    `${name}/*`,
    'db',
    'db/*',
    'testing',
    ...lower.map((other) => `${other}/testing`),
  ];
  const inward = {
    regex: String.raw`^(\.\./)+(server|testing)/`,
    message: 'A contract is read by the browsers too: it does no I/O and knows nothing of the server.',
  };
  return [
    { files: [`${folder}/contract/**`], ours: ['kernel', ...lower], never: [inward] },
    { files: [`${folder}/server/**`], ours: server, fenced },
    { files: [`${folder}/server/**/*.queries.ts`], ours: [...server, 'db'], fenced },
    {
      files: [`${folder}/testing/**`, `${folder}/**/*.test.ts`, `${folder}/**/*.testing.ts`],
      ours: testing,
      fenced: ['postgres'],
    },
  ];
}

function client(): string[] {
  return [...EVERY_DOMAIN, 'contract', 'kernel', 'ui', 'ui/*'];
}

function feature(files: string, regex: string): Row {
  const message =
    'A feature never imports another feature: share by a route, or move it to apps/web/src/app.';
  return { files: [files], ours: client(), fenced: [...REACT, '@mantine/form'], never: [{ regex, message }] };
}

/** The rows in the words of the lint tool. */
export function importOverrides() {
  return rows.map(({ files, ours, fenced = [], never = [] }) => ({
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@accord/*', '@accord/*/**', ...ours.map(negated('@accord/'))],
              message: `Not from here. The rows are in scripts/lint/import-rules.ts: ${files[0]} may import ${ours.join(', ') || 'none of our packages'}.`,
            },
            {
              group: [...FENCED, ...fenced.map(negated(''))],
              message: 'This package is fenced in: scripts/lint/import-rules.ts says who may use it.',
            },
            ...never,
          ],
        },
      ] as ['error', object],
    },
  }));
}

/** An allowed name is written as an exception to the ban; `!x` takes the permission back. */
function negated(scope: string): (name: string) => string {
  return (name) => (name.startsWith('!') ? `${scope}${name.slice(1)}` : `!${scope}${name}`);
}
