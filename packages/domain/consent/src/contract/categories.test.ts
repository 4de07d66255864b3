import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CATEGORIES,
  Category,
  codesOf,
  covers,
  maskOf,
  NEVER_BY_CONSENT_MASK,
  QUIET_MASK,
  SHAREABLE,
} from './categories.ts';

const codes = fc.subarray(CATEGORIES.map(({ code }) => code));

describe('the catalogue (consent-rules 0.5)', () => {
  test('bits are stored: each kind keeps the one that it has', () => {
    expect(CATEGORIES.map(({ bit, code }) => `${bit} ${code}`)).toMatchInlineSnapshot(`
      [
        "0 id-core",
        "1 contact-location",
        "2 shelter-location",
        "3 case-plan",
        "4 service-linkage",
        "5 cw-record",
        "6 cw-reporter",
        "7 exploitation-history",
        "8 trafficking-status",
        "9 le-investigative",
        "10 jj-record",
        "11 jj-sealed",
        "12 edu-record",
        "13 health-general",
        "14 health-sexual-repro",
        "15 health-hiv",
        "16 health-genetic",
        "17 mh-record",
        "18 mh-psychotherapy-notes",
        "19 sud-part2",
        "20 sud-counseling-notes",
        "21 sud-other",
        "22 vsp-record",
        "23 rhy-record",
        "24 immigration",
        "25 legal-privileged",
        "26 tribal",
        "27 sogi",
        "28 financial-benefits",
        "29 appointments",
        "30 meetings",
        "31 private-notes",
        "32 about-me",
      ]
    `);
  });

  test('no bit and no code stands twice, and none is the sign of a bigint', () => {
    expect(new Set(CATEGORIES.map(({ bit }) => bit)).size).toBe(CATEGORIES.length);
    expect(new Set(CATEGORIES.map(({ code }) => code)).size).toBe(CATEGORIES.length);
    expect(CATEGORIES.every(({ bit }) => bit >= 0 && bit <= 62)).toBe(true);
  });

  test('A16: reporter, sealed records, shelter location, privileged and psychotherapy notes are opened by no permission', () => {
    for (const code of [
      'cw-reporter',
      'jj-sealed',
      'shelter-location',
      'legal-privileged',
      'mh-psychotherapy-notes',
      'sud-counseling-notes',
      'le-investigative',
    ] as const) {
      expect(covers(NEVER_BY_CONSENT_MASK, maskOf([code])), code).toBe(true);
      expect(SHAREABLE, code).not.toContain(code);
    }
  });

  test('Part 2, victim-service, runaway-youth, sexual-health, immigration and sealed kinds do not exist for whoever may not see them', () => {
    for (const code of [
      'sud-part2',
      'vsp-record',
      'rhy-record',
      'health-sexual-repro',
      'immigration',
      'jj-sealed',
    ] as const) {
      expect(covers(QUIET_MASK, maskOf([code])), code).toBe(true);
    }
  });

  test('what no permission opens is quiet, so that a stub cannot tell of it', () => {
    expect(NEVER_BY_CONSENT_MASK & ~QUIET_MASK).toBe(0n);
  });

  test('a kind that the catalogue does not know is bad input', () => {
    expect(Category.safeParse('gossip').success).toBe(false);
  });
});

describe('masks', () => {
  test('a set of kinds survives the way to the database and back', () => {
    fc.assert(
      fc.property(codes, (set) => {
        expect(codesOf(maskOf(set))).toEqual(set);
      }),
    );
  });

  test('order and repetition make no other mask', () => {
    fc.assert(
      fc.property(codes, (set) => {
        expect(maskOf([...set, ...set].reverse())).toBe(maskOf(set));
      }),
    );
  });

  test('a bit that the catalogue does not know is an error, never left out', () => {
    expect(() => codesOf(1n << 62n)).toThrow(RangeError);
    expect(() => codesOf(-1n)).toThrow(RangeError);
  });
});

describe('covers', () => {
  test('says what the same question to sets says', () => {
    fc.assert(
      fc.property(codes, codes, (outer, inner) => {
        const expected = inner.length > 0 && inner.every((code) => outer.includes(code));
        expect(covers(maskOf(outer), maskOf(inner))).toBe(expected);
      }),
    );
  });

  test('nothing covers an empty set: unknown means deny', () => {
    expect(covers(maskOf(SHAREABLE), 0n)).toBe(false);
    expect(covers(0n, 0n)).toBe(false);
  });
});
