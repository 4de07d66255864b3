import { expect, test } from 'vitest';
import { Finder } from './finder.ts';

const sentence = 'Go once with a friend';
const finder = new Finder([sentence, 'Jordan R.']);

test.each([
  ['utf-8', Buffer.from(sentence)],
  ['utf-16le', Buffer.from(sentence, 'utf16le')],
  ['utf-16be', Buffer.from(sentence, 'utf16le').swap16()],
  ['hex', Buffer.from(Buffer.from(sentence).toString('hex'))],
  ['HEX', Buffer.from(Buffer.from(sentence).toString('hex').toUpperCase())],
])('a sentence is found in %s, wherever it stands', (encoding, bytes) => {
  for (const before of [0, 1, 5]) {
    const hay = Buffer.concat([Buffer.alloc(before, 'G'), bytes, Buffer.from('and more')]);
    expect(finder.find(hay)).toEqual([`${encoding}: ${sentence}`]);
  }
});

test.each([0, 1, 2])('a sentence is found in base64 with %i bytes before it', (before) => {
  const hay = Buffer.from(`${'x'.repeat(before)}${sentence}, then home`).toString('base64');
  expect(finder.find(Buffer.from(hay))).toEqual([`base64+${before}: ${sentence}`]);
});

test('two texts are both found, and each is named once', () => {
  const hay = Buffer.from(`Jordan R. ${sentence} Jordan R.`);
  expect(finder.find(hay)).toEqual(['utf-8: Jordan R.', `utf-8: ${sentence}`]);
});

test('what is not there is not found', () => {
  expect(finder.find(Buffer.from('Go once with a frien'))).toEqual([]);
  expect(finder.find(Buffer.alloc(0))).toEqual([]);
});
