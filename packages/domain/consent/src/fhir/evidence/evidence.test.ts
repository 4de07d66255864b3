import { CaseId, GrantId, newId, StaffId } from '@accord/kernel';
import { describe, expect, test } from 'vitest';
import { consentR4Of } from '../export/consent-r4.ts';
import { KINDS, PURPOSES_HERE } from '../systems.ts';
import { AT, actor, coding, type Json, label, optOut, purpose, r4, r5 } from '../worlds.testing.ts';
import { readEvidence } from './evidence.ts';

const read = (consent: Json | object) => readEvidence(JSON.stringify(consent), Date.parse(AT));
const permit = (rule: Json) => optOut({ provision: [{ type: 'permit', ...rule }] });
/** Why it is not taken, and at which element. */
function wrong(file: string): string {
  try {
    readEvidence(file, Date.parse(AT));
    return 'taken';
  } catch (error) {
    const { code, element } = error as { code: string; element: string };
    return `${code} ${element}`;
  }
}

describe('what a permission can say of it', () => {
  test('its kinds, ours or by their HL7 label, its one purpose, the day of its signature and its last whole day', () => {
    expect(
      read(
        permit({
          securityLabel: [coding(KINDS, 'case-plan'), label('HIV')],
          purpose: [purpose('TREAT')],
          period: { end: '2026-08-31' },
        }),
      ),
    ).toEqual({
      signedOn: '2026-01-01',
      kinds: ['case-plan', 'health-hiv'],
      purpose: 'treatment',
      endsOn: '2026-08-31',
      beyond: [],
    });
  });

  test('one of ours that was exported comes back as it was, but for its recipient, whom a worker names', () => {
    const exported = consentR4Of({
      grantId: newId(GrantId),
      caseId: newId(CaseId),
      state: 'active',
      discloser: 'urn:agency',
      recipient: { kind: 'staff', staffId: newId(StaffId) },
      purpose: 'care-plan-coordination',
      kinds: ['case-plan', 'appointments'],
      signedAt: '2026-05-01T12:00:00.000Z',
      from: '2026-05-01T12:00:00.000Z',
      to: '2026-06-02T00:00:00.000Z',
      policies: [],
    });
    expect(read(exported)).toEqual({
      signedOn: '2026-05-01',
      kinds: ['case-plan', 'appointments'],
      purpose: 'care-plan-coordination',
      endsOn: '2026-06-01',
      beyond: ['Consent.provision', 'Consent.provision.provision[0]'],
    });
  });

  test('one that opts in to everything names no kinds: none is proposed', () => {
    expect(read(r4({}))).toMatchObject({ kinds: [], purpose: null, endsOn: null, beyond: [] });
  });

  test('what it forbids anywhere is not proposed, and what no permission can open neither', () => {
    const labels = ['case-plan', 'health-hiv', 'mh-psychotherapy-notes'].map((code) => coding(KINDS, code));
    const consent = r4({
      securityLabel: labels,
      provision: [
        { type: 'deny', securityLabel: [coding(KINDS, 'health-hiv')], actor: [actor('Practitioner/x')] },
      ],
    });
    expect(read(consent).kinds).toEqual(['case-plan']);
  });

  test('two purposes propose none, and neither does one that is none of ours', () => {
    expect(read(permit({ purpose: [purpose('TREAT'), purpose('COC')] })).purpose).toBeNull();
    expect(read(permit({ purpose: [purpose('HRESCH')] })).purpose).toBeNull();
    expect(read(permit({ purpose: [coding(PURPOSES_HERE, 'treatment'), purpose('TREAT')] })).purpose).toBe(
      'treatment',
    );
  });
});

describe('what a permission cannot say is named, by its place alone', () => {
  test.each<[string, Json]>([
    ['who', { actor: [actor('Practitioner/x')] }],
    ['data of a time', { dataPeriod: { start: '2026-01-01' } }],
    ['a type of document', { class: [coding('http://hl7.org/fhir/resource-types', 'Observation')] }],
    ['one document', { data: [{ meaning: 'instance', reference: { reference: 'Observation/1' } }] }],
    ['a label that is none of a kind', { securityLabel: [label('R')] }],
    [
      'to correct, not to read',
      { action: [{ coding: [coding('http://terminology.hl7.org/CodeSystem/consentaction', 'correct')] }] },
    ],
  ])('%s', (_, rule) => {
    expect(read(permit(rule)).beyond).toContain('Consent.provision.provision[0]');
  });
});

/** As deep as 64 KB can nest lists. */
function tooDeep(): string {
  const nested = '['.repeat(30_000) + ']'.repeat(30_000);
  return JSON.stringify(r4({}, { provision: 'here' })).replace('"here"', nested);
}

describe('what is no evidence', () => {
  test.each<[string, string, string]>([
    ['no JSON', '{', 'BAD_JSON Consent'],
    ['a list', '[]', 'MISSING Consent.patient'],
    [
      'another resource',
      '{"resourceType":"Patient","patient":{"reference":"Patient/p"}}',
      'BAD_VALUE consents[0].resourceType',
    ],
    ['R5', JSON.stringify(r5('permit')), 'MIXED_VERSIONS Consent.subject'],
    ['nobody’s', JSON.stringify(r4({}, { patient: undefined })), 'MISSING Consent.patient'],
    ['not in force', JSON.stringify(r4({}, { status: 'inactive' })), 'NOT_ACTIVE Consent'],
    ['over', JSON.stringify(r4({ period: { end: '2026-05-02' } })), 'OUTSIDE_PERIOD Consent'],
    [
      'about treatment itself',
      JSON.stringify(
        r4(
          {},
          { scope: { coding: [coding('http://terminology.hl7.org/CodeSystem/consentscope', 'treatment')] } },
        ),
      ),
      'OTHER_SCOPE Consent',
    ],
    [
      'with what nobody here knows',
      JSON.stringify(r4({}, { shareWithAll: true })),
      'UNKNOWN_ELEMENT Consent.shareWithAll',
    ],
    [
      'with what changes its meaning',
      JSON.stringify(r4({}, { modifierExtension: [{ url: 'u' }] })),
      'UNKNOWN_ELEMENT Consent.modifierExtension',
    ],
    ['too deep to be read in', tooDeep(), 'FAILURE Consent'],
  ])('%s', (_, file, expected) => {
    expect(wrong(file)).toBe(expected);
  });
});
