import { expect, test } from 'vitest';
import { deadLinks } from './links.ts';
import { ownFiles } from './workspace.ts';

test('every link in the documents leads somewhere', () => {
  expect(ownFiles('**/*.md').flatMap(deadLinks)).toEqual([]);
});
