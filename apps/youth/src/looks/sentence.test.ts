import { expect, test } from 'vitest';
import { lookSentence } from './sentence.ts';

const look = { at: '2026-11-20T15:00:00.000Z', who: 'Dana Whitfield', agency: 'Alder County', what: [] };

test('that no kind is named of records that went out does not say that nothing did', () => {
  expect(lookSentence({ ...look, action: 'handed-out' })).toBe(
    'Dana Whitfield (Alder County) gave records to someone who asked by law: the kinds are not named here.',
  );
  expect(lookSentence({ ...look, action: 'opened' })).toContain('nothing to see yet');
});
