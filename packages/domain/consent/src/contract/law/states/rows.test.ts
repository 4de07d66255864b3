import { describe, expect, test } from 'vitest';
import { StatePolicy } from '../state.ts';
import { STATE } from '../world.testing.ts';

// A bundle with every row that appendix 3 knows: it is taken, and nothing beside it or beyond its bounds is.

const cite = 'made up';
const FULL = {
  ...STATE,
  verifiedBy: 'A. Clerk',
  ageOfMajorityCite: cite,
  minorConsent: [
    {
      domain: 'mental-health',
      minAge: 12,
      conditions: ['mature enough'],
      exclusions: ['medicine'],
      maxVisits: 8,
      parentNotice: 'permitted',
      infoController: 'youth',
      cite,
    },
    { domain: 'general-health', minAge: 0, conditions: [], parentNotice: 'required', cite },
    {
      domain: 'shelter',
      minAge: 21,
      conditions: [],
      parentNotice: 'forbidden',
      infoController: 'parent',
      cite,
    },
  ],
  emancipation: { evidence: ['order', 'marriage', 'military', 'parenthood'], cite },
  parentAccess: [
    { domain: 'mental-health', answer: 'required', cite },
    { domain: 'substance-use', answer: 'permitted', cite },
    { domain: 'sexual-health', answer: 'prohibited', cite },
    { domain: 'general-health', answer: 'silent', cite },
  ],
  cpsRelease: { byConsent: false, youngPersonAlone: false, statutoryRecipients: ['court'], cite },
  justiceRelease: { consentSuffices: false, youngPersonAlone: false, recipients: ['court'], cite },
  sealing: { automatic: true, days: 90, mustDenyExistence: true, cite },
  victimServicesAlone: { allowed: true, cite },
  teamRule: {
    allowed: true,
    members: ['child-welfare', 'justice', 'tribal', 'education', 'health'],
    writtenRecord: true,
    cite,
  },
  mandatedReporters: {
    victimServices: false,
    universal: false,
    professions: [{ code: 'teacher', mandated: true }],
    hotline: '555-0100',
    oralHours: 0,
    writtenHours: 36,
    cite,
  },
  missingFromCare: { policeHours: 24, ncmecHours: 24, screenOnReturnHours: 8_760, cite },
  screeningUseImmunity: { applies: true, cite },
  safeHarbor: { immunityUnder: 18, dependencyReferral: true, vacatur: 'on request', cite },
  shelterLocationCriminal: { applies: true, cite },
  addressProgram: { name: 'Safe at Home', cite },
  hivRelease: { specificForm: true, cite },
  mentalHealthRelease: { specificForm: true, maxDays: 30, cite },
  extendedCare: { toAge: 21, conditions: ['in school'], cite },
  chafee: { toAge: 26, cite },
  electronicSignature: { minors: true, witness: false, cite },
  reproductiveShield: { applies: true, cite },
} as const;
const isTaken = (policy: object) => StatePolicy.safeParse(policy).success;

test('a bundle with every row is taken as it is written', () => {
  expect(StatePolicy.parse(FULL)).toEqual(FULL);
});

const ROWS = Object.entries(FULL as Record<string, unknown>).filter(
  (entry): entry is [string, object] => typeof entry[1] === 'object' && entry[1] !== null,
);

describe('no row takes a key that nobody knows, nor stands without its source', () => {
  test.each(ROWS)('%s', (name, row) => {
    const change = (edit: (one: object) => object) =>
      isTaken({ ...FULL, [name]: Array.isArray(row) ? row.map(edit) : edit(row) });
    expect(change((one) => ({ ...one }))).toBe(true);
    expect(change((one) => ({ ...one, somethingElse: true }))).toBe(false);
    expect(change((one) => ({ ...one, cite: undefined }))).toBe(false);
    for (const empty of ['', '   ', ' ab ']) expect(change((one) => ({ ...one, cite: empty }))).toBe(false);
  });
});

describe('what is out of bounds is not taken', () => {
  const row = (name: keyof typeof FULL, change: object) => ({
    [name]: { ...(FULL[name] as object), ...change },
  });
  const minor = (change: object) => ({ minorConsent: [{ ...FULL.minorConsent[0], ...change }] });
  test.each<[string, object]>([
    ['a state by its whole name', { state: 'Zed' }],
    ['a state with something before it', { state: ' ZZ' }],
    ['a version with a space', { version: 'a b' }],
    ['a version that ends in a space', { version: 'a ' }],
    ['a version that begins with one', { version: ' a' }],
    ['a version of 41 letters', { version: 'v'.repeat(41) }],
    ['nobody who verified it', { verifiedBy: '  ' }],
    ['a majority at 17', { ageOfMajority: 17 }],
    ['a majority at 22', { ageOfMajority: 22 }],
    ['an age below zero', minor({ minAge: -1 })],
    ['an age above 21', minor({ minAge: 22 })],
    ['half a year of age', minor({ minAge: 12.5 })],
    ['no visit at all', minor({ maxVisits: 0 })],
    ['an empty condition', minor({ conditions: [' '] })],
    ['an empty exclusion', minor({ exclusions: [''] })],
    ['an area that nobody knows', minor({ domain: 'dentistry' })],
    ['days before the sealing', row('sealing', { days: -1 })],
    ['hours below zero', row('mandatedReporters', { oralHours: -1 })],
    ['hours beyond a year', row('missingFromCare', { policeHours: 8_761 })],
    ['half an hour', row('missingFromCare', { policeHours: 1.5 })],
    ['immunity above 26', row('safeHarbor', { immunityUnder: 27 })],
    ['immunity below zero', row('safeHarbor', { immunityUnder: -1 })],
    ['no day for a release', row('mentalHealthRelease', { maxDays: 0 })],
    [
      'a key beside a profession',
      row('mandatedReporters', { professions: [{ code: 'a', mandated: true, x: 1 }] }),
    ],
  ])('%s', (_, change) => {
    expect(isTaken({ ...FULL, ...change })).toBe(false);
  });
  test.each<[string, object]>([
    ['a majority at 18 and at 21', { ageOfMajority: 21 }],
    ['a version of 40 letters', { version: 'v'.repeat(40) }],
    ['a release of one day, and of none that is set', row('mentalHealthRelease', { maxDays: 1 })],
    ['a release without a limit', row('mentalHealthRelease', { maxDays: null })],
    ['a single visit', minor({ maxVisits: 1 })],
    ['sealing at once', row('sealing', { days: 0 })],
  ])('while %s are', (_, change) => {
    expect(isTaken({ ...FULL, ...change })).toBe(true);
  });
});
