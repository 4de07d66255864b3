import type { Purpose } from '@accord/kernel';
import { coveredUntil } from './agreements/cover.ts';
import type { Basis, ConsentBasis, LawBasis } from './basis.ts';
import { CATEGORIES, type CategoryCode, maskOf, neverByConsent, QUIET_MASK } from './categories.ts';
import type { Facts, Policy } from './facts.ts';
import { type Instant, overlap, type Period } from './instant.ts';
import { consentChecks } from './law/asked.ts';
import type { AgencyFacts, LawCase, YoungFacts } from './law/facts.ts';
import { openableBy } from './law/openable.ts';
import { regimesOf } from './law/regimes.ts';
import { type Check, deny, isFinding } from './law/rules.ts';
import type { StatePolicy } from './law/state.ts';
import { lawChecks } from './law/without-consent.ts';
import { getAgency, getYoung, recipientOf } from './recipient.ts';

/** What one basis opens of its owner's items to its recipient for one purpose, once the law has been asked. */
export interface Sight {
  purpose: Purpose;
  see: bigint;
  /** Everything that is seen, and what the recipient may know of beside it. */
  know: bigint;
  data: Period;
  valid: Period;
  /** When the law ends it at the latest; `valid` may end sooner, with what the agencies agreed. */
  lawfulTo: Instant;
  /** Every rule that was asked, by kind that the basis names. */
  checks: ReadonlyMap<CategoryCode, readonly Check[]>;
}

const ALWAYS: Period = { from: -Infinity, to: Infinity };
const EVERYTHING = maskOf(CATEGORIES.map(({ code }) => code));
const DAY = /^\d{4}-\d{2}-\d{2}/;

/**
 * One sight per purpose of a basis, as of an instant; of a permission whose kinds are agreed to for different times, one
 * for each end, the first with all of them and each later one with what is left. A basis that starts later, or is over, is judged at its
 * beginning. Throws `Indeterminate` where a fact that the law asks for is missing.
 */
export function sightsOf(basis: Basis, facts: Facts, policy: Policy, at: Instant): Sight[] {
  switch (basis.kind) {
    case 'own_custody':
      return basis.purposes.map((purpose) => plain(purpose, basis.mask));
    case 'self_access':
      return [plain('self-access', basis.mask)];
    case 'consent':
      return consentSights(basis, facts, policy, at);
    case 'court_order':
    case 'team_statute':
    case 'mandate':
    case 'emergency':
      return lawSights(basis, facts, policy, at);
    default:
      return [];
  }
}

const plain = (purpose: Purpose, mask: bigint): Sight => ({
  purpose,
  see: mask,
  know: mask,
  data: ALWAYS,
  valid: ALWAYS,
  lawfulTo: Infinity,
  checks: new Map(),
});

/** The kinds that a permission names while it is active: not what was stopped, and never what none can open. */
export function openedBy({
  categories,
  stopped,
  shareable,
  purpose,
}: Pick<ConsentBasis, 'categories' | 'stopped' | 'shareable' | 'purpose'>): bigint {
  return categories & ~stopped & shareable & ~neverByConsent(purpose);
}

/**
 * A permission as the law is asked about it, as of an instant within it. Throws `Indeterminate` where a fact that the law
 * asks for is missing.
 */
export function lawCaseOf(basis: ConsentBasis, facts: Facts, at: Instant): LawCase {
  const when = instantWithin(periodOfConsent(basis), at);
  return {
    custodian: getAgency(facts, basis.discloser),
    recipient: recipientOf(basis.recipient, basis.caseId, facts, when),
    young: getYoung(facts, basis.caseId),
    paper: basis.paper,
    at: when,
  };
}

const periodOfConsent = ({ valid, paper }: ConsentBasis): Period =>
  overlap(valid, { from: paper.validFrom, to: paper.validTo });

function consentSights(basis: ConsentBasis, facts: Facts, policy: Policy, at: Instant): Sight[] {
  const { paper, purpose } = basis;
  if (basis.status !== 'active' || !paper.purposes.includes(purpose)) return [];
  const valid = periodOfConsent(basis);
  const law = lawCaseOf(basis, facts, at);
  const { mask, findings, endsAt } = openableBy(law, inForce(policy.state, law.at));
  const lawful = overlap(valid, { ...valid, to: endsAt });
  const exchange = { discloser: basis.discloser, recipient: law.recipient.agency.id, purpose };
  const agreed = coveredUntil(facts.agreements, exchange, basis.categories, law.at);
  const checks = new Map(
    kindsIn(basis.categories).map((kind) => {
      const regimes = regimesOf(kind, law.custodian);
      const found = findings.get(kind) ?? [];
      const lacking = agreed.has(kind) ? found : [deny('agreement'), ...found];
      return [kind, consentChecks(kind, regimes, lacking)];
    }),
  );
  const common = { purpose, data: basis.data, lawfulTo: lawful.to, checks };
  return stretches(openedBy(basis) & mask, lawful, agreed).map((each) => ({ ...common, ...each }));
}

/** What is open until when: each end of an agreement within the period, with the kinds that are covered until then. */
function stretches(
  mask: bigint,
  lawful: Period,
  agreed: ReadonlyMap<CategoryCode, Instant>,
): Pick<Sight, 'see' | 'know' | 'valid'>[] {
  const open = [...agreed].flatMap(([kind, until]) =>
    (mask & maskOf([kind])) === 0n ? [] : [{ kind, to: Math.min(until, lawful.to) }],
  );
  if (open.length === 0) return [{ see: 0n, know: 0n, valid: lawful }];
  const ends = [...new Set(open.map(({ to }) => to))].toSorted((one, other) => one - other);
  return ends.map((end) => {
    const see = maskOf(open.flatMap(({ kind, to }) => (to >= end ? [kind] : [])));
    return { see, know: see, valid: { from: lawful.from, to: end } };
  });
}

function lawSights(basis: LawBasis, facts: Facts, policy: Policy, at: Instant): Sight[] {
  const when = instantWithin(basis.valid, at);
  const custodian = getAgency(facts, basis.owner);
  const recipient = recipientOf(basis.recipient, basis.caseId, facts, when);
  const young = getYoung(facts, basis.caseId);
  const dated = { ...policy, state: inForce(policy.state, when) };
  return basis.purposes.map((purpose) => {
    const checks = new Map(
      kindsIn(basis.see | basis.know).map((kind) => {
        const regimes = regimesOf(kind, custodian);
        const question = { basis, custodian, kind, policy: dated, purpose, recipient, regimes, young };
        return [kind, lawChecks({ ...question, at: when })];
      }),
    );
    const lawful = maskOf([...checks].flatMap(([kind, each]) => (each.some(isFinding) ? [] : [kind])));
    const see = basis.see & lawful;
    const know = see | (basis.know & lawful & ~quietOf(custodian));
    const valid = periodOf(basis, young);
    return { purpose, see, know, data: basis.data, valid, lawfulTo: valid.to, checks };
  });
}

/** What a statute opens about a child ends when they come of age (T18-7), and never began where nobody knows when. */
function periodOf({ kind, valid }: LawBasis, { majorityAt }: YoungFacts): Period {
  return kind === 'team_statute' ? overlap(valid, { ...valid, to: majorityAt ?? valid.from }) : valid;
}

/** P-1: that somebody is with a program, a victim service or a shelter is told by any item of theirs. */
function quietOf({ part2Program, victimFunding, youthShelter }: AgencyFacts): bigint {
  const isQuiet = part2Program !== false || victimFunding.length > 0 || youthShelter !== null;
  return isQuiet ? EVERYTHING : QUIET_MASK;
}

const kindsIn = (mask: bigint): CategoryCode[] =>
  CATEGORIES.filter(({ bit }) => (mask >> BigInt(bit)) & 1n).map(({ code }) => code);

const instantWithin = ({ from, to }: Period, at: Instant): Instant => (from <= at && at < to ? at : from);

/** A15: a bundle outside of its dates says nothing, and the stricter branch holds. */
export function inForce(state: StatePolicy | null, at: Instant): StatePolicy | null {
  if (!state || !Number.isFinite(at) || Math.abs(at) > 8.64e15) return null;
  const day = new Date(at).toISOString();
  if (!DAY.test(day)) return null;
  const isIn = state.effectiveFrom <= day && (state.effectiveTo === null || day < state.effectiveTo);
  return isIn ? state : null;
}
