import { Category, QUIET_MASK, maskOf, SHAREABLE } from '@accord/consent';
import { SERVICE_FAMILIES } from '@accord/cases';
import { expect, test } from 'vitest';
import { DOMAINS, ENTRIES, findEntry, GRAVITY, NEEDS } from '../index.ts';

/** The policy brief's own list, as `features.md` has it. */
const CONSEQUENCES = [
  'sexual injuries',
  'physical injuries',
  'emotional injuries',
  'traumatic stress',
  'depression',
  'anxiety',
  'substance use',
  'pregnancy',
  'STIs',
  'malnutrition',
  'suicide and self-injury',
  'incarceration',
  'isolation',
  'drop-out',
  'unemployment',
  're-victimisation',
];
const FUNCTIONING = ['dysregulation', 'attachment', 'attention, learning and planning', 'self-concept'];

test.each([...CONSEQUENCES, ...FUNCTIONING])('the brief’s “%s” has an entry, and one alone', (named) => {
  const [entry, ...more] = NEEDS.filter(({ brief }) => brief.includes(named));
  expect(more).toEqual([]);
  expect(entry?.families.length).toBeGreaterThan(0);
  expect(entry?.outcome.en).toMatch(/\.$/);
  expect(Category.safeParse(entry?.category).success).toBe(true);
});

test('no entry says that it answers something that the brief does not name', () => {
  const named = new Set([...CONSEQUENCES, ...FUNCTIONING]);
  expect(NEEDS.flatMap(({ brief }) => brief).filter((each) => !named.has(each))).toEqual([]);
});

test('every Gravity category has an entry', () => {
  const over = new Set(ENTRIES.map((entry) => entry.over));
  expect(GRAVITY.filter((code) => !over.has(code))).toEqual([]);
});

test('every family of services answers something, and every domain has needs and strengths', () => {
  const families = new Set(NEEDS.flatMap((entry) => entry.families));
  expect([...families].toSorted()).toEqual([...SERVICE_FAMILIES].toSorted());
  for (const of of [NEEDS, ENTRIES.filter(({ kind }) => kind === 'strength')]) {
    expect(DOMAINS.filter((domain) => !of.some((entry) => entry.domain === domain))).toEqual([]);
  }
});

test('an id stands for one entry', () => {
  const ids = ENTRIES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(findEntry('work')?.category).toBe('case-plan');
  expect(findEntry('nothing-of-ours')).toBeUndefined();
});

test('a permission can name the kind of every entry', () => {
  const kinds = ENTRIES.map(({ category }) => category);
  expect(kinds.filter((kind) => !SHAREABLE.includes(kind))).toEqual([]);
});

test('what tells of immigration, of harm, of sex or of drugs leaves no stub for whoever may not see it', () => {
  const quiet = NEEDS.filter(({ category }) => (maskOf([category]) & QUIET_MASK) !== 0n).map(({ id }) => id);
  expect(quiet).toEqual(
    expect.arrayContaining([
      'safe-from-someone',
      'papers-to-stay',
      'sexual-health',
      'pregnancy',
      'substance-use',
      'their-own-child',
      'who-they-are',
    ]),
  );
});

test('a fear leaves no stub, and fear of being sent away is immigration and nothing else', () => {
  const fears = ENTRIES.filter(({ kind }) => kind === 'fear');
  expect(fears.map(({ id }) => id)).toEqual(['arrest', 'deportation', 'going-home', 'loved-ones']);
  expect(fears.filter(({ category }) => (maskOf([category]) & QUIET_MASK) === 0n)).toEqual([]);
  expect(findEntry('deportation')?.category).toBe('immigration');
});

test('whom they look after has an entry each; their own child and a debt leave no stub', () => {
  const obligations = ENTRIES.filter(({ kind }) => kind === 'obligation');
  expect(obligations.map(({ id }) => id)).toEqual(['own-child', 'sibling', 'pet', 'debt']);
  const quiet = obligations.filter(({ category }) => (maskOf([category]) & QUIET_MASK) !== 0n);
  expect(quiet.map(({ id }) => id)).toEqual(['own-child', 'debt']);
});
