import { CaseId, GrantId, newId } from '@accord/kernel';
import { expect, test } from 'vitest';
import type { Permission } from './permission.ts';
import { receiptOf } from './receipt.ts';

const caseId = newId(CaseId);
const where = { caseId, language: 'en', judgedBy: { state: 'CA', version: '2026-11-22', cautions: [] } };
const permission = (change: Partial<Permission> = {}): Permission => ({
  grantId: newId(GrantId),
  state: 'active',
  discloser: 'County Welfare',
  recipient: {
    name: 'Rafael Ortiz',
    title: 'Detective',
    agency: 'Town Police',
    system: 'law-enforcement',
    post: null,
  },
  categories: ['case-plan'],
  law: [],
  stopped: ['health-hiv'],
  withoutSharing: null,
  stoppedHow: null,
  hasEvidence: false,
  isRenewed: false,
  purpose: 'care-plan-coordination',
  paper: { language: 'en', holds: [] },
  text: { title: 'Sharing what is mine', version: 3, digest: 'ab'.repeat(32) },
  need: 'So that Wren is driven to drum lessons.',
  startsAt: '2026-05-03T15:00:00.000Z',
  signed: { method: 'typed', witness: 'A. Witness', recordedBy: 'Dana', at: '2026-05-03T15:00:00.000Z' },
  adults: [],
  pausedBy: null,
  pausedByName: null,
  pausedAt: null,
  stoppedByName: null,
  stoppedAt: null,
  mayWrite: false,
  keptOut: false,
  endsOn: '2026-08-01',
  ...change,
});

test('it names the words that were signed: the text, its version, and a digest of it', () => {
  expect(receiptOf(permission(), where)?.record.notice).toEqual({
    title: 'Sharing what is mine',
    version: 3,
    language: 'en',
    sha256: 'ab'.repeat(32),
  });
  expect(receiptOf(permission({ text: null }), where)?.record.notice).toBeNull();
});

test('it has every field that Kantara’s Consent Receipt v1.1 asks for and somebody has on record', () => {
  expect(receiptOf(permission(), where)).toMatchObject({
    version: 'KI-CR-v1.1.0',
    jurisdiction: 'US-CA',
    consentTimestamp: Date.parse('2026-05-03T15:00:00Z') / 1000,
    piiPrincipalId: caseId,
    piiControllers: [{ piiController: 'County Welfare' }],
    services: [
      {
        purposes: [
          {
            piiCategory: ['case-plan', 'health-hiv'],
            consentType: 'EXPLICIT',
            termination: '2026-08-01',
            thirdPartyName: 'Rafael Ortiz, Town Police',
          },
        ],
      },
    ],
    sensitive: true,
    spiCat: ['health-hiv'],
  });
});

test('it holds no words of the case, and neither the witness nor the young person by name', () => {
  expect(JSON.stringify(receiptOf(permission(), where))).not.toMatch(/Wren|drum|Witness/);
});

test('a draft has none: nobody has agreed', () => {
  expect(receiptOf(permission({ signed: null, state: 'draft' }), where)).toBeUndefined();
});

test('what happened since is in it, in order', () => {
  const stoppedAt = '2026-06-01T00:00:00.000Z';
  const adult = { capacity: 'guardian', relation: 'mother', method: 'typed', recordedBy: 'Dana' } as const;
  const adults = [{ ...adult, at: '2026-05-04T00:00:00.000Z' }];
  const events = receiptOf(permission({ state: 'stopped', stoppedAt, adults }), where)?.record.events;
  expect(events?.map(({ event }) => event)).toEqual(['given', 'given', 'withdrawn']);
});

test('one to a post names the post first, and who holds it', () => {
  const { recipient } = permission();
  const nameOf = (change: Partial<Permission['recipient']>) =>
    receiptOf(permission({ recipient: { ...recipient, ...change } }), where)?.services[0]?.purposes[0]
      ?.thirdPartyName;
  expect(nameOf({})).toBe('Rafael Ortiz, Town Police');
  expect(nameOf({ post: 'Youth officer' })).toBe('Youth officer (Rafael Ortiz), Town Police');
  expect(nameOf({ post: 'Youth officer', name: 'Town Police' })).toBe('Youth officer, Town Police');
});
