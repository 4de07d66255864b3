import { expect, test } from 'vitest';
import { maskOf } from './categories.ts';
import { consultedOf, ConsultInput, type OpenPermission, purposesAsked } from './standards.ts';

const plan: OpenPermission = { grantId: 'a', purpose: 'care-plan-coordination', see: maskOf(['case-plan']) };
const health: OpenPermission = {
  grantId: 'b',
  purpose: 'care-plan-coordination',
  see: maskOf(['health-general']),
};
const said = (...asked: Parameters<typeof consultedOf>) => consultedOf(...asked).cards[0]?.extension;

test('nothing in force for them is no consent, and nothing of it is permitted', () => {
  expect(said([], ['treatment'], ['case-plan'])).toEqual({
    decision: 'NO_CONSENT',
    obligations: [],
    basedOn: [],
  });
});

test('one permission covers all kinds by itself; halves of two are not put together', () => {
  const both = ['case-plan', 'health-general'] as const;
  expect(said([plan, health], ['care-plan-coordination'], both)?.decision).toBe('CONSENT_DENY');
  expect(said([plan, health], ['care-plan-coordination'], ['case-plan'])).toEqual({
    decision: 'CONSENT_PERMIT',
    obligations: [],
    basedOn: ['Consent/a'],
  });
});

test('every purpose has to be allowed', () => {
  expect(said([plan], ['care-plan-coordination', 'investigation'], ['case-plan'])?.decision).toBe(
    'CONSENT_DENY',
  );
});

test('without kinds, all but what is open is to be taken out', () => {
  expect(said([plan, health], ['care-plan-coordination'], null)?.obligations).toEqual([
    {
      id: 'REDACT',
      parameters: {
        exceptAnyOfCodes: [
          { system: 'urn:accord:cs:category', code: 'case-plan' },
          { system: 'urn:accord:cs:category', code: 'health-general' },
        ],
      },
    },
  ]);
});

test.each(['BTG', 'ETREAT', 'HOPERAT', 'HPAYMT', 'CAREMGT', 'HMARKT', 'MLTRAINING', 'nonsense'])(
  '%s is none of our purposes, and permits nothing',
  (code) => {
    const asked = purposesAsked([{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code }]);
    expect(asked).toBeNull();
    expect(said([plan], asked, ['case-plan'])?.decision).toBe('CONSENT_DENY');
  },
);

test('a request brings no consents, no prefetch and no switches: an unknown field is named', () => {
  const good = {
    hook: 'patient-consent-consult',
    hookInstance: '01970000-0000-7000-8000-000000000001',
    context: {
      patientId: [{ system: 'urn:accord:case', value: '01970000-0000-7000-8000-000000000002' }],
      actor: [{ system: 'urn:accord:staff', value: '01970000-0000-7000-8000-000000000003' }],
      purposeOfUse: [{ system: 'urn:accord:cs:purpose', code: 'treatment' }],
    },
  };
  expect(ConsultInput.safeParse(good).success).toBe(true);
  for (const more of [{ prefetch: {} }, { fhirServer: 'x' }, { threshold: 0 }, { ledger: false }])
    expect(ConsultInput.safeParse({ ...good, ...more }).success).toBe(false);
  for (const more of [{ consent: [] }, { consents: [] }, { at: '2020-01-01T00:00:00Z' }, { class: [] }])
    expect(ConsultInput.safeParse({ ...good, context: { ...good.context, ...more } }).success).toBe(false);
});
