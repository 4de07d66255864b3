import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { RULES } from './law/rules.ts';
import { SPECIFIED } from './rule-ids.testing.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ID = /(?:H|P|F|V|RHY|C|JJ|IM|MR|M|FN|IC|MC|T18|A16)-\d+|A14|A15/;

/** Ids at the head of a name (`H-8, P-3: notes need …`): of what a test calls itself, and not of what it expects. */
const named = new Set(
  globSync('src/**/*.test.ts', { cwd: root }).flatMap((file) =>
    [
      ...readFileSync(`${root}/${file}`, 'utf8').matchAll(
        /['"`]((?:[A-Z0-9]+(?:-\d+)?, )*[A-Z0-9]+(?:-\d+)?): /g,
      ),
    ].flatMap(([, ids = '']) => ids.split(', ')),
  ),
);
/** Ids of the README's table of what is not decided by the rule, each with its reason. */
const listed = new Map(
  readFileSync(`${root}/README.md`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, id = '', reason = ''] = line.split('|').map((cell) => cell.trim());
      return ID.exec(id)?.[0] === id && id !== '' ? [[id, reason] as const] : [];
    }),
);

test('every rule of the specification is in a test’s name, or in the README with the reason', () => {
  expect(SPECIFIED.filter((id) => !named.has(id) && !listed.has(id))).toEqual([]);
});

test('the README lists no rule that the specification does not have, and none without a reason', () => {
  expect([...listed.keys()].filter((id) => !SPECIFIED.includes(id))).toEqual([]);
  expect([...listed].filter(([, reason]) => reason.length < 20)).toEqual([]);
});

test('what the rule decides has a test, and is not only listed', () => {
  const decided = Object.keys(RULES).filter((id) => SPECIFIED.includes(id));
  expect(decided.length).toBeGreaterThan(60);
  expect(decided.filter((id) => !named.has(id))).toEqual([]);
});
