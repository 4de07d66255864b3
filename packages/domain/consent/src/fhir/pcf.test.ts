import { describe, expect, test } from 'vitest';
import { ACT_CODE, ACTION } from './systems.ts';
import {
  actor,
  concept,
  label,
  labelled,
  observation,
  pcf,
  PCF,
  purpose,
  r5,
  said,
  wrongAt,
} from './worlds.testing.ts';

const TPO = ['TREAT', 'HPAYMT', 'HOPERAT'].map(purpose);
const practitioner = { reference: 'Practitioner/doc' };

describe('the root of a PCF consent has a type and limits it', () => {
  test('it permits within its purposes and is silent elsewhere', () => {
    const consent = pcf({ type: 'permit', purpose: TPO });
    expect(said(consent)).toBe('permit');
    expect(said(consent, { purposeOfUse: ['TREAT', 'HPAYMT'] })).toBe('permit');
    expect(said(consent, { purposeOfUse: ['BTG'] })).toBe('no-consent');
  });

  test('it denies as well', () => {
    expect(said(pcf({ type: 'deny' }))).toBe('deny');
  });

  test('without a type, or without a provision, it is not understood', () => {
    expect(wrongAt({ consents: [pcf({ purpose: TPO })] })).toBe('invalid MISSING Consent.provision.type');
    const { provision: _, ...without } = pcf({});
    expect(wrongAt({ consents: [without] })).toBe('invalid MISSING Consent.provision');
  });
});

describe('nested rules', () => {
  const normal = { type: 'permit', purpose: TPO, securityLabel: [label('N')] };

  test('normal data only', () => {
    expect(said(pcf(normal), { content: labelled('N') })).toBe('permit');
    expect(said(pcf(normal), { content: labelled('R') })).toBe('deny');
  });

  test('normal but not restricted: a denial of R leaves what is below it open', () => {
    const consent = pcf({ ...normal, provision: [{ type: 'deny', securityLabel: [label('R')] }] });
    expect(said(consent, { content: labelled('N') })).toBe('permit');
    expect(said(consent, { content: labelled('R') })).toBe('deny');
    expect(said(consent, { content: labelled('V') })).toBe('deny');
  });

  test('a nested permission widens what the root limited, for whom it names and within the root’s purposes', () => {
    const consent = pcf({
      ...normal,
      provision: [{ type: 'permit', securityLabel: [label('R')], actor: [actor('Practitioner/doc')] }],
    });
    expect(said(consent, { content: labelled('R'), actor: practitioner })).toBe('permit');
    expect(said(consent, { content: labelled('R') })).toBe('deny');
    expect(said(consent, { content: labelled('N') })).toBe('permit');
    expect(said(consent, { content: labelled('R'), actor: practitioner, purposeOfUse: ['HMARKT'] })).not.toBe(
      'permit',
    );
  });

  test('a denial with an exception for breaking the glass', () => {
    const consent = pcf({ type: 'deny', provision: [{ type: 'permit', purpose: [purpose('BTG')] }] });
    expect(said(consent)).toBe('deny');
    expect(said(consent, { purposeOfUse: ['BTG'] })).toBe('permit');
    expect(said(consent, { purposeOfUse: ['BTG', 'TREAT'] })).toBe('deny');
  });

  test('related data is also what refers to the encounter', () => {
    const data = [{ meaning: 'related', reference: { reference: 'Encounter/e' } }];
    const consent = pcf({ type: 'permit', purpose: TPO, provision: [{ type: 'deny', data }] });
    expect(said(consent, { content: observation({ encounter: { reference: 'Encounter/e' } }) })).toBe('deny');
  });
});

test.each([
  [
    'a third level',
    { provision: [{ type: 'deny', provision: [{ type: 'permit' }] }] },
    'provision[0].provision',
  ],
  ['an action', { action: [concept(ACTION, 'access')] }, 'action'],
  [
    'a nested code',
    { provision: [{ type: 'deny', code: [concept('http://loinc.org', '1-8')] }] },
    'provision[0].code',
  ],
])('PCF has no %s', (_, change, element) => {
  expect(wrongAt({ consents: [pcf({ type: 'permit', ...change })] })).toBe(
    `invalid NOT_ALLOWED_HERE Consent.provision.${element}`,
  );
});

test('PCF does not use policyRule, and is of R4', () => {
  const policyRule = concept(ACT_CODE, 'OPTIN');
  expect(wrongAt({ consents: [pcf({ type: 'permit' }, { policyRule })] })).toBe(
    'invalid NOT_ALLOWED_HERE Consent.policyRule',
  );
  expect(wrongAt({ consents: [r5('permit', undefined, { meta: { profile: [PCF] } })] })).toContain(
    'invalid MIXED_VERSIONS Consent.',
  );
});

test('a version of the profile is the profile', () => {
  expect(said(pcf({ type: 'permit' }, { meta: { profile: [`${PCF}|1.1.0`] } }))).toBe('permit');
});
