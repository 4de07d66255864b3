import { expect, test } from 'vitest';
import { LOINC } from './systems.ts';
import { actor, coding, label, labelled, observation, purpose, r5, said, wrongAt } from './worlds.testing.ts';

test('the base of an R5 consent is its decision', () => {
  expect(said(r5('permit'))).toBe('permit');
  expect(said(r5('deny'))).toBe('deny');
});

test('each level turns around what the level above it says', () => {
  const nested = (decision: 'permit' | 'deny') =>
    r5(decision, [{ purpose: [purpose('TREAT')], provision: [{ actor: [actor('Organization/clinic')] }] }]);
  const other = { actor: { reference: 'Organization/other' } };
  expect(said(nested('deny'), other)).toBe('permit');
  expect(said(nested('deny'))).toBe('deny');
  expect(said(nested('permit'), other)).toBe('deny');
  expect(said(nested('permit'))).toBe('permit');
  expect(said(nested('deny'), { purposeOfUse: ['HPAYMT'] })).toBe('deny');
});

test('without a decision the base is not known', () => {
  const { decision: _, ...without } = r5('permit');
  expect(wrongAt({ consents: [without] })).toBe('invalid MISSING Consent.decision');
});

test('its rules have no type', () => {
  expect(wrongAt({ consents: [r5('permit', [{ type: 'deny' }])] })).toBe(
    'invalid UNKNOWN_ELEMENT Consent.provision[0].type',
  );
});

test('an expression is not evaluated, and so not understood', () => {
  const expression = { language: 'text/fhirpath', expression: 'true' };
  expect(wrongAt({ consents: [r5('permit', [{ expression }])] })).toBe(
    'invalid EXPRESSION Consent.provision[0].expression',
  );
});

test('its own period is that of the whole consent', () => {
  expect(said(r5('permit', undefined, { period: { end: '2026-05-02' } }))).toBe('no-consent');
  expect(said(r5('permit', undefined, { period: { end: '2026-05-03' } }))).toBe('permit');
});

test('resourceType is a type of resource, and documentType another thing that must hold too', () => {
  const ofType = (code: string) =>
    r5('deny', [{ resourceType: [coding('http://hl7.org/fhir/fhir-types', code)] }]);
  expect(said(ofType('Observation'), { content: observation() })).toBe('permit');
  expect(said(ofType('Condition'), { content: observation() })).toBe('deny');
  const both = r5('deny', [
    {
      resourceType: [coding('http://hl7.org/fhir/fhir-types', 'Observation')],
      documentType: [coding(LOINC, '34133-9')],
    },
  ]);
  expect(said(both, { content: observation() })).toBe('deny');
});

test('an actor without a reference is whoever has the role, which the request does not tell', () => {
  const [role] = [actor('x').role];
  expect(said(r5('permit', [{ actor: [{ role }] }]))).toBe('deny');
  expect(said(r5('deny', [{ actor: [{ role }] }]))).toBe('deny');
});

test('labels are read as in R4', () => {
  const consent = r5('permit', [{ securityLabel: [label('HIV')] }]);
  expect(said(consent, { content: labelled('R', 'HIV') })).toBe('deny');
  expect(said(consent, { content: labelled('N') })).toBe('permit');
});

test.each(['draft', 'inactive', 'not-done', 'unknown', 'entered-in-error'])(
  'one that is %s is as if it were not there',
  (status) => {
    expect(said(r5('permit', undefined, { status }))).toBe('no-consent');
    expect(said([r5('permit'), r5('deny', undefined, { status })])).toBe('permit');
  },
);
