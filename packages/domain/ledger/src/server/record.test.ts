import { ItemId, newId } from '@accord/kernel';
import { expect, test } from 'vitest';
import { digestOf } from './record.ts';

const one = { itemId: newId(ItemId), version: 1 };
const two = { itemId: newId(ItemId), version: 3 };

test('the digest does not depend on the order in which items were shown', () => {
  expect(digestOf([one, two]).equals(digestOf([two, one]))).toBe(true);
});

test('another version of an item gives another digest', () => {
  expect(digestOf([one]).equals(digestOf([{ ...one, version: 2 }]))).toBe(false);
});
