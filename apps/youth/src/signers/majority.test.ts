import { expect, test } from 'vitest';
import { standing } from './majority.ts';

test.each([
  [new Date(2027, 1, 2), { near: '2027-02-03' }],
  [new Date(2027, 1, 3), 'near'],
  [new Date(2027, 4, 3), 'near'],
  [new Date(2027, 4, 4), 'over'],
])('on %s, for somebody who comes of age on May 4, 2027', (now, is) => {
  expect(standing('2027-05-04', now)).toEqual(is);
});
