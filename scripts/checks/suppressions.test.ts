import { expect, test } from 'vitest';
import { ownFiles, readOwn } from './workspace.ts';

// Put together here, so that this file does not hold what it looks for.
const FORBIDDEN = new RegExp(
  ['(eslint|oxlint)-disable', '@ts-(nocheck|ignore)', 'oxfmt-ignore', 'knip-ignore'].join('|'),
);

test('no rule is switched off by a comment: a rule that is wrong is changed for everybody', () => {
  const files = ownFiles('**/*.{ts,tsx,mjs,css}').filter(
    (path) => !/suppressions\.test\.ts$|\.gen\.ts$/.test(path),
  );
  expect(files.filter((path) => FORBIDDEN.test(readOwn(path)))).toEqual([]);
});
