import type { Purpose } from '@accord/kernel';
import { z } from 'zod';

/**
 * The kinds of data that a permission can name, one bit each (bits are stored: never reuse one).
 *
 * existence  `quiet`: for a reader who may not see it, it does not exist, in no count, order, status or stub.
 *            `known`: a reader may be told that something of this kind is there, when a basis says so.
 * consent    `yes`: a permission can open it. `never`: none can (consent-rules A16: reporter identity, sealed
 *            records, confidential shelter location, privileged legal communication), or only one of its own
 *            kind can, which this version does not yet offer (45 CFR 164.508(b)(3)(ii), 42 CFR 2.31(b)).
 */
const catalogue = [
  ['id-core', 0, 'known', 'yes'],
  ['contact-location', 1, 'quiet', 'yes'],
  ['shelter-location', 2, 'quiet', 'never'],
  ['case-plan', 3, 'known', 'yes'],
  ['service-linkage', 4, 'known', 'yes'],
  ['cw-record', 5, 'known', 'yes'],
  ['cw-reporter', 6, 'quiet', 'never'],
  ['exploitation-history', 7, 'quiet', 'yes'],
  ['trafficking-status', 8, 'quiet', 'yes'],
  ['le-investigative', 9, 'quiet', 'never'],
  ['jj-record', 10, 'known', 'yes'],
  ['jj-sealed', 11, 'quiet', 'never'],
  ['edu-record', 12, 'known', 'yes'],
  ['health-general', 13, 'known', 'yes'],
  ['health-sexual-repro', 14, 'quiet', 'yes'],
  ['health-hiv', 15, 'quiet', 'yes'],
  ['health-genetic', 16, 'quiet', 'yes'],
  ['mh-record', 17, 'known', 'yes'],
  ['mh-psychotherapy-notes', 18, 'quiet', 'never'],
  ['sud-part2', 19, 'quiet', 'yes'],
  ['sud-counseling-notes', 20, 'quiet', 'never'],
  ['sud-other', 21, 'quiet', 'yes'],
  ['vsp-record', 22, 'quiet', 'yes'],
  ['rhy-record', 23, 'quiet', 'yes'],
  ['immigration', 24, 'quiet', 'yes'],
  ['legal-privileged', 25, 'quiet', 'never'],
  ['tribal', 26, 'known', 'yes'],
  ['sogi', 27, 'quiet', 'yes'],
  ['financial-benefits', 28, 'known', 'yes'],
  ['appointments', 29, 'known', 'yes'],
  ['meetings', 30, 'known', 'yes'],
  ['private-notes', 31, 'quiet', 'never'],
  ['about-me', 32, 'quiet', 'yes'],
] as const;

export type CategoryCode = (typeof catalogue)[number][0];

export interface CategoryEntry {
  code: CategoryCode;
  bit: number;
  existence: 'known' | 'quiet';
  consent: 'yes' | 'never';
}

export const CATEGORIES: readonly CategoryEntry[] = catalogue.map(([code, bit, existence, consent]) => ({
  code,
  bit,
  existence,
  consent,
}));

/** No list of kinds that somebody sends is longer. */
export const MOST_KINDS = CATEGORIES.length;

export const Category = z.enum(catalogue.map(([code]) => code) as [CategoryCode, ...CategoryCode[]]);

/** The kinds that a permission may name, in the order of the catalogue. */
export const SHAREABLE: readonly CategoryCode[] = CATEGORIES.filter((c) => c.consent === 'yes').map(
  (c) => c.code,
);

const bits = new Map(CATEGORIES.map((entry) => [entry.code, 1n << BigInt(entry.bit)]));

/** A set of kinds as the mask that the database compares. */
export function maskOf(codes: Iterable<CategoryCode>): bigint {
  let mask = 0n;
  for (const code of codes) mask |= bits.get(code) ?? 0n;
  return mask;
}

/** The kinds in a mask, in the order of the catalogue. A bit that the catalogue does not know is an error. */
export function codesOf(mask: bigint): CategoryCode[] {
  const codes = CATEGORIES.filter((entry) => (mask >> BigInt(entry.bit)) & 1n).map((entry) => entry.code);
  if (maskOf(codes) !== mask) throw new RangeError('a category bit outside the catalogue');
  return codes;
}

/** True when every kind of `inner` is in `outer`. An empty set is covered by nothing: unknown means deny. */
export function covers(outer: bigint, inner: bigint): boolean {
  return inner !== 0n && (inner & ~outer) === 0n;
}

export const QUIET_MASK = maskOf(CATEGORIES.filter((c) => c.existence === 'quiet').map((c) => c.code));
export const NEVER_BY_CONSENT_MASK = maskOf(
  CATEGORIES.filter((c) => c.consent === 'never').map((c) => c.code),
);

/** Purposes that can end in a proceeding against the young person. */
const PROCEEDINGS: readonly Purpose[] = ['investigation', 'court-report'];

/**
 * What no permission opens for this purpose. A Part 2 record for an investigation or a court needs a consent of its
 * own or an order (consent-rules A16.2; 42 CFR 2.31(d), 2.12(d)), neither of which this version offers.
 */
export function neverByConsent(purpose: Purpose): bigint {
  return NEVER_BY_CONSENT_MASK | (PROCEEDINGS.includes(purpose) ? maskOf(['sud-part2']) : 0n);
}
