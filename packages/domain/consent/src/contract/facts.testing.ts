import { AgencyId, CaseId, GrantId, newId, StaffId, YoungPersonId } from '@accord/kernel';
import { type CategoryCode, maskOf } from './categories.ts';
import type { ConsentBasis, Facts, ItemFacts, Request } from './decide.ts';

/** A small world around one permission, in which everything that the rule asks for holds. */
export const T = Date.parse('2026-06-01T00:00:00Z');
export const HOUR = 3_600_000;
export const always = { from: -Infinity, to: Infinity };

export const welfare = newId(AgencyId);
export const police = newId(AgencyId);
export const caseId = newId(CaseId);
export const worker = { kind: 'staff', staffId: newId(StaffId), agencyId: welfare } as const;
export const detective = { kind: 'staff', staffId: newId(StaffId), agencyId: police } as const;
export const partner = { kind: 'staff', staffId: newId(StaffId), agencyId: police } as const;
export const young = { kind: 'youth', youngPersonId: newId(YoungPersonId) } as const;

export const permission = (change: Partial<ConsentBasis> = {}): ConsentBasis => ({
  kind: 'consent',
  grantId: newId(GrantId),
  caseId,
  discloser: welfare,
  recipient: { kind: 'staff', id: detective.staffId },
  purpose: 'care-plan-coordination',
  categories: maskOf(['case-plan', 'appointments']),
  stopped: 0n,
  shareable: (1n << 63n) - 1n,
  data: always,
  valid: { from: T - HOUR, to: T + HOUR },
  status: 'active',
  signedByYoungPerson: true,
  ...change,
});

export const factsOf = (change: Partial<Facts> = {}): Facts => ({
  employments: [worker, detective, partner].map((each) => ({ ...each, period: always })),
  assignments: [{ caseId, staffId: worker.staffId, period: always }],
  bases: [permission()],
  denials: [],
  ...change,
});

export const itemOf = (codes: CategoryCode[], change: Partial<ItemFacts> = {}): ItemFacts => ({
  caseId,
  owner: welfare,
  mask: maskOf(codes),
  occurredAt: T - HOUR,
  ...change,
});

export const ask = (change: Partial<Request> = {}): Request => ({
  reader: detective,
  item: itemOf(['case-plan']),
  purposes: ['care-plan-coordination'],
  at: T,
  ...change,
});
