import { describe, expect, test } from 'vitest';
import { ACT_CODE } from './systems.ts';
import { actor, concept, label, labelled, optOut, purpose, r4, said, wrongAt } from './worlds.testing.ts';

describe('the base of an R4 consent is its policyRule', () => {
  test.each([
    ['OPTIN', 'permit'],
    ['OPTINR', 'permit'],
    ['OPTOUT', 'deny'],
    ['OPTOUTE', 'deny'],
  ])('%s: %s', (code, decision) => {
    expect(said(r4(null, { policyRule: concept(ACT_CODE, code) }))).toBe(decision);
    expect(said(r4({}, { policyRule: concept(ACT_CODE, code) }))).toBe(decision);
  });

  test.each(['NOPP', 'IMPLIED', 'EMRGONLY'])('%s names no base that is known here', (code) => {
    expect(wrongAt({ consents: [r4({}, { policyRule: concept(ACT_CODE, code) })] })).toBe(
      'invalid BASE_NOT_KNOWN Consent.policyRule',
    );
  });

  test('without one, or with two that differ, nothing is known', () => {
    const { policyRule: _, ...without } = r4();
    expect(wrongAt({ consents: [without] })).toBe('invalid BASE_NOT_KNOWN Consent.policyRule');
    const both = { coding: ['OPTIN', 'OPTOUT'].map((code) => ({ system: ACT_CODE, code })) };
    expect(wrongAt({ consents: [r4({}, { policyRule: both })] })).toBe(
      'invalid BASE_NOT_KNOWN Consent.policyRule',
    );
  });
});

test('the type of a root rule is not permitted in R4, whatever it says', () => {
  for (const type of ['permit', 'deny']) {
    expect(wrongAt({ consents: [r4({ type })] })).toBe('invalid NOT_ALLOWED_HERE Consent.provision.type');
  }
});

test('a nested rule without a type is not understood', () => {
  expect(wrongAt({ consents: [r4({ provision: [{ purpose: [purpose('HMARKT')] }] })] })).toBe(
    'invalid MISSING Consent.provision.provision[0].type',
  );
});

test('the type of a nested rule is read, and never taken for the other side of the base', () => {
  // Who flips the base instead would close the first and open the second.
  expect(said(r4({ provision: [{ type: 'permit', purpose: [purpose('TREAT')] }] }))).toBe('permit');
  expect(said(optOut({ provision: [{ type: 'deny', purpose: [purpose('TREAT')] }] }))).toBe('deny');
});

describe('exceptions', () => {
  test('a nested rule beats the base where it applies, and nowhere else', () => {
    const consent = optOut({
      provision: [{ type: 'permit', actor: [actor('Organization/clinic')], purpose: [purpose('TREAT')] }],
    });
    expect(said(consent)).toBe('permit');
    expect(said(consent, { actor: { reference: 'Organization/other' } })).toBe('deny');
    expect(said(consent, { purposeOfUse: ['HPAYMT'] })).toBe('deny');
  });

  test('a third level beats the second', () => {
    const consent = r4({
      provision: [
        {
          type: 'deny',
          securityLabel: [label('HIV')],
          provision: [{ type: 'permit', actor: [actor('Organization/clinic')] }],
        },
      ],
    });
    expect(said(consent, { content: labelled('R', 'HIV') })).toBe('permit');
    expect(said(consent, { content: labelled('R', 'HIV'), actor: { reference: 'Organization/other' } })).toBe(
      'deny',
    );
  });

  test('an exception opens what is around it, and not what stands beside it', () => {
    const consent = r4({
      provision: [
        { type: 'deny', securityLabel: [label('SUD')] },
        {
          type: 'deny',
          actor: [actor('Organization/clinic')],
          provision: [{ type: 'permit', purpose: [purpose('TREAT')] }],
        },
      ],
    });
    expect(said(consent, { content: labelled('R', 'SUD') })).toBe('deny');
    expect(said(consent, { content: labelled('N') })).toBe('permit');
  });

  test('of two rules side by side the denial wins, in either order', () => {
    const rules = [
      { type: 'permit', purpose: [purpose('TREAT')] },
      { type: 'deny', actor: [actor('Organization/clinic')] },
    ];
    expect(said(optOut({ provision: rules }))).toBe('deny');
    expect(said(optOut({ provision: rules.toReversed() }))).toBe('deny');
  });

  test('an exception holds only where what is around it holds', () => {
    const consent = optOut({
      purpose: [purpose('TREAT')],
      provision: [{ type: 'permit', actor: [actor('Organization/clinic')] }],
    });
    expect(said(consent)).toBe('permit');
    expect(said(consent, { purposeOfUse: ['HPAYMT'] })).toBe('no-consent');
  });
});

test('the root says where the base holds: outside, the consent is silent', () => {
  const consent = r4({ actor: [actor('Organization/clinic')], purpose: [purpose('TREAT')] });
  expect(said(consent)).toBe('permit');
  expect(said(consent, { actor: { reference: 'Organization/stranger' } })).toBe('no-consent');
  expect(said(consent, { purposeOfUse: ['HMARKT'] })).toBe('no-consent');
});

test('what speaks of the recipient and the purpose and does not cover the data is a denial', () => {
  const consent = r4({ securityLabel: [label('N')] });
  expect(said(consent, { content: labelled('N') })).toBe('permit');
  expect(said(consent, { content: labelled('R') })).toBe('deny');
});
