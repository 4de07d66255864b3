import { describe, expect, test } from 'vitest';
import { actor, type Json, optOut, r4, said } from './worlds.testing.ts';

const identified = (resourceType: string, id: string, change: Json = {}): Json => ({
  resourceType,
  id,
  identifier: [{ system: 'http://ids.example/npi', value: id }],
  ...change,
});
const npi = (value: string) => ({ system: 'http://ids.example/npi', value });
const ref = (reference: string) => ({ reference });

const clinic = identified('Organization', 'clinic');
const lab = identified('Organization', 'lab');
const doc = identified('Practitioner', 'doc');
const role = identified('PractitionerRole', 'role', {
  practitioner: ref('Practitioner/doc'),
  organization: ref('Organization/clinic'),
});

/** permits and denies: what a rule for `named` does to a request of `who`. */
function rule(named: Json | string, who: unknown, resources: Json[] = []) {
  const actors = [typeof named === 'string' ? actor(named) : { ...actor('x'), reference: named }];
  const more = resources.length > 0 ? { resources } : {};
  const permits = said(optOut({ provision: [{ type: 'permit', actor: actors }] }), { actor: who }, more);
  const denies = said(r4({ provision: [{ type: 'deny', actor: actors }] }), { actor: who }, more);
  return `${permits === 'permit' ? 'opens' : '-'} ${denies === 'deny' ? 'closes' : '-'}`;
}
const YES = 'opens closes';
const NO = '- -';
/** Dropped from a permission; a denial is for everyone. */
const UNKNOWN = '- closes';

describe('the same one', () => {
  test.each<[string, Json | string, unknown, Json[]]>([
    ['by the same reference', 'Organization/clinic', ref('Organization/clinic'), []],
    ['by a reference as text', 'Organization/clinic', 'Organization/clinic', []],
    ['by a version of it', 'Organization/clinic', 'Organization/clinic/_history/2', []],
    ['by an identifier', { identifier: npi('clinic') }, [npi('clinic')], []],
    ['by the identifier of what the reference leads to', 'Organization/clinic', npi('clinic'), [clinic]],
    ['by one of several names', 'Organization/clinic', [npi('9'), npi('clinic')], [clinic]],
    [
      'by a reference where the rule has an identifier',
      { identifier: npi('clinic') },
      'Organization/clinic',
      [clinic],
    ],
    [
      'by a FHIR reference with an identifier',
      'Organization/clinic',
      { identifier: npi('clinic') },
      [clinic],
    ],
  ])('%s', (_, named, who, resources) => {
    expect(rule(named, who, resources)).toBe(YES);
  });

  test('one that stands inside the consent', () => {
    const consent = optOut(
      { provision: [{ type: 'permit', actor: [actor('#org')] }] },
      { contained: [{ ...clinic, id: 'org' }] },
    );
    expect(said(consent, { actor: npi('clinic') })).toBe('permit');
    expect(said(consent, { actor: npi('lab') })).toBe('deny');
  });
});

describe('another one', () => {
  test.each<[string, Json | string, unknown, Json[]]>([
    ['by reference, where nothing can be looked up', 'Organization/lab', 'Organization/clinic', []],
    ['by reference', 'Organization/lab', 'Organization/clinic', [clinic, lab]],
    ['by identifier of the same system', { identifier: npi('lab') }, npi('clinic'), []],
    ['by its own resource', 'Organization/lab', npi('clinic'), [clinic, lab]],
  ])('%s', (_, named, who, resources) => {
    expect(rule(named, who, resources)).toBe(NO);
  });
});

describe('one that cannot be resolved is dropped from a permission, and is everyone in a denial', () => {
  test.each<[string, Json | string, unknown, Json[]]>([
    ['a reference that leads nowhere', 'Organization/ghost', 'Organization/clinic', [clinic]],
    ['a name alone', { display: 'The clinic' }, 'Organization/clinic', []],
    ['a reference against an identifier', 'Organization/clinic', npi('clinic'), []],
    ['identifiers of two systems', { identifier: { system: 'urn:other', value: '1' } }, npi('clinic'), []],
    ['a group that is not there', 'Group/g', 'Organization/clinic', []],
    ['another part than the recipient’s', actor('Organization/clinic', 'CST').reference, undefined, []],
  ])('%s', (_, named, who, resources) => {
    expect(rule(named, who, resources)).toBe(UNKNOWN);
  });
});

describe('roles and members', () => {
  const team = (change: Json = {}) => ({
    resourceType: 'CareTeam',
    id: 'team',
    status: 'active',
    participant: [
      { member: ref('Practitioner/doc') },
      { member: ref('Organization/lab'), period: { end: '2026-01' } },
    ],
    ...change,
  });
  const group = (change: Json = {}) => ({
    resourceType: 'Group',
    id: 'group',
    type: 'practitioner',
    actual: true,
    member: [{ entity: ref('Practitioner/doc') }, { entity: ref('Practitioner/ex'), inactive: true }],
    ...change,
  });
  const ex = identified('Practitioner', 'ex');
  const second = { ...role, id: 'role2', identifier: undefined, organization: ref('Organization/lab') };

  test.each<[string, string, string, Json[], string]>([
    ['who asks in a role is the person', 'Practitioner/doc', 'PractitionerRole/role', [role, doc], YES],
    [
      'who asks in a role acts for the organisation',
      'Organization/clinic',
      'PractitionerRole/role',
      [role, clinic],
      YES,
    ],
    ['and for no other', 'Organization/lab', 'PractitionerRole/role', [role, clinic, lab], NO],
    [
      'a person whose every role is there',
      'Organization/clinic',
      'Practitioner/doc',
      [role, doc, clinic],
      YES,
    ],
    [
      'a person with a role elsewhere too',
      'Organization/clinic',
      'Practitioner/doc',
      [role, second, doc, clinic, lab],
      UNKNOWN,
    ],
    [
      'a person with no role that is known',
      'Organization/clinic',
      'Practitioner/doc',
      [doc, clinic],
      UNKNOWN,
    ],
    [
      'a person who could ask in another role',
      'PractitionerRole/role',
      'Practitioner/doc',
      [role, doc],
      UNKNOWN,
    ],
    ['a member of a team', 'CareTeam/team', 'Practitioner/doc', [team(), doc], YES],
    ['a member whose time is over', 'CareTeam/team', 'Organization/lab', [team(), doc, lab], NO],
    [
      'a team that is not active',
      'CareTeam/team',
      'Practitioner/doc',
      [team({ status: 'inactive' }), doc],
      NO,
    ],
    ['a member of a group', 'Group/group', 'Practitioner/doc', [group(), doc], YES],
    ['an inactive member', 'Group/group', 'Practitioner/ex', [group(), doc, ex], NO],
    [
      'a group that is a description',
      'Group/group',
      'Practitioner/doc',
      [group({ actual: false }), doc],
      UNKNOWN,
    ],
  ])('%s', (_, named, who, resources, outcome) => {
    expect(rule(named, ref(who), resources)).toBe(outcome);
  });

  test('a ring of teams ends', () => {
    const a = team({ id: 'a', participant: [{ member: ref('CareTeam/b') }] });
    const b = team({ id: 'b', participant: [{ member: ref('CareTeam/a') }] });
    expect(rule('CareTeam/a', ref('Practitioner/doc'), [a, b, doc])).toBe(UNKNOWN);
  });
});

describe('whose consent it is', () => {
  const other = (reference: string) => r4({}, { patient: ref(reference) });
  test('another patient’s is as if it were not there', () => {
    expect(said(other('Patient/q'))).toBe('no-consent');
    expect(said([other('Patient/q'), optOut()])).toBe('deny');
    expect(said([r4(), optOut({}, { patient: ref('Patient/q') })])).toBe('permit');
  });

  test('by identifier, through the patient’s resource', () => {
    const mrn = { system: 'urn:mrn', value: '7' };
    const resources = [{ resourceType: 'Patient', id: 'p', identifier: [mrn] }];
    expect(said(r4(), { patient: [mrn] }, { resources })).toBe('permit');
    expect(said(r4({}, { patient: { identifier: mrn } }), { patient: mrn })).toBe('permit');
    expect(said(r4(), { patient: { ...mrn, value: '8' } }, { resources })).toBe('no-consent');
  });

  test('where that cannot be told it permits nothing, and its denial holds', () => {
    const mrn = { system: 'urn:mrn', value: '7' };
    expect(said(r4(), { patient: mrn })).not.toBe('permit');
    expect(said([r4({}, { patient: { identifier: mrn } }), optOut()], { patient: mrn })).toBe('deny');
  });
});
