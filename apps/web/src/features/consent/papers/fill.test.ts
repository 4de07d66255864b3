import { expect, test } from 'vitest';
import { fill } from './fill.ts';

const values = { who: 'Sam {until}', what: 'school', why: 'the plan', until: 'May 3' };

test('every gap is filled, each time, and other braces stay', () => {
  expect(fill('{who}, {what}, {why}, {until}; {what} {other}', values)).toBe(
    'Sam {until}, school, the plan, May 3; school {other}',
  );
});
