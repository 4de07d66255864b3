import { expect, test } from 'vitest';
import { holdsOn } from './review.ts';
import { caughtUp, missingGaps, readerOf } from './texts.ts';

const block = (blockId: string, body: string) => ({ blockId, heading: 'First', body });

test('a text for permissions says who gets what, what for, and until when, in any of its paragraphs', () => {
  const half = [block('a', '{who} can see {what}.')];
  expect(missingGaps('permission', half)).toEqual(['why', 'until']);
  expect(missingGaps('permission', [...half, block('b', 'It is for {why}, until {until}.')])).toEqual([]);
  expect(missingGaps('notice', half)).toEqual([]);
  expect(missingGaps('protocol', [])).toEqual([]);
});

test('what a young person signs or is handed is measured for them', () => {
  expect((['protocol', 'permission', 'notice'] as const).map(readerOf)).toEqual(['staff', 'youth', 'youth']);
});

test('a translation waits for a named reader and for its original, whoever signed it', () => {
  const holds = (hasReader: boolean, originalIsPublished: boolean) =>
    holdsOn('in-review', [], 1, { missingGaps: [], translation: { hasReader, originalIsPublished } });
  expect(holds(false, false)).toEqual(['no-reader', 'original']);
  expect(holds(false, true)).toEqual(['no-reader']);
  expect(holds(true, false)).toEqual(['original']);
  expect(holds(true, true)).toEqual([]);
});

test('a text with a gap missing is held, beside whatever else holds it', () => {
  const asked = { missingGaps: ['until'], translation: null };
  expect(holdsOn('draft', [], 0, asked)).toEqual(['not-in-review', 'gaps', 'no-sign-off']);
});

test('a translation that catches up keeps the words of what did not change, and no word of what is gone', () => {
  const before = [block('a', 'One.'), block('b', 'Two.'), block('c', 'Three.')];
  const now = [block('b', 'Two, again.'), block('a', 'One.'), block('d', 'New.')];
  const spanish = [block('a', 'Uno.'), block('b', 'Dos.'), block('c', 'Tres.')];
  expect(caughtUp(now, before, spanish).map(({ body }) => body)).toEqual(['Two, again.', 'Uno.', 'New.']);
});
