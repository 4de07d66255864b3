import { CASES } from '@accord/consent/server';
import { en } from '@accord/ui/check';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// The saved cases that come with Accord have a name in their file, and in each language of the screen.

test('every one of them has its words, and in English they are those of its file', () => {
  const files = readdirSync(CASES).toSorted();
  const named = files.map((file) => {
    const { name } = JSON.parse(readFileSync(`${CASES}/${file}`, 'utf8')) as { name: string };
    return [file.replace('.json', ''), name];
  });
  expect(Object.fromEntries(named)).toEqual(en.tester.names);
});
