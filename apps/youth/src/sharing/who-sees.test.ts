import { expect, test } from 'vitest';
import { permission } from '../testing/permission.ts';
import { whoSees } from './who-sees.ts';

const sosa = {
  name: 'Elena Sosa',
  title: 'Therapist',
  agency: 'Riverbend Counseling',
  system: 'mental-health',
  post: null,
} as const;
const school = {
  name: 'Alder Unified Schools',
  title: null,
  agency: 'Alder Unified Schools',
  system: 'education',
  post: null,
} as const;

test('two people are two people', () => {
  expect(whoSees([permission(), permission({ recipient: sosa })])).toBe(
    'You share some of your information with 2 people.',
  );
});

test('two permissions for one person are one person', () => {
  expect(whoSees([permission(), permission({ categories: ['edu-record'] })])).toBe(
    'You share some of your information with 1 person.',
  );
});

test('an agency is not counted as a person', () => {
  expect(whoSees([permission(), permission({ recipient: school })])).toBe(
    'You share some of your information with 1 person and 1 agency.',
  );
});

test('nothing shared is fine, and says so', () => {
  expect(whoSees([])).toBe("You're not sharing anything. That's OK.");
});

test('whoever can not see anything yet is not counted', () => {
  const law = [{ kind: 'edu-record' as const, rules: ['F-3' as const], needs: 'adult' as const }];
  expect(whoSees([permission({ categories: [], law })])).toBe("You're not sharing anything. That's OK.");
});
