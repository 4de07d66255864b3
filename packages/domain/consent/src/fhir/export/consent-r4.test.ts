import { CaseId, GrantId, newId, PostId, type Purpose, PURPOSES, StaffId } from '@accord/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CategoryCode } from '../../contract/index.ts';
import { decideFhir } from '../decide.ts';
import { consentR4Of, type ExportedGrant } from './consent-r4.ts';

const caseId = newId(CaseId);
const them = newId(StaffId);
const other = newId(StaffId);
const grant = (change: Partial<ExportedGrant> = {}): ExportedGrant => ({
  grantId: newId(GrantId),
  caseId,
  state: 'active',
  discloser: 'urn:agency',
  recipient: { kind: 'staff', staffId: them },
  purpose: 'care-plan-coordination',
  kinds: ['case-plan'],
  signedAt: '2026-05-01T12:00:00.000Z',
  from: '2026-05-01T12:00:00.000Z',
  to: '2026-06-01T05:00:00.000Z',
  policies: [],
  ...change,
});

interface Ask {
  at?: string;
  who?: StaffId;
  purpose?: Purpose;
  kinds?: readonly CategoryCode[];
}
/** What our own reader answers of what was exported. */
function read(grants: readonly ExportedGrant[], ask: Ask = {}): string {
  const {
    at = '2026-05-03T12:00:00Z',
    who = them,
    purpose = 'care-plan-coordination',
    kinds = ['case-plan'],
  } = ask;
  return decideFhir({
    at,
    consents: grants.map(consentR4Of),
    request: {
      patient: { identifier: { system: 'urn:accord:case', value: caseId } },
      actor: { identifier: { system: 'urn:accord:staff', value: who } },
      purposeOfUse: [{ system: 'urn:accord:cs:purpose', code: purpose }],
      content: kinds.map((code) => ({ system: 'urn:accord:cs:category', code })),
    },
  }).decision;
}

test('read back it permits its kinds to its recipient for its purpose, and nothing else', () => {
  expect(read([grant()])).toBe('permit');
  expect(read([grant()], { who: other })).not.toBe('permit');
  expect(read([grant()], { purpose: 'investigation' })).not.toBe('permit');
  expect(read([grant()], { kinds: ['mh-record'] })).not.toBe('permit');
  expect(read([grant()], { kinds: ['case-plan', 'mh-record'] })).not.toBe('permit');
});

test('one to a post names it by id, and is read back as one of whoever holds it; announced it permits nothing', () => {
  const postId = newId(PostId);
  const toPost = grant({ recipient: { kind: 'staff', staffId: them, postId } });
  expect(JSON.stringify(consentR4Of(toPost))).toContain(postId);
  expect(read([toPost])).toBe('permit');
  expect(read([toPost], { who: other })).not.toBe('permit');
  for (const state of ['announced', 'vacant'] as const) {
    expect(read([{ ...toPost, state }])).not.toBe('permit');
  }
});

test('its time is half-open on both sides, to the millisecond', () => {
  expect(read([grant()], { at: '2026-05-01T11:59:59.999Z' })).not.toBe('permit');
  expect(read([grant()], { at: '2026-05-01T12:00:00.000Z' })).toBe('permit');
  expect(read([grant()], { at: '2026-06-01T04:59:59.999Z' })).toBe('permit');
  expect(read([grant()], { at: '2026-06-01T05:00:00.000Z' })).not.toBe('permit');
});

test.each(['draft', 'paused', 'stopped', 'ended'] as const)('one that is %s permits nothing', (state) => {
  expect(read([grant({ state })])).not.toBe('permit');
});

test('one that the law holds closed permits nothing', () => {
  expect(read([grant({ kinds: [] })])).not.toBe('permit');
});

test('it names nobody and holds no HL7 sensitivity label', () => {
  const text = JSON.stringify(consentR4Of(grant({ kinds: ['health-hiv'] })));
  expect(text).not.toMatch(/"(HIV|SEX|SUD|ETH|MH|PSY|VIO)"/);
  expect(text).not.toContain('display');
});

test('many together never open more than one of them opens by itself, and a thing of one kind never less', () => {
  const purposes = Object.keys(PURPOSES) as Purpose[];
  // few kinds, so that permissions and questions meet
  const kinds = fc.subarray<CategoryCode>(['case-plan', 'mh-record', 'sud-other'], { minLength: 1 });
  const one = fc.record({
    kinds,
    purpose: fc.constantFrom(...purposes.slice(0, 2)),
    who: fc.constantFrom(them, other),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 4 }), one, (given, asked) => {
      const grants = given.map(({ who, ...rest }) =>
        grant({ ...rest, recipient: { kind: 'staff', staffId: who } }),
      );
      const opens = given.some(
        (each) =>
          each.who === asked.who &&
          each.purpose === asked.purpose &&
          asked.kinds.every((kind) => each.kinds.includes(kind)),
      );
      const isPermitted = read(grants, asked) === 'permit';
      expect(isPermitted && !opens).toBe(false);
      if (asked.kinds.length === 1) expect(isPermitted).toBe(opens);
    }),
  );
});
