import { PURPOSES } from '@accord/kernel';
import { describe, expect, test } from 'vitest';
import { maskOf, NEVER_BY_CONSENT_MASK } from './categories.ts';
import type { ConsentBasis, LawBasis } from './basis.ts';
import {
  agencies,
  always,
  caseId,
  detective,
  factsOf,
  HOUR,
  lawBasis,
  permission,
  police,
  POLICY,
  T,
  welfare,
} from './facts.testing.ts';
import { young as youngFacts } from './law/world.testing.ts';
import { projectionOf as projectionBy } from './project.ts';

const projectionOf = (basis: ConsentBasis | LawBasis, facts = factsOf(), at = T) =>
  projectionBy(basis, facts, POLICY, at);

describe('what a permission writes into the projection', () => {
  test('is one row: the owner, the recipient, the purpose and the kinds that were signed', () => {
    const mask = maskOf(['case-plan', 'appointments']);
    const basis = permission();
    expect(projectionOf(basis)).toEqual([
      {
        caseId,
        basisKind: 'consent',
        basisId: basis.grantId,
        data: always,
        valid: { from: T - HOUR, to: T + HOUR },
        lawfulTo: T + HOUR,
        ownerAgency: welfare,
        granteeKind: 'staff',
        granteeId: detective.staffId,
        purpose: PURPOSES['care-plan-coordination'],
        seeMask: mask,
        knowMask: mask,
      },
    ]);
  });

  test('names an agency where an agency is the recipient', () => {
    const [row] = projectionOf(permission({ recipient: { kind: 'agency', id: police } }));
    expect(row).toMatchObject({ granteeKind: 'agency', granteeId: police });
  });

  test('leaves out what was stopped', () => {
    const [row] = projectionOf(permission({ stopped: maskOf(['appointments']) }));
    expect(row?.seeMask).toBe(maskOf(['case-plan']));
  });

  test('leaves out what the agency’s own terms keep', () => {
    const [row] = projectionOf(permission({ shareable: maskOf(['case-plan']) }));
    expect(row?.seeMask).toBe(maskOf(['case-plan']));
  });

  test('is nothing while it is paused', () => {
    expect(projectionOf(permission({ status: 'paused' }))).toEqual([]);
  });

  test('A16: leaves out what no permission opens', () => {
    const [row] = projectionOf(permission({ categories: maskOf(['case-plan']) | NEVER_BY_CONSENT_MASK }));
    expect(row?.seeMask).toBe(maskOf(['case-plan']));
  });

  test('lets its recipient know of nothing that they may not see', () => {
    for (const row of projectionOf(permission({ stopped: maskOf(['appointments']) })))
      expect(row.knowMask).toBe(row.seeMask);
  });

  test.each([
    ['a draft', permission({ status: 'draft' })],
    ['a stopped one', permission({ status: 'stopped' })],
    ['one that nobody signed', permission({ paper: { signatures: [] } })],
    ['one of which every kind was stopped', permission({ stopped: maskOf(['case-plan', 'appointments']) })],
    ['one of kinds that no permission opens', permission({ categories: NEVER_BY_CONSENT_MASK })],
  ])('is nothing for %s', (_, basis) => {
    expect(projectionOf(basis)).toEqual([]);
  });
});

describe('what a basis without consent writes into it', () => {
  const order = (change: Parameters<typeof lawBasis>[0] = {}) =>
    lawBasis({ see: maskOf(['appointments']), know: maskOf(['case-plan']), ...change });

  test('is one row per purpose, with what may be known beside what is seen', () => {
    const basis = order({ purposes: ['care-plan-coordination', 'court-report'] });
    expect(projectionOf(basis)).toEqual(
      [PURPOSES['care-plan-coordination'], PURPOSES['court-report']].map((purpose) => ({
        caseId,
        basisKind: 'court_order',
        basisId: basis.id,
        data: basis.data,
        valid: basis.valid,
        lawfulTo: basis.valid.to,
        ownerAgency: welfare,
        granteeKind: 'staff',
        granteeId: detective.staffId,
        purpose,
        seeMask: maskOf(['appointments']),
        knowMask: maskOf(['appointments', 'case-plan']),
      })),
    );
  });

  test('is a row to know by, where nothing of it is seen', () => {
    expect(projectionOf(order({ see: 0n }))).toMatchObject([
      { seeMask: 0n, knowMask: maskOf(['case-plan']) },
    ]);
  });

  test('tells of no kind that is quiet or that the law keeps', () => {
    const know = maskOf(['case-plan', 'contact-location', 'cw-reporter', 'le-investigative']);
    expect(projectionOf(order({ know }))).toMatchObject([
      { knowMask: maskOf(['appointments', 'case-plan']) },
    ]);
  });

  test('T18-7: ends at a majority where it is a statute about a child, and where it is an order does not', () => {
    const young = [{ ...youngFacts({ majorityAt: T + 1 }), caseId }];
    const world = factsOf({ young, agencies: agencies({}, { justice: true }) });
    const statute = order({ kind: 'team_statute' });
    expect(projectionOf(statute, world)).toMatchObject([{ valid: { from: statute.valid.from, to: T + 1 } }]);
    expect(
      projectionOf(statute, { ...world, young: [{ ...youngFacts({ majorityAt: null }), caseId }] }),
    ).toEqual([]);
    expect(projectionOf(order(), world)).toMatchObject([{ valid: order().valid }]);
  });
});

describe('as of when it is made', () => {
  const next = permission({
    categories: maskOf(['edu-record']),
    valid: { from: T + HOUR, to: T + 2 * HOUR },
  });
  const comingOfAge = (majorityAt: number) => factsOf({ young: [{ ...youngFacts({ majorityAt }), caseId }] });

  test('a permission that begins with their majority is judged at its beginning', () => {
    expect(projectionOf(next, comingOfAge(T + HOUR))).toMatchObject([{ valid: next.valid }]);
    expect(projectionOf(next, comingOfAge(T + HOUR + 1))).toEqual([]);
    expect(projectionOf(next, comingOfAge(T + HOUR + 1), T + HOUR + 1)).toMatchObject([
      { valid: next.valid },
    ]);
  });

  test('one that is over is judged at its beginning too, and is over', () => {
    const past = permission({ valid: { from: T - 2 * HOUR, to: T - HOUR } });
    expect(projectionOf(past)).toMatchObject([{ valid: past.valid }]);
  });

  test('the shorter of the permission and its paper counts', () => {
    const paper = { validFrom: T - 1, validTo: T + 1 };
    expect(projectionOf(permission({ paper }))).toMatchObject([{ valid: { from: T - 1, to: T + 1 } }]);
    expect(projectionOf(permission({ paper: { validFrom: T + HOUR } }))).toEqual([]);
  });

  test('somebody who works in two places at once is nobody that the law can be asked about', () => {
    const two = factsOf();
    const employments = [...two.employments, { ...detective, agencyId: welfare, period: always }];
    expect(projectionOf(permission(), { ...two, employments })).toEqual([]);
    const twice = [...two.employments, ...two.employments];
    expect(projectionOf(permission(), { ...two, employments: twice })).toHaveLength(1);
  });

  test.each(['agencies', 'young'] as const)('without %s there is no row', (key) => {
    expect(projectionOf(permission(), { ...factsOf(), [key]: [] })).toEqual([]);
  });
});
