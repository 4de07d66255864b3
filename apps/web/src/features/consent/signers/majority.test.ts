import { expect, test } from 'vitest';
import { majorityOf } from './majority.ts';

test.each([
  ['2027-02-02', 'coming'],
  ['2027-02-03', 'near'],
  ['2027-05-03', 'near'],
  ['2027-05-04', 'over'],
])('on %s, for somebody who comes of age on May 4, 2027, it is %s', (today, is) => {
  expect(majorityOf({ majorityOn: '2027-05-04' }, today).is).toBe(is);
});

test('signing for the time after opens ninety days before', () => {
  expect(majorityOf({ majorityOn: '2027-05-04' }, '2026-11-22')).toMatchObject({ signsFrom: '2027-02-03' });
});

test('without a birthday nobody knows', () => {
  expect(majorityOf({ majorityOn: null }, '2026-11-22')).toEqual({ is: 'unknown' });
});
