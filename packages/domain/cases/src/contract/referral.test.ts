import { describe, expect, test } from 'vitest';
import { isOver, movesFor, nudgeOf, REFERRAL_MOVES, ReferralStatus } from './referral.ts';

describe('who may move a referral where', () => {
  test.each([
    ['requested', ['accept', 'decline', 'cancel'], ['accept', 'decline']],
    ['accepted', ['decline', 'start', 'complete', 'fail', 'cancel'], ['decline', 'start', 'complete']],
    ['in-progress', ['pause', 'complete', 'fail', 'cancel'], ['pause', 'complete']],
    ['on-hold', ['start', 'complete', 'fail', 'cancel'], ['start', 'complete']],
    ['rejected', [], []],
    ['completed', [], []],
    ['failed', [], []],
    ['cancelled', [], []],
  ] as const)('from %s', (status, owner, receiver) => {
    expect(movesFor('owner', status)).toEqual(owner);
    expect(movesFor('receiver', status)).toEqual(receiver);
  });

  test('who only reads, and the young person, move nothing', () => {
    for (const status of ReferralStatus.options) {
      expect(movesFor(null, status)).toEqual([]);
      expect(movesFor('young-person', status)).toEqual([]);
    }
  });

  test('every state can be reached, and no move stays where it was', () => {
    const reached = new Set(Object.values(REFERRAL_MOVES).map(({ to }) => to));
    expect(ReferralStatus.options.filter((status) => !reached.has(status))).toEqual(['requested']);
    for (const { from, to } of Object.values(REFERRAL_MOVES)) expect(from).not.toContain(to);
  });
});

test.each([
  [null, null],
  [0, null],
  [1, null],
  [2, 'call'],
  [4, 'call'],
  [5, 'another'],
  [90, 'another'],
] as const)('after %s days without an answer the nudge is %s', (unansweredDays, nudge) => {
  expect(nudgeOf({ unansweredDays })).toBe(nudge);
});

test('another service is looked for after a no, after a failure, and where it did not help', () => {
  const over = ReferralStatus.options.filter((status) => isOver({ status, helped: null }));
  expect(over).toEqual(['rejected', 'failed']);
  expect(isOver({ status: 'completed', helped: false })).toBe(true);
  expect(isOver({ status: 'completed', helped: true })).toBe(false);
});
