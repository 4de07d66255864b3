import { expect, test } from 'vitest';
import { placeOf } from './place.ts';

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:ffff::1'],
  ['2001:0db8:0001:0002::1', '2001:DB8:1:2::'],
  ['2001:db8::1', '2001:db8:0:0:9::'],
  ['fe80::1%eth0', 'fe80::2%eth1'],
  ['192.0.2.7', '::ffff:192.0.2.7'],
])('%s is the same place as %s', (one, other) => {
  expect(placeOf(one)).toBe(placeOf(other));
});

test.each([
  ['2001:db8:1:2::1', '2001:db8:1:3::1'],
  ['192.0.2.7', '192.0.2.8'],
  ['::ffff:192.0.2.7', '::ffff:192.0.2.8'],
  ['', '::'],
])('%s is another place than %s', (one, other) => {
  expect(placeOf(one)).not.toBe(placeOf(other));
});
