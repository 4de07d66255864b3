import { NOTICE_TEXT, PERMISSION_TEXT, SPANISH_PERMISSION_TEXT } from '@accord/api/demo';
import { missingGaps } from '@accord/protocols';
import { findAvoided, findHard, findLong, RULES } from '@accord/ui/check';
import { expect, test } from 'vitest';

// The texts of the demo pass the meter that stands beside whoever writes one.

test.each([
  ['the permission', 'en', PERMISSION_TEXT],
  ['the permission', 'es', SPANISH_PERMISSION_TEXT],
  ['the notice', 'en', NOTICE_TEXT],
] as const)('%s in %s is plain enough for the young person who reads it', (_, language, blocks) => {
  expect(findAvoided(blocks, RULES[language].youth)).toEqual([]);
  expect(findLong(blocks)).toEqual([]);
  expect(findHard(blocks, language, 'youth')).toEqual([]);
});

test('both say who gets what, what for and until when', () => {
  expect(missingGaps('permission', PERMISSION_TEXT)).toEqual([]);
  expect(missingGaps('permission', SPANISH_PERMISSION_TEXT)).toEqual([]);
});
