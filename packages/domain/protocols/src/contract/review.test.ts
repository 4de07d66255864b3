import { newId, BlockId, ProtocolId } from '@accord/kernel';
import { describe, expect, test } from 'vitest';
import { type Block, changed, differenceOf } from './difference.ts';
import { ChangeInput } from './inputs.ts';
import { holdsOn, mayAnswer, maySign, mayWithdraw, type Said, signedAs } from './review.ts';

const said = (kind: Said['kind'], state: Said['state'], mine = false): Said => ({ kind, state, mine });

describe('publishing', () => {
  test('is free when all is answered, nothing stands and somebody signed this version', () => {
    expect(holdsOn('in-review', [said('question', 'answered'), said('objection', 'withdrawn')], 1)).toEqual(
      [],
    );
  });

  test.each(['question', 'suggestion', 'concern', 'objection'] as const)(
    'waits for an answer to a %s',
    (kind) => {
      expect(holdsOn('in-review', [said(kind, 'open')], 1)).toContain('unanswered');
    },
  );

  test('an answer does not end an objection; its author does', () => {
    expect(holdsOn('in-review', [said('objection', 'answered')], 1)).toEqual(['objection']);
    expect(holdsOn('in-review', [said('objection', 'withdrawn')], 1)).toEqual([]);
  });

  test('a comment that was withdrawn needs no answer', () => {
    expect(holdsOn('in-review', [said('concern', 'withdrawn')], 1)).toEqual([]);
  });

  test('a draft and what nobody signed wait', () => {
    expect(holdsOn('draft', [], 1)).toEqual(['not-in-review']);
    expect(holdsOn('in-review', [], 0)).toEqual(['no-sign-off']);
  });
});

test('only who made a comment withdraws it, once', () => {
  expect(mayWithdraw(said('objection', 'open', true))).toBe(true);
  expect(mayWithdraw(said('objection', 'answered', true))).toBe(true);
  expect(mayWithdraw(said('objection', 'open', false))).toBe(false);
  expect(mayWithdraw(said('objection', 'withdrawn', true))).toBe(false);
});

test('an answer is given once, and not to what was taken back', () => {
  expect(
    [said('question', 'open'), said('question', 'answered'), said('question', 'withdrawn')].map(mayAnswer),
  ).toEqual([true, false, false]);
});

test('nobody signs over a standing objection, twice, or what is not in review', () => {
  expect(maySign('in-review', [said('concern', 'open')], false)).toBe(true);
  expect(maySign('in-review', [said('objection', 'answered')], false)).toBe(false);
  expect(maySign('in-review', [], true)).toBe(false);
  expect(maySign('published', [], false)).toBe(false);
  expect(maySign('draft', [], false)).toBe(false);
});

test('a sign-off shows the name that was chosen, or the own one', () => {
  expect([signedAs('Keisha T.', undefined), signedAs('Keisha T.', 'Marigold')]).toEqual([
    'Keisha T.',
    'Marigold',
  ]);
});

describe('changes', () => {
  const [protocolId, a, b, c, fresh] = [
    newId(ProtocolId),
    ...Array.from({ length: 4 }, () => newId(BlockId)),
  ];
  const block = (blockId: BlockId, number: number, body = 'As it was'): Block => ({
    blockId,
    number,
    heading: 'Before we meet',
    body,
  });
  const blocks = [block(a as BlockId, 1), block(b as BlockId, 2), block(c as BlockId, 3)];
  const change = (input: object) =>
    changed(blocks, ChangeInput.parse({ protocolId, version: 1, ...input }), fresh as BlockId);

  test('a reworded block keeps its id and its number', () => {
    const next = change({ is: 'reword', blockId: b, heading: 'Before we meet', body: 'Ask first' });
    expect(next?.map(({ blockId, number, body }) => [blockId, number, body])).toEqual([
      [a, 1, 'As it was'],
      [b, 2, 'Ask first'],
      [c, 3, 'As it was'],
    ]);
    expect(differenceOf(blocks, next ?? [])).toEqual([
      {
        is: 'reworded',
        blockId: b,
        number: 2,
        before: { heading: 'Before we meet', body: 'As it was' },
        now: { heading: 'Before we meet', body: 'Ask first' },
      },
    ]);
  });

  test('an added block pushes the others down without changing them', () => {
    const next = change({ is: 'add', after: a, heading: 'New', body: 'New words' });
    expect(next?.map(({ blockId, number }) => [blockId, number])).toEqual([
      [a, 1],
      [fresh, 2],
      [b, 3],
      [c, 4],
    ]);
    expect(differenceOf(blocks, next ?? []).map(({ is, number }) => [is, number])).toEqual([['added', 2]]);
  });

  test('a removed block is told with the number and the words that it had', () => {
    const next = change({ is: 'remove', blockId: b });
    expect(next?.map(({ blockId, number }) => [blockId, number])).toEqual([
      [a, 1],
      [c, 2],
    ]);
    expect(differenceOf(blocks, next ?? [])).toMatchObject([{ is: 'removed', number: 2, now: null }]);
  });

  test('a block that is not there, and a change that changes nothing, make no version', () => {
    expect(change({ is: 'remove', blockId: fresh })).toBeUndefined();
    expect(
      change({ is: 'reword', blockId: a, heading: 'Before we meet', body: 'As it was' }),
    ).toBeUndefined();
  });
});
