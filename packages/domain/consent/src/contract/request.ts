import type { AgencyId, CaseId, Purpose, StaffId, YoungPersonId } from '@accord/kernel';
import type { BasisKind } from './basis.ts';
import type { Instant } from './instant.ts';

export type Reader =
  | { kind: 'staff'; staffId: StaffId; agencyId: AgencyId }
  | { kind: 'youth'; youngPersonId: YoungPersonId }
  | { kind: 'guest' | 'advisor' | 'anonymous' | 'system' };

/** What is to be done with the items (consent-rules 0.1). To be told that something exists is a disclosure too. */
export const ACTIONS = [
  'view',
  'push',
  'export',
  'notify',
  'aggregate',
  'index',
  'search',
  'exists',
] as const;
export type Action = (typeof ACTIONS)[number];

/** One item of a case, as far as the rule needs it. */
export interface ItemFacts {
  caseId: CaseId;
  /** The custodian. */
  owner: AgencyId;
  /** Its kinds: of an item that was derived from others, theirs too. */
  mask: bigint;
  occurredAt: Instant;
  /** Sealed, expunged or vacated from then on. Left out: it is not. */
  sealedAt?: Instant | null;
}

/** One question: the tuple of consent-rules 0.1, never "may they see this young person". */
export interface Request {
  /** One young person. Items of any other case are not open by this question (A16.13). */
  caseId: CaseId;
  items: readonly ItemFacts[];
  reader: Reader;
  /** All of them must be allowed; none at all is a denial. */
  purposes: readonly Purpose[];
  /** Asks for one kind of basis alone. Left out: any. */
  basis?: BasisKind;
  action: Action;
  at: Instant;
}
