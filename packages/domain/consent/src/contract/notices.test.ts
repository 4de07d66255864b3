import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { CATEGORIES, maskOf } from './categories.ts';
import { NOTICE_CODES, NOTICES, noticesFor, referenceOfNotice } from './notices.ts';

const codesFor = (...kinds: Parameters<typeof maskOf>[0][]) =>
  noticesFor(kinds.reduce((mask, each) => mask | maskOf(each), 0n)).map(({ code }) => code);

describe('notices that travel with a disclosure', () => {
  test.each(NOTICES)('the words of $code are those of its version', ({ short, text, sha256 }) => {
    expect(createHash('sha256').update(`${short}\n${text}`).digest('hex')).toBe(sha256);
  });

  test('each code has one text', () => {
    expect(NOTICES.map(({ code }) => code)).toEqual([...NOTICE_CODES]);
  });

  test('P-6: a Part 2 record goes with the statement of 42 CFR 2.32', () => {
    expect(codesFor(['sud-part2'])).toEqual(['42-CFR-2.32']);
    expect(codesFor(['sud-counseling-notes'])).toEqual(['42-CFR-2.32']);
    // A fact about substances from elsewhere is no Part 2 record.
    expect(codesFor(['sud-other'])).toEqual([]);
  });

  test('F-10: a school record goes with the notice of 34 CFR 99.33(d)', () => {
    expect(codesFor(['edu-record'])).toEqual(['34-CFR-99.33']);
  });

  test('V-2, RHY-1: what a victim-service or youth shelter released says so', () => {
    expect(codesFor(['vsp-record'])).toEqual(['VICTIM-SERVICES']);
    expect(codesFor(['rhy-record'])).toEqual(['VICTIM-SERVICES']);
  });

  test('C-2: a child welfare record goes with its limit', () => {
    expect(codesFor(['cw-record'])).toEqual(['CAPTA']);
  });

  test('an item of several kinds goes with the notices of all of them', () => {
    expect(codesFor(['cw-record', 'edu-record'], ['sud-part2'])).toEqual([
      '42-CFR-2.32',
      '34-CFR-99.33',
      'CAPTA',
    ]);
  });

  test('what no law asks a notice for has none', () => {
    const asked = new Set(NOTICES.flatMap(({ kinds }) => kinds));
    const others = CATEGORIES.filter(({ code }) => !asked.has(code)).map(({ code }) => code);
    expect(others).not.toEqual([]);
    expect(codesFor(others)).toEqual([]);
  });

  test('the ledger names code, version and digest', () => {
    expect(NOTICES.map(referenceOfNotice)).toEqual(
      NOTICES.map(() => expect.stringMatching(/^[A-Z0-9.-]+@\d{4}-\d\d-\d\d#[0-9a-f]{64}$/)),
    );
  });
});
