import type { CategoryCode } from '../categories.ts';
import type { AgencyFacts, Domain } from './facts.ts';

export type Regime =
  | 'hipaa'
  | 'part2'
  | 'ferpa'
  | 'victim-services'
  | 'youth-shelter'
  | 'child-welfare'
  | 'justice'
  | 'criminal-justice-information'
  | 'immigration';

/** Kinds that bring their regime wherever they are (consent-rules 0.5). */
const OF_KIND: Partial<Record<CategoryCode, Regime>> = {
  'sud-part2': 'part2',
  'sud-counseling-notes': 'part2',
  'edu-record': 'ferpa',
  'vsp-record': 'victim-services',
  'rhy-record': 'youth-shelter',
  'cw-record': 'child-welfare',
  'cw-reporter': 'child-welfare',
  'jj-record': 'justice',
  'jj-sealed': 'justice',
  'le-investigative': 'criminal-justice-information',
  immigration: 'immigration',
};

/**
 * The regimes that a kind stands under when this agency holds it: its own, and those that its custodian is bound by
 * whatever the kind. All of them must be satisfied (consent-rules 0.2 step 6: most protective wins).
 */
export function regimesOf(kind: CategoryCode, custodian: AgencyFacts): readonly Regime[] {
  const regimes = new Set<Regime>();
  const own = OF_KIND[kind];
  if (own) regimes.add(own);
  // What a covered entity or a program holds is under its regime whatever the kind; where it is not known whether it
  // is one, what could come from one counts as such.
  const domain = domainOf(kind);
  if (custodian.coveredEntity ?? domain !== null) regimes.add('hipaa');
  if (custodian.part2Program ?? domain === 'substance-use') regimes.add('part2');
  if (custodian.victimFunding.length > 0) regimes.add('victim-services');
  if (custodian.youthShelter) regimes.add('youth-shelter');
  if (custodian.educationAgency === true) regimes.add('ferpa');
  return [...regimes];
}

const DOMAIN_OF: Partial<Record<CategoryCode, Domain>> = {
  'health-general': 'general-health',
  'health-genetic': 'general-health',
  'health-sexual-repro': 'sexual-health',
  'health-hiv': 'sexual-health',
  'mh-record': 'mental-health',
  'mh-psychotherapy-notes': 'mental-health',
  'sud-part2': 'substance-use',
  'sud-counseling-notes': 'substance-use',
  'sud-other': 'substance-use',
};

/** The area of care that a kind is about; null for what is not health. */
export const domainOf = (kind: CategoryCode): Domain | null => DOMAIN_OF[kind] ?? null;
