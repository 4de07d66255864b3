import { type AgencyId, PURPOSES, Purpose, type StaffId } from '@accord/kernel';
import { System, SYSTEMS } from '@accord/identity';
import type { ConsentBasis } from '../contract/index.ts';
import type { GrantRow } from './consent.queries.ts';

/** A permission as it stands once it is signed, or started again. */
export function activeBasisOf(grant: GrantRow): ConsentBasis {
  const always = { from: -Infinity, to: Infinity };
  return {
    kind: 'consent',
    grantId: grant.grantId,
    caseId: grant.caseId,
    discloser: grant.discloser,
    recipient:
      grant.recipientKind === 'staff'
        ? { kind: 'staff', id: grant.recipientId as StaffId }
        : { kind: 'agency', id: grant.recipientId as AgencyId },
    purpose: Purpose.parse(grant.purpose),
    categories: grant.categories,
    stopped: grant.stopped,
    shareable: grant.shareable,
    data: always,
    valid: { from: -Infinity, to: Date.parse(grant.endsAt) },
    status: 'active',
    signedByYoungPerson: true,
  };
}

/** What people of the recipient's agency may read and write for. */
export function recipientPurposes({ recipientSystem }: GrantRow): number[] {
  return SYSTEMS[System.parse(recipientSystem)].map((purpose) => PURPOSES[purpose]);
}
