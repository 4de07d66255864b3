import { expect, test } from 'vitest';
import { counted, fill, kindsListed, listed } from './fill.ts';

test('a message is filled gap by gap, also twice with the same value', () => {
  expect(fill('{who} and {what}, {who}', { who: 'Sam', what: 'goals' })).toBe('Sam and goals, Sam');
});

test('what fills a gap is taken as it is written', () => {
  expect(fill('Stop {what}?', { what: '$& {what}' })).toBe('Stop $& {what}?');
});

test('one, two and three things are listed as they are said', () => {
  expect(listed(['goals'])).toBe('goals');
  expect(listed(['goals', 'school'])).toBe('goals and school');
  expect(kindsListed(['case-plan', 'edu-record', 'appointments'])).toBe('goals, school, and appointments');
});

test('one is counted with its own word', () => {
  expect(counted(1, '{count} person', '{count} people')).toBe('1 person');
  expect(counted(3, '{count} person', '{count} people')).toBe('3 people');
});
