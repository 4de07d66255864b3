import {
  AgencyId,
  CaseId,
  GrantId,
  newId,
  type Purpose,
  PURPOSES,
  StaffId,
  YoungPersonId,
} from '@accord/kernel';
import type { AgreementFacts } from './agreements/cover.ts';
import type { ConsentBasis, LawBasis } from './basis.ts';
import { CATEGORIES, type CategoryCode, maskOf } from './categories.ts';
import type { Decision } from './decision.ts';
import { decide as decideBy } from './decide.ts';
import type { Facts, Policy } from './facts.ts';
import type { AgencyFacts, Paper } from './law/facts.ts';
import type { StatePolicy } from './law/state.ts';
import { agency, signature, STATE, young as youngFacts } from './law/world.testing.ts';
import type { ItemFacts, Request } from './request.ts';

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

/** The young person's own signature, and everything on it that a regime could ask for. */
const paperOf = (terms: Pick<ConsentBasis, 'categories' | 'purpose' | 'valid'>): Paper => ({
  kinds: terms.categories,
  initialled: terms.categories,
  purposes: [terms.purpose],
  validFrom: terms.valid.from,
  validTo: terms.valid.to,
  signatures: [signature({ signedAt: T - 90 * 24 * HOUR })],
  dissent: false,
  notACondition: true,
  copyGiven: true,
  toldHowToStop: true,
  toldOfRedisclosure: true,
  knownFalse: false,
});

/** Its paper says what it says; `paper` spoils or adds to that. */
export function permission({
  paper,
  ...change
}: Partial<Omit<ConsentBasis, 'paper'>> & { paper?: Partial<Paper> } = {}): ConsentBasis {
  const terms = {
    kind: 'consent' as const,
    grantId: newId(GrantId),
    caseId,
    discloser: welfare,
    recipient: { kind: 'staff' as const, id: detective.staffId },
    purpose: 'care-plan-coordination' as const,
    categories: maskOf(['case-plan', 'appointments']),
    stopped: 0n,
    shareable: maskOf(CATEGORIES.map(({ code }) => code)),
    data: always,
    valid: { from: T - HOUR, to: T + HOUR },
    status: 'active' as const,
    ...change,
  };
  return { ...terms, paper: { ...paperOf(terms), ...paper } };
}

export const lawBasis = (change: Partial<LawBasis> = {}): LawBasis => ({
  kind: 'court_order',
  id: newId(GrantId),
  caseId,
  owner: welfare,
  recipient: { kind: 'staff', id: detective.staffId },
  purposes: ['care-plan-coordination'],
  see: maskOf(['case-plan', 'appointments']),
  know: 0n,
  data: always,
  valid: { from: T - HOUR / 2, to: T + HOUR / 2 },
  evidence: 'Order 12-3456',
  ...change,
});

/** The agency that holds the items, and the one that reads them: bound by nothing, as far as is known. */
export const agencies = (
  holder: Partial<AgencyFacts> = {},
  reader: Partial<AgencyFacts> = {},
): AgencyFacts[] => [agency({ id: welfare, ...holder }), agency({ id: police, ...reader })];

/** A state that answers every question about a basis without consent, and lets records open by consent. */
export const WIDE_STATE: StatePolicy = {
  ...STATE,
  cpsRelease: { byConsent: true, cite: 'made up' },
  victimServicesAlone: { allowed: true, cite: 'made up' },
  teamRule: { allowed: true, members: ['justice', 'child-welfare', 'health'], cite: 'made up' },
  mandatedReporters: { victimServices: true, cite: 'made up' },
};
export const POLICY: Policy = { version: 'test-1', state: WIDE_STATE };

/** The rule under the made-up state. */
export const decide = (request: Request, facts: Facts, policy: Policy = POLICY): Decision =>
  decideBy(request, facts, policy);

/** Both agencies signed for everything. */
export const agreedOnAll = (agencyId: AgencyId): AgreementFacts => ({
  agencyId,
  purposes: Object.keys(PURPOSES) as Purpose[],
  gives: maskOf(CATEGORIES.map(({ code }) => code)),
  receives: maskOf(CATEGORIES.map(({ code }) => code)),
  period: always,
});

export const factsOf = (change: Partial<Facts> = {}): Facts => ({
  employments: [worker, detective, partner].map((each) => ({ ...each, period: always })),
  assignments: [{ caseId, staffId: worker.staffId, period: always }],
  bases: [permission()],
  denials: [],
  excluded: [],
  agencies: agencies(),
  agreements: [agreedOnAll(welfare), agreedOnAll(police)],
  young: [{ ...youngFacts(), caseId }],
  relations: [],
  ...change,
});

export const itemOf = (codes: CategoryCode[], change: Partial<ItemFacts> = {}): ItemFacts => ({
  caseId,
  owner: welfare,
  mask: maskOf(codes),
  occurredAt: T - HOUR,
  ...change,
});

/** `item` for the one item that most questions are about. */
export const ask = ({
  item = itemOf(['case-plan']),
  ...change
}: Partial<Request> & { item?: ItemFacts } = {}): Request => ({
  caseId,
  items: [item],
  reader: detective,
  purposes: ['care-plan-coordination'],
  action: 'view',
  at: T,
  ...change,
});
