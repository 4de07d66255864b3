import type { CategoryCode } from '../categories.ts';
import type { AgencyFacts, Capacity, Domain, LawCase, YoungFacts } from './facts.ts';
import { domainOf, type Regime } from './regimes.ts';
import { deny, type Finding, review, type RuleId } from './rules.ts';
import { decidesAlone, type StatePolicy } from './state.ts';

/** From this full year of age on, nothing is shared by consent against a young person's no or without their yes. */
export const ASSENT_FROM = 12;

/** Each entry is a choice: one of these must have signed. All entries must be met. */
type Needed = readonly (readonly Capacity[])[];

const YOUNG: Needed = [['young-person']];
const ADULTS: readonly Capacity[] = ['guardian', 'legal-custodian'];
/** The young person's own yes is asked for beside it from twelve on, whatever the regime. */
const ADULT: Needed = [ADULTS];
const BOTH: Needed = [['young-person'], ADULTS];

interface Demand {
  rule: RuleId;
  needed: Needed | 'nobody-can' | 'unknown';
  /** Which authority an adult signer must have on record. */
  domain: Domain;
}

/**
 * Who must have signed for one kind under one regime (consent-rules A14). `unknown` where the state's row or a fact is
 * missing: then both must have signed, and a person looks at it.
 */
function demandOf(
  regime: Regime,
  kind: CategoryCode,
  custodian: AgencyFacts,
  young: YoungFacts,
  policy: StatePolicy | null,
): Demand {
  const health = domainOf(kind) ?? 'general-health';
  const alone = (domain: Domain) => decidesAlone(policy, domain, young);
  const byState = (rule: RuleId, domain: Domain): Demand => ({
    rule,
    domain,
    // Where it depends, whoever has the right is among the two who sign.
    needed: { yes: YOUNG, no: BOTH, depends: BOTH, unknown: 'unknown' as const }[alone(domain)],
  });
  switch (regime) {
    case 'hipaa':
      return byState('H-11', health);
    case 'part2':
      return byState('P-8', 'substance-use');
    case 'ferpa':
      return { rule: 'F-3', needed: young.postsecondary ? YOUNG : ADULT, domain: 'education' };
    case 'victim-services': {
      // VOCA alone asks for the person the information is about (28 CFR 94.115(a)(2)).
      if (custodian.victimFunding.every((grant) => grant === 'VOCA') && custodian.victimFunding.length > 0) {
        return { rule: 'V-3', needed: YOUNG, domain: 'victim-services' };
      }
      const row = policy?.victimServicesAlone;
      const needed = row === undefined ? 'unknown' : row.allowed ? YOUNG : BOTH;
      return { rule: 'V-3', needed, domain: 'victim-services' };
    }
    case 'youth-shelter':
      return {
        rule: 'RHY-1',
        needed: custodian.youthShelter === 'transitional-living' ? YOUNG : BOTH,
        domain: 'shelter',
      };
    case 'child-welfare':
      return {
        rule: 'C-1',
        needed: byRelease(policy?.cpsRelease?.byConsent, policy?.cpsRelease?.youngPersonAlone),
        domain: 'placement',
      };
    case 'justice':
      return {
        rule: 'JJ-1',
        needed: byRelease(policy?.justiceRelease?.consentSuffices, policy?.justiceRelease?.youngPersonAlone),
        domain: 'placement',
      };
    case 'criminal-justice-information':
      return { rule: 'JJ-3', needed: 'nobody-can', domain: 'placement' };
    case 'immigration':
      return { rule: 'IM-1', needed: YOUNG, domain: 'placement' };
  }
}

/** Records that open by consent only where the state says so. */
function byRelease(isByConsent: boolean | undefined, isAlone: boolean | undefined): Demand['needed'] {
  if (isByConsent !== true) return 'nobody-can';
  return isAlone === true ? YOUNG : BOTH;
}

/** What is missing among the signatures for this kind. An adult, or an emancipated minor, signs alone. */
export function signerFindings(
  kind: CategoryCode,
  regimes: readonly Regime[],
  { custodian, young, paper, at }: LawCase,
  policy: StatePolicy | null,
): Finding[] {
  const { majorityAt } = young;
  const isAdult = young.emancipated || (majorityAt !== null && at >= majorityAt);
  // What somebody else signed for them ends the instant that they come of age. Nobody knows when: it never held.
  const othersMaySign = !isAdult && majorityAt !== null;
  const findings: Finding[] = [];
  if (paper.signatures.some(({ isExcluded }) => isExcluded)) {
    findings.push(deny('V-4'));
    if (regimes.includes('victim-services')) findings.push(deny('A16-7'));
  }
  const signed = (capacity: Capacity, domain: Domain) =>
    paper.signatures.some(
      (signature) =>
        signature.capacity === capacity &&
        !signature.isExcluded &&
        (capacity === 'young-person' || (othersMaySign && signature.domains.includes(domain))),
    );
  // Whoever is old enough is asked, whatever the regime; below that, or where the age is not known, they may be.
  const isAsked = young.years === null || young.years >= ASSENT_FROM;
  if (paper.dissent || (isAsked && !signed('young-person', 'placement'))) findings.push(deny('A14-assent'));

  for (const regime of regimes) {
    const { rule, needed, domain } = demandOf(regime, kind, custodian, young, policy);
    if (needed === 'nobody-can') {
      findings.push(deny(rule));
      continue;
    }
    const demand = isAdult ? YOUNG : needed === 'unknown' ? BOTH : needed;
    const isMet = demand.every((choice) => choice.some((capacity) => signed(capacity, domain)));
    if (!isMet) findings.push(deny(isAdult ? 'T18-1' : rule));
    else if (needed === 'unknown' && !isAdult) findings.push(review('MC-1'));
  }
  return findings;
}
