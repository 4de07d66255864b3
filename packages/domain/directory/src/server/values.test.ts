import { expect, test } from 'vitest';
import { Wrong } from './cell.ts';
import { line, paragraphs } from './text.ts';
import { clock, email, phoneNumber, webAddress, weekday } from './values.ts';

test.each([
  ['9:00', '09:00'],
  ['09:00:00', '09:00'],
  ['0:30', '00:30'],
  ['24:00', '24:00'],
  ['12:15 am', '00:15'],
  ['12 pm', '12:00'],
  ['5:30 p.m.', '17:30'],
])('the time %s is %s', (written, time) => {
  expect(clock(written)).toBe(time);
});

test.each(['', '25:00', '24:01', '9:60', '13 pm', '9', '9.5', 'noon', '-1:00'])(
  '%j is no time',
  (written) => {
    expect(clock(written)).toBeInstanceOf(Wrong);
  },
);

test.each([
  ['Monday', 1],
  [' sunday ', 7],
  ['Thu.', 4],
  ['TUES', 2],
])('the weekday %j is %i', (written, day) => {
  expect(weekday(written)).toBe(day);
});

test.each(['', 'T', 'Su', '1', 'Someday'])('%j is no weekday', (written) => {
  expect(weekday(written)).toBeInstanceOf(Wrong);
});

test.each(['(555) 555-0100; (555) 555-0101', '1-800-555-HELP', '988', '5550100'])(
  '%s can be dialled',
  (written) => {
    expect(phoneNumber(written)).toBe(written);
  },
);

test.each(['no phone', 'n/a', '12'])('%s cannot be dialled', (written) => {
  expect(phoneNumber(written)).toBeInstanceOf(Wrong);
});

test.each(['javascript:alert(1)', 'data:text/html,hi', 'example', 'http://localhost/', 'https://'])(
  'the link %s is not taken',
  (written) => {
    expect(webAddress(written)).toBeInstanceOf(Wrong);
  },
);

test('web and mail addresses pass as written', () => {
  expect(webAddress('http://www.example.org/a?b=c')).toBe('http://www.example.org/a?b=c');
  expect(email('office@example.org')).toBe('office@example.org');
});

test('text is mended: spaces, hidden marks and turned direction go, paragraphs and accents stay', () => {
  expect(line(50)(' Alder\u00a0 \t County\u200b ')).toBe('Alder County');
  expect(line(50)('cafe\u0301 \u202egro.elpmaxe')).toBe('caf\u00e9 gro.elpmaxe');
  expect(paragraphs(50)('Call\r\n\r\n\r\n\r\n   Walk in ')).toBe('Call\n\nWalk in');
});

test.each([
  ['a NUL', 'a\0b', 'holds a NUL character'],
  ['bytes that are not UTF-8', 'Pe\ufffda', 'is not UTF-8'],
  ['too much', 'abcdef', 'is 6 characters long'],
])('text with %s is not taken, and the reason is told', (_, text, reason) => {
  expect(line(5)(text)).toMatchObject({ reason });
});
