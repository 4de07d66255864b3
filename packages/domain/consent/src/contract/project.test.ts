import { PURPOSES } from '@accord/kernel';
import { describe, expect, test } from 'vitest';
import { maskOf, NEVER_BY_CONSENT_MASK } from './categories.ts';
import { detective, permission, police, welfare } from './facts.testing.ts';
import { projectionOf } from './project.ts';

describe('what a permission writes into the projection', () => {
  test('is one row: the owner, the recipient, the purpose and the kinds that were signed', () => {
    const mask = maskOf(['case-plan', 'appointments']);
    expect(projectionOf(permission())).toEqual([
      {
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
    ['one that nobody signed', permission({ signedByYoungPerson: false })],
    ['one of which every kind was stopped', permission({ stopped: maskOf(['case-plan', 'appointments']) })],
    ['one of kinds that no permission opens', permission({ categories: NEVER_BY_CONSENT_MASK })],
  ])('is nothing for %s', (_, basis) => {
    expect(projectionOf(basis)).toEqual([]);
  });
});
