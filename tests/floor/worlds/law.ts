import type { AgencyFacts, LawBasis, Paper, Policy } from '@accord/consent';
import { DOMAINS } from '@accord/consent';
import fc from 'fast-check';

// What the law asks about, as numbers and names of profiles: of agencies, of the young person, of papers, and of what
// opens without a permission.

/** A made-up state that answers every question, so that both of its answers are drawn. */
export const POLICY: Policy = {
  version: 'worlds',
  state: {
    state: 'ZZ',
    version: '1',
    effectiveFrom: '1970-01-01',
    effectiveTo: null,
    verifiedOn: '2026-01-01',
    reviewedBy: null,
    ageOfMajority: 18,
    minorConsent: [
      { domain: 'substance-use', minAge: 14, conditions: [], cite: 'made up' },
      { domain: 'general-health', minAge: 18, conditions: [], cite: 'made up' },
    ],
    cpsRelease: { byConsent: true, cite: 'made up' },
    victimServicesAlone: { allowed: false, cite: 'made up' },
    teamRule: { allowed: true, members: ['child-welfare', 'justice'], cite: 'made up' },
    mandatedReporters: { victimServices: true, cite: 'made up' },
  },
  reRead: ['H-16'],
};

const NOBODY: Omit<AgencyFacts, 'id'> = {
  coveredEntity: false,
  part2Program: false,
  victimFunding: [],
  youthShelter: null,
  educationAgency: false,
  childWelfare: false,
  justice: false,
  tribal: false,
};
/** What an agency can be bound by. `unknown`: nobody has said anything of it. */
export const PROFILES = {
  plain: NOBODY,
  clinic: { ...NOBODY, coveredEntity: true },
  program: { ...NOBODY, part2Program: true },
  school: { ...NOBODY, educationAgency: true, switchedOn: ['F-6'] },
  advocate: { ...NOBODY, victimFunding: ['VAWA'] },
  shelter: { ...NOBODY, youthShelter: 'basic-center' },
  police: { ...NOBODY, justice: true },
  welfare: { ...NOBODY, childWelfare: true },
  unknown: {
    ...NOBODY,
    coveredEntity: null,
    part2Program: null,
    educationAgency: null,
    childWelfare: null,
    justice: null,
    tribal: null,
  },
} as const satisfies Record<string, Omit<AgencyFacts, 'id'>>;
export type Profile = keyof typeof PROFILES;

const mostly = <T>(value: T, other: fc.Arbitrary<T>, weight = 4): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(value) }, other);

export const profile = mostly<Profile>('plain', fc.constantFrom(...(Object.keys(PROFILES) as Profile[])), 2);

export interface YoungPlan {
  years: number | null;
  /** The day on which they come of age. */
  majority: number | null;
  /** Which agency is legally responsible for them. */
  custodian: number | null;
}
export const young: fc.Arbitrary<YoungPlan> = fc.record({
  years: mostly<number | null>(16, fc.constantFrom(11, 13, null)),
  majority: mostly<number | null>(500, fc.constantFrom(-1, 0, 1, null)),
  custodian: fc.constantFrom(null, 0, 1, 2),
});

/** Who signed, and what is wrong with the paper. */
export interface PaperPlan {
  signers: 'young' | 'both' | 'guardian' | 'excluded';
  initialled: 'all' | 'none';
  flaw: 'none' | 'dissent' | 'no-copy' | 'other-purpose';
}
export const paper: fc.Arbitrary<PaperPlan> = fc.record({
  signers: mostly<PaperPlan['signers']>('both', fc.constantFrom('young', 'young', 'guardian', 'excluded'), 3),
  initialled: mostly<PaperPlan['initialled']>('all', fc.constant('none'), 5),
  flaw: mostly<PaperPlan['flaw']>('none', fc.constantFrom('dissent', 'no-copy', 'other-purpose'), 6),
});
export const WHOLE: PaperPlan = { signers: 'both', initialled: 'all', flaw: 'none' };

export function paperOf(
  { signers, initialled, flaw }: PaperPlan,
  terms: Pick<Paper, 'kinds' | 'purposes' | 'validFrom' | 'validTo'>,
): Paper {
  const by = (capacity: 'young-person' | 'guardian', isExcluded = false) => ({
    capacity,
    domains: DOMAINS,
    isExcluded,
    signedAt: -Infinity,
  });
  const SIGNATURES = {
    young: [by('young-person')],
    both: [by('young-person'), by('guardian')],
    guardian: [by('guardian')],
    excluded: [by('young-person'), by('guardian', true)],
  };
  return {
    ...terms,
    purposes: flaw === 'other-purpose' ? ['education-support'] : terms.purposes,
    initialled: initialled === 'all' ? terms.kinds : 0n,
    signatures: SIGNATURES[signers],
    dissent: flaw === 'dissent',
    notACondition: true,
    copyGiven: flaw !== 'no-copy',
    toldHowToStop: true,
    toldOfRedisclosure: true,
    knownFalse: false,
  };
}

export const lawKind = fc.constantFrom<LawBasis['kind']>(
  'court_order',
  'team_statute',
  'mandate',
  'emergency',
);
/** What each kind of basis can name; of mandates one duty that is known, and one that is not. */
export const EVIDENCE: Record<LawBasis['kind'], readonly string[]> = {
  court_order: ['Order 7', ''],
  team_statute: ['made up 18961', 'made up 18961', ''],
  mandate: ['H-14 report 3', 'M-2', 'unheard-of'],
  emergency: ['threat of 3 pm', 'threat of 3 pm', ''],
};
