import { describe, expect, test } from 'vitest';
import { decideFhir } from './decide.ts';
import { decideLegal } from './legal/decide.ts';
import { changed, places } from './spoil.testing.ts';
import { ACT_REASON, ACTION, LOINC, RESOURCE_TYPES, SCOPE } from './systems.ts';
import {
  actor,
  ask,
  coding,
  concept,
  type Json,
  label,
  line,
  observation,
  optOut,
  pcf,
  purpose,
  r4,
  r5,
  said,
  wrongAt,
} from './worlds.testing.ts';

const wrong = (provision: Json, change: Json = {}) => wrongAt({ consents: [r4(provision, change)] });
const nested = (rule: Json) => wrong({ provision: [{ type: 'deny', ...rule }] });

describe('two versions in one consent', () => {
  test.each([
    ['R4 with a decision', r4({}, { decision: 'permit' }), 'Consent.decision'],
    ['R4 with a subject', r4({}, { subject: { reference: 'Patient/p' } }), 'Consent.subject'],
    ['R5 with a policyRule', r5('permit', [], { policyRule: concept(ACT_REASON, 'x') }), 'Consent.subject'],
    ['R4 with a list of provisions', r4(null, { provision: [{}] }), 'Consent.provision'],
    ['R5 with one provision', r5('permit', undefined, { provision: {} }), 'Consent.provision'],
  ])('%s', (_, consent, element) => {
    expect(wrongAt({ consents: [consent] })).toBe(`invalid MIXED_VERSIONS ${element}`);
  });

  test('one consent of each is no mixture', () => {
    expect(said([r4(), r5('permit')])).toBe('permit');
  });
});

describe('what is not understood is named', () => {
  const data = (meaning: unknown) => [{ meaning, reference: { reference: 'Observation/o' } }];
  test.each([
    ['a meaning of data', { data: data('cousins') }, 'BAD_VALUE', 'data[0].meaning'],
    ['data without a meaning', { data: data(undefined) }, 'MISSING', 'data[0].meaning'],
    ['a modifier', { modifierExtension: [{ url: 'x' }] }, 'UNKNOWN_ELEMENT', 'modifierExtension'],
    ['an element', { audience: 'all' }, 'UNKNOWN_ELEMENT', 'audience'],
    ['an element of R5', { resourceType: [] }, 'UNKNOWN_ELEMENT', 'resourceType'],
    ['a purpose', { purpose: [purpose('FUN')] }, 'UNKNOWN_CODE', 'purpose[0].code'],
    ['no purposes', { purpose: [] }, 'BAD_VALUE', 'purpose'],
    [
      'a purpose’s system',
      { purpose: [coding('http://example.org/p', 'TREAT')] },
      'UNKNOWN_SYSTEM',
      'purpose[0].system',
    ],
    ['a purpose without a system', { purpose: [{ code: 'TREAT' }] }, 'MISSING', 'purpose[0].system'],
    [
      'a code in a value set',
      {
        securityLabel: [coding('http://terminology.hl7.org/ValueSet/v3-InformationSensitivityPolicy', 'HIV')],
      },
      'CODE_IN_VALUE_SET',
      'securityLabel[0].system',
    ],
    ['a label', { securityLabel: [label('FOO')] }, 'UNKNOWN_CODE', 'securityLabel[0].code'],
    [
      'an old system that nobody listed',
      { securityLabel: [coding('http://hl7.org/fhir/v3/Something', 'R')] },
      'UNKNOWN_SYSTEM',
      'securityLabel[0].system',
    ],
    [
      'an actor without a role',
      { actor: [{ reference: { reference: 'Organization/x' } }] },
      'MISSING',
      'actor[0].role',
    ],
    ['an actor without a reference', { actor: [{ role: actor('x').role }] }, 'MISSING', 'actor[0].reference'],
    ['an action', { action: [concept(ACTION, 'burn')] }, 'UNKNOWN_CODE', 'action[0].coding[0].code'],
    ['an action in words', { action: [{ text: 'read' }] }, 'MISSING', 'action[0].coding'],
    ['a day', { period: { end: '2026-02-30' } }, 'BAD_VALUE', 'period.end'],
    ['a time without a zone', { period: { end: '2026-02-03T10:00:00' } }, 'BAD_VALUE', 'period.end'],
    [
      'a period that ends first',
      { dataPeriod: { start: '2026-03', end: '2026-02' } },
      'BAD_VALUE',
      'dataPeriod.end',
    ],
    ['a type', { type: 'maybe' }, 'BAD_VALUE', 'type'],
  ])('%s', (_, rule, code, element) => {
    expect(nested(rule)).toBe(`invalid ${code} Consent.provision.provision[0].${element}`);
  });

  test.each([
    ['a modifier', { modifierExtension: [{ url: 'x' }] }, 'UNKNOWN_ELEMENT Consent.modifierExtension'],
    ['rules of its own', { implicitRules: 'http://example.org' }, 'UNKNOWN_ELEMENT Consent.implicitRules'],
    ['a status', { status: 'paused' }, 'UNKNOWN_CODE Consent.status'],
    ['no status', { status: undefined }, 'MISSING Consent.status'],
    ['no scope', { scope: undefined }, 'MISSING Consent.scope'],
    ['a scope', { scope: concept(SCOPE, 'other') }, 'UNKNOWN_CODE Consent.scope.coding[0].code'],
    ['no category', { category: undefined }, 'MISSING Consent.category'],
    ['no patient', { patient: undefined }, 'MISSING Consent.patient'],
    [
      'a category in a value set',
      { category: [concept('http://x/ValueSet/c', 'y')] },
      'CODE_IN_VALUE_SET Consent.category[0].coding[0].system',
    ],
    ['a date', { dateTime: 'yesterday' }, 'BAD_VALUE Consent.dateTime'],
  ])('%s of the consent', (_, change, problem) => {
    const consent = Object.fromEntries(
      Object.entries(r4({}, change)).filter(([, value]) => value !== undefined),
    );
    expect(wrongAt({ consents: [consent] })).toBe(`invalid ${problem}`);
  });

  test.each([
    [{ at: undefined }, 'MISSING at'],
    [{ at: '2026-05-03' }, 'BAD_VALUE at'],
    [{ at: 'now' }, 'BAD_VALUE at'],
    [{ consents: undefined }, 'MISSING consents'],
    [{ consents: [{ resourceType: 'Patient' }] }, 'BAD_VALUE consents[0].resourceType'],
    [{ resources: [{}] }, 'BAD_VALUE resources[0].resourceType'],
    [{ request: undefined }, 'MISSING request'],
  ])('a line with %o', (change, problem) => {
    const { decision, reasons } = decideFhir(
      JSON.parse(JSON.stringify({ ...line({ consents: [] }), ...change })),
    );
    expect(`${decision} ${reasons[0]?.code} ${reasons[0]?.element}`).toBe(`invalid ${problem}`);
  });

  test.each([
    [{ patient: undefined }, 'MISSING request.patient'],
    [{ actor: {} }, 'BAD_VALUE request.actor'],
    [{ purposeOfUse: ['TREAT', 'FUN'] }, 'UNKNOWN_CODE request.purposeOfUse[1]'],
    [{ purposeOfUse: undefined }, 'MISSING request.purposeOfUse'],
    [{ colour: 'red' }, 'UNKNOWN_ELEMENT request.colour'],
    [{ content: 'x' }, 'BAD_VALUE request.content'],
    [
      { content: observation({ meta: { security: [coding('http://x', 'y')] } }) },
      'UNKNOWN_SYSTEM request.content.meta.security[0].system',
    ],
    [
      { content: observation({ modifierExtension: [] }) },
      'UNKNOWN_ELEMENT request.content.modifierExtension',
    ],
    [{ class: [{ code: 'x' }] }, 'MISSING request.class[0].system'],
  ])('a request with %o', (request, problem) => {
    expect(wrongAt({ consents: [], request })).toBe(`invalid ${problem}`);
  });

  test.each([null, 3, 'x', [], [[]]])('a line that is %o', (written) => {
    expect(decideFhir(written).decision).toBe('invalid');
  });
});

describe('what may be passed over', () => {
  test('extensions that do not modify, and the twins of primitives', () => {
    const extension = [{ url: 'http://example.org/note', valueString: 'x' }];
    expect(said(r4({ extension }, { extension, _status: { extension } }))).toBe('permit');
  });

  test('a mistake in a consent that does not count', () => {
    const other = { patient: { reference: 'Patient/other' } };
    expect(said([r4(), r4({ audience: 1 }, { status: 'inactive' })])).toBe('permit');
    expect(said([r4(), r4({ audience: 1 }, other)])).toBe('permit');
    expect(said([r4(), r4({ audience: 1 })])).toBe('invalid');
  });

  test('older names of the code systems', () => {
    const consent = optOut({
      provision: [{ type: 'permit', purpose: [coding('http://hl7.org/fhir/v3/ActReason', 'TREAT')] }],
    });
    expect(said(consent)).toBe('permit');
  });
});

test('a category with a wrong check digit is remarked on, and means the right one', () => {
  const consent = r4({}, { category: [concept(LOINC, '59284-6')] });
  const asked = ask({ consents: [consent], request: { category: [coding(LOINC, '59284-0')] } });
  expect(asked.decision).toBe('permit');
  expect(asked.reasons.map(({ code }) => code)).toEqual(['PERMITTED', 'BAD_CHECK_DIGIT']);
});

describe('whatever is spoilt, there is an answer and no failure', () => {
  const rule = {
    type: 'permit',
    period: { start: '2026' },
    actor: [actor('PractitionerRole/role')],
    action: [concept(ACTION, 'access')],
    securityLabel: [label('N')],
    purpose: [purpose('TREAT')],
    class: [coding(RESOURCE_TYPES, 'Observation')],
    code: [concept(LOINC, '8480-6')],
    dataPeriod: { start: '2026' },
    data: [{ meaning: 'related', reference: { reference: 'Encounter/e' } }],
  };
  const rich = line({
    consents: [optOut({ provision: [rule] }), r5('deny', [{ purpose: rule.purpose }]), pcf(rule)],
    resources: [
      {
        resourceType: 'PractitionerRole',
        id: 'role',
        period: { start: '2026' },
        practitioner: { reference: 'Practitioner/doc' },
        organization: { reference: 'Organization/clinic' },
      },
      {
        resourceType: 'CareTeam',
        id: 't',
        status: 'active',
        participant: [{ member: { reference: 'x/y' } }],
      },
      { resourceType: 'Encounter', id: 'e', result: [{ reference: 'Observation/o1' }] },
    ],
    request: { actor: { reference: 'Practitioner/doc' }, content: observation() },
  });

  test.each([undefined, null, 7, '', 'x', [], [null], {}, { odd: true }])('by %o', (value) => {
    for (const path of places(rich)) {
      const { reasons, obligations } = decideLegal(changed(rich, path, (at, key) => (at[key] = value)));
      expect([path, reasons[0]?.code]).not.toEqual([path, 'FAILURE']);
      expect(obligations).toBeDefined();
    }
  });
});
