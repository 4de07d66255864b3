import type { AgencyId } from '@accord/kernel';
import type { Basis, BasisKind } from './basis.ts';
import { codesOf, covers } from './categories.ts';
import type { Step } from './decision.ts';
import type { Facts, Policy } from './facts.ts';
import { within } from './instant.ts';
import type { Check } from './law/rules.ts';
import { isRecipient } from './recipient.ts';
import type { ItemFacts, Request } from './request.ts';
import { type Sight, sightsOf } from './sight.ts';

export interface ItemQuestion {
  request: Request;
  item: ItemFacts;
  /** Position in the request. */
  index: number;
  facts: Facts;
  policy: Policy;
}

/** In this order, and the first that opens wins: custody, duties, what needs no consent, consent. */
export const STEP_OF = {
  own_custody: 'custody',
  self_access: 'custody',
  mandate: 'duty',
  court_order: 'without-consent',
  team_statute: 'without-consent',
  emergency: 'without-consent',
  consent: 'consent',
} as const satisfies Record<BasisKind, Step>;
const ORDER = Object.keys(STEP_OF);

/** What one basis by itself says of one item. */
export interface Look {
  basis: Basis;
  /** Of the first purpose; undefined where the basis is for none, or could not be judged. */
  sight: Sight | undefined;
  /** All of it, for every purpose, by this basis alone. */
  opens: boolean;
  knows: boolean;
  isUnclear: boolean;
  checks: readonly Check[];
}

/** Every basis that is about this owner, reader and case, each asked by itself. */
export function looksAt(question: ItemQuestion): Look[] {
  const { request, item, facts } = question;
  return facts.bases
    .filter(
      (basis) =>
        ORDER.includes(basis.kind) &&
        basis.caseId === item.caseId &&
        ownerOf(basis) === item.owner &&
        (request.basis === undefined || request.basis === basis.kind) &&
        isFor(basis, question),
    )
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .map((basis) => lookAt(basis, question));
}

function lookAt(basis: Basis, { request, item, facts, policy }: ItemQuestion): Look {
  const { purposes, at, action } = request;
  try {
    const live = sightsOf(basis, facts, policy, at).filter(
      ({ data, valid }) => within(valid, at) && within(data, item.occurredAt),
    );
    const asked = purposes.map((purpose) => live.find((sight) => sight.purpose === purpose));
    const all = (mask: 'see' | 'know') => asked.every((sight) => sight && covers(sight[mask], item.mask));
    const checks = asked.flatMap((sight) =>
      codesOf(item.mask).flatMap((kind) => sight?.checks.get(kind) ?? []),
    );
    const tells = action === 'exists' || action === 'search';
    return {
      basis,
      sight: asked[0],
      opens: all(tells ? 'know' : 'see'),
      knows: all('know'),
      isUnclear: false,
      checks,
    };
  } catch {
    return { basis, sight: undefined, opens: false, knows: false, isUnclear: true, checks: [] };
  }
}

function ownerOf(basis: Basis): AgencyId {
  if (basis.kind === 'consent') return basis.discloser;
  return basis.kind === 'own_custody' ? basis.agency : basis.owner;
}

function isFor(basis: Basis, { request: { reader, caseId, at }, facts }: ItemQuestion): boolean {
  if (basis.kind === 'self_access') {
    return reader.kind === 'youth' && reader.youngPersonId === basis.youngPersonId;
  }
  const recipient =
    basis.kind === 'own_custody' ? { kind: 'agency' as const, id: basis.agency } : basis.recipient;
  return isRecipient(recipient, reader, caseId, facts, at);
}
