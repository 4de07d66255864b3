import { AgencyId, CaseId, newId, StaffId, YoungPersonId } from '@accord/kernel';
import { describe, expect, test } from 'vitest';
import { maskOf } from './categories.ts';
import type { Basis } from './basis.ts';
import type { Facts } from './facts.ts';
import {
  always,
  ask,
  caseId,
  decide,
  detective,
  factsOf,
  HOUR,
  itemOf,
  partner,
  permission,
  police,
  T,
  welfare,
  worker,
  young,
} from './facts.testing.ts';

type Asked = Parameters<typeof ask>[0];
type Change = NonNullable<Parameters<typeof permission>[0]>;

const reasonOf = (request: Asked, facts: Partial<Facts> = {}) => decide(ask(request), factsOf(facts)).reason;
const withPermission = (change: Change, request: Asked = {}) =>
  reasonOf(request, { bases: [permission(change)] });

test('0.3: a signed, active permission that names reader, owner, kinds and purpose permits', () => {
  expect(decide(ask(), factsOf())).toMatchObject({ decision: 'permit', reason: 'BY_CONSENT' });
});

describe('0.2 step 1: the reader is bound before anything else is asked', () => {
  test.each([
    ['somebody nobody employs', { ...detective, staffId: newId(StaffId) }],
    ['a person under another agency’s name', { ...detective, agencyId: welfare }],
    ['a guest', { kind: 'guest' }],
    ['an advisor', { kind: 'advisor' }],
    ['nobody', { kind: 'anonymous' }],
    ['a job of the system', { kind: 'system' }],
  ] as const)('%s is not', (_, reader) => {
    expect(reasonOf({ reader })).toBe('READER_NOT_BOUND');
  });

  test.each([
    ['who starts at this instant is there', { from: T, to: Infinity }, 'BY_CONSENT'],
    ['who starts later is not', { from: T + 1, to: Infinity }, 'READER_NOT_BOUND'],
    ['who leaves at this instant is gone', { from: -Infinity, to: T }, 'READER_NOT_BOUND'],
    ['who leaves later is there', { from: -Infinity, to: T + 1 }, 'BY_CONSENT'],
  ])('%s', (_, period, reason) => {
    expect(reasonOf({}, { employments: [{ ...detective, period }] })).toBe(reason);
  });
});

describe('0.1: purposes are never empty, and all of them must be allowed', () => {
  test('none', () => expect(reasonOf({ purposes: [] })).toBe('NO_PURPOSE'));
  test('another', () => expect(reasonOf({ purposes: ['investigation'] })).toBe('NO_BASIS'));
  test('one allowed and one not', () => {
    expect(reasonOf({ purposes: ['care-plan-coordination', 'investigation'] })).toBe('NO_BASIS');
  });
  test('one by each of two permissions', () => {
    const bases = [permission(), permission({ purpose: 'investigation' })];
    expect(reasonOf({ purposes: ['care-plan-coordination', 'investigation'] }, { bases })).toBe('NO_BASIS');
  });
});

test('an item of no kind is open to nobody', () => {
  expect(reasonOf({ item: itemOf([]) })).toBe('EMPTY_CATEGORIES');
});

describe('0.3: every line of the match must hold', () => {
  test.each<[string, Change]>([
    ['a draft', { status: 'draft' }],
    ['a stopped one', { status: 'stopped' }],
    ['one for other purposes than its paper', { paper: { purposes: ['treatment'] } }],
    ['one whose paper has ended', { paper: { validTo: T } }],
    ['one whose paper begins later', { paper: { validFrom: T + 1 } }],
    ['one of another case', { caseId: newId(CaseId) }],
    ['one of another discloser', { discloser: newId(AgencyId) }],
    ['one for another person', { recipient: { kind: 'staff', id: partner.staffId } }],
    ['one for another agency', { recipient: { kind: 'agency', id: welfare } }],
    ['one of another purpose', { purpose: 'treatment' }],
    ['one of other kinds', { categories: maskOf(['appointments']) }],
    ['one whose kind was stopped', { stopped: maskOf(['case-plan']) }],
    ['one that begins later', { valid: { from: T + 1, to: T + HOUR } }],
    ['one that ends at this instant', { valid: { from: T - HOUR, to: T } }],
    ['one for a later data period', { data: { from: T - HOUR + 1, to: Infinity } }],
    ['one whose data period ends where the item begins', { data: { from: -Infinity, to: T - HOUR } }],
  ])('%s permits nothing', (_, change) => {
    expect(withPermission(change)).toBe('NO_BASIS');
  });

  test.each<[string, Change]>([
    ['begins at this instant', { valid: { from: T, to: T + HOUR } }],
    ['ends the instant after', { valid: { from: T - HOUR, to: T + 1 } }],
    ['has a data period that begins with the item', { data: { from: T - HOUR, to: Infinity } }],
    ['lost another kind to a stop', { stopped: maskOf(['appointments']) }],
  ])('one that %s permits', (_, change) => {
    expect(withPermission(change)).toBe('BY_CONSENT');
  });

  test('half of one permission is never joined with half of another', () => {
    const item = itemOf(['case-plan', 'appointments']);
    const halves = [
      permission({ categories: maskOf(['case-plan']) }),
      permission({ categories: maskOf(['appointments']) }),
    ];
    expect(reasonOf({ item }, { bases: halves })).toBe('NO_BASIS');
    expect(reasonOf({ item }, { bases: [...halves, permission()] })).toBe('BY_CONSENT');
  });

  test('an agency as recipient means whoever of it is assigned to the case now', () => {
    const bases = [permission({ recipient: { kind: 'agency', id: police } })];
    const on = (period: { from: number; to: number }, id = caseId) => ({
      bases,
      assignments: [{ caseId: id, staffId: detective.staffId, period }],
    });
    expect(reasonOf({}, { bases })).toBe('NO_BASIS');
    expect(reasonOf({}, on(always))).toBe('BY_CONSENT');
    expect(reasonOf({}, on({ from: -Infinity, to: T }))).toBe('NO_BASIS');
    expect(reasonOf({}, on({ from: T + 1, to: Infinity }))).toBe('NO_BASIS');
    expect(reasonOf({}, on(always, newId(CaseId)))).toBe('NO_BASIS');
    expect(reasonOf({ reader: partner }, on(always))).toBe('NO_BASIS');
  });
});

test.each([
  'cw-reporter',
  'jj-sealed',
  'shelter-location',
  'legal-privileged',
  'mh-psychotherapy-notes',
  'sud-counseling-notes',
  'le-investigative',
] as const)('A16: no permission opens %s, whatever was signed', (code) => {
  expect(withPermission({ categories: maskOf([code, 'case-plan']) }, { item: itemOf([code]) })).toBe(
    'PROHIBITED',
  );
  expect(
    withPermission({ categories: maskOf([code, 'case-plan']) }, { item: itemOf([code, 'case-plan']) }),
  ).toBe('PROHIBITED');
});

describe('own custody', () => {
  const custody: Basis = {
    kind: 'own_custody',
    caseId,
    agency: welfare,
    purposes: ['care-plan-coordination'],
    mask: maskOf(['case-plan', 'le-investigative']),
  };
  const read = (change: Asked, facts: Partial<Facts> = {}) =>
    reasonOf({ reader: worker, ...change }, { bases: [custody], ...facts });

  test('opens an agency’s own items to its assigned staff, also those that no permission opens', () => {
    expect(read({})).toBe('BY_OWN_CUSTODY');
    expect(read({ item: itemOf(['le-investigative']) })).toBe('BY_OWN_CUSTODY');
  });
  test('is never mere employment', () => expect(read({}, { assignments: [] })).toBe('NO_BASIS'));
  test('opens no other owner’s items', () =>
    expect(read({ item: itemOf(['case-plan'], { owner: police }) })).toBe('NO_BASIS'));
  test('leaves out what only its author may open', () =>
    expect(read({ item: itemOf(['private-notes']) })).toBe('PROHIBITED'));
  test('holds for the purposes of the agency’s system alone', () =>
    expect(read({ purposes: ['investigation'] })).toBe('NO_BASIS'));
});

describe('self access', () => {
  const own: Basis = {
    kind: 'self_access',
    caseId,
    owner: welfare,
    youngPersonId: young.youngPersonId,
    mask: maskOf(['case-plan']),
  };
  const read = (change: Asked) =>
    reasonOf({ reader: young, purposes: ['self-access'], ...change }, { bases: [own] });

  test('opens to the young person what is theirs to see', () => expect(read({})).toBe('BY_SELF_ACCESS'));
  test('and to no other', () =>
    expect(read({ reader: { kind: 'youth', youngPersonId: newId(YoungPersonId) } })).toBe('NO_BASIS'));
  test('nor to staff who choose that purpose', () => expect(read({ reader: worker })).toBe('NO_BASIS'));
  test('nor beyond its kinds', () =>
    expect(read({ item: itemOf(['case-plan', 'mh-record']) })).toBe('NO_BASIS'));
  test('nor another owner’s items', () =>
    expect(read({ item: itemOf(['case-plan'], { owner: police }) })).toBe('NO_BASIS'));
  test('nor for another purpose', () =>
    expect(read({ purposes: ['care-plan-coordination'] })).toBe('NO_BASIS'));
});

describe('0.2 step 8: a restriction beats any basis', () => {
  const denial = { caseId, target: detective.staffId as string, mask: maskOf(['case-plan']), period: always };
  const denied = (change: Partial<typeof denial>, request: Asked = {}) =>
    reasonOf(request, { denials: [{ ...denial, ...change }] });

  test('on the person', () => expect(denied({})).toBe('RESTRICTED'));
  test('on their agency', () => expect(denied({ target: police })).toBe('RESTRICTED'));
  test('on one kind of several', () =>
    expect(denied({}, { item: itemOf(['case-plan', 'appointments']) })).toBe('RESTRICTED'));
  test('on own custody too', () => {
    const bases: Basis[] = [
      {
        kind: 'own_custody',
        caseId,
        agency: welfare,
        purposes: ['care-plan-coordination'],
        mask: maskOf(['case-plan']),
      },
    ];
    expect(reasonOf({ reader: worker }, { bases, denials: [{ ...denial, target: worker.staffId }] })).toBe(
      'RESTRICTED',
    );
  });
  test('from its beginning', () => expect(denied({ period: { from: T, to: Infinity } })).toBe('RESTRICTED'));
  test('not at its end', () => expect(denied({ period: { from: -Infinity, to: T } })).toBe('BY_CONSENT'));
  test('not on another kind', () => expect(denied({ mask: maskOf(['mh-record']) })).toBe('BY_CONSENT'));
  test('not on another case', () => expect(denied({ caseId: newId(CaseId) })).toBe('BY_CONSENT'));
  test('not on somebody else', () => expect(denied({ target: partner.staffId })).toBe('BY_CONSENT'));
});

describe('a pause, and what the discloser’s own terms keep', () => {
  test('a paused permission opens nothing', () => {
    expect(withPermission({ status: 'paused' })).toBe('NO_BASIS');
  });

  test('another one beside it still does', () => {
    expect(reasonOf({}, { bases: [permission({ status: 'paused' }), permission()] })).toBe('BY_CONSENT');
  });

  test('a kind that the terms keep is open to nobody, whatever was signed', () => {
    expect(withPermission({ shareable: maskOf(['appointments']) })).toBe('NO_BASIS');
    expect(withPermission({ shareable: maskOf(['case-plan']) })).toBe('BY_CONSENT');
  });

  test('an item of two kinds needs both to be shareable', () => {
    const item = itemOf(['case-plan', 'appointments']);
    expect(withPermission({ shareable: maskOf(['case-plan']) }, { item })).toBe('NO_BASIS');
    expect(withPermission({}, { item })).toBe('BY_CONSENT');
  });
});
