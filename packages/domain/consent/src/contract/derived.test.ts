import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covers } from './categories.ts';
import { decide } from './decide.ts';
import { derivedMask } from './derived.ts';
import { itemOf, POLICY } from './facts.testing.ts';
import { facts, mask, request } from './worlds.testing.ts';

test('what was made from others has every kind of theirs', () => {
  fc.assert(
    fc.property(fc.array(mask, { minLength: 1 }), (masks) => {
      const whole = derivedMask(masks.map((each) => ({ mask: each })));
      for (const each of masks) expect(covers(whole, each)).toBe(true);
    }),
  );
});

test('what was made from nothing is of no kind, and opens to nobody', () => {
  expect(derivedMask([])).toBe(0n);
});

test('a summary is never open where something that it came from is closed', () => {
  fc.assert(
    fc.property(request, facts, fc.array(mask, { minLength: 1, maxLength: 3 }), (each, world, masks) => {
      const parts = masks.map((one) => itemOf([], { mask: one }));
      const isOpen = (items: typeof parts) => decide({ ...each, items }, world, POLICY).decision === 'permit';
      const isSummaryOpen = isOpen([itemOf([], { mask: derivedMask(parts) })]);
      expect(isSummaryOpen && !isOpen(parts)).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});
