import { describe, expect, test } from 'vitest';
import type { CategoryCode } from '../categories.ts';
import { maskOf } from '../categories.ts';
import type { AgencyFacts, Capacity, LawCase, YoungFacts } from './facts.ts';
import { DOMAINS } from './facts.ts';
import { openableBy } from './openable.ts';
import { regimesOf } from './regimes.ts';
import type { StatePolicy } from './state.ts';
import { decidesAlone } from './state.ts';
import { exampleState } from './states/examples.testing.ts';
import { agency, law, paper, recipient, signature, STATE, T, young } from './world.testing.ts';

type Signers = readonly Capacity[];
const Y: Signers = ['young-person'];
const G: Signers = ['guardian'];
const A: Signers = ['legal-custodian'];
const YG: Signers = [...Y, ...G];
const YA: Signers = [...Y, ...A];
const ALL: readonly Signers[] = [[], Y, G, A, YG, YA];

/** The made-up state decides about minds and substances from 12 and 14 on, and lets records open by consent. */
const POLICY: StatePolicy = {
  ...STATE,
  cpsRelease: { byConsent: true, cite: 'made up' },
  justiceRelease: { consentSuffices: true, cite: 'made up' },
  victimServicesAlone: { allowed: false, cite: 'made up' },
};
const clinic = { coveredEntity: true };
const program = { part2Program: true };
const school = { educationAgency: true };

function opens(
  kind: CategoryCode,
  signers: Signers,
  custodian: Partial<AgencyFacts>,
  youngFacts: Partial<YoungFacts>,
  policy: StatePolicy | null,
  change: Partial<LawCase> = {},
): boolean {
  const signatures = signers.map((capacity) => signature({ capacity, domains: DOMAINS }));
  const question = law([kind], {
    custodian: agency(custodian),
    young: young(youngFacts),
    paper: paper([kind], { signatures }),
    ...change,
  });
  return openableBy(question, policy).mask === maskOf([kind]);
}

const MINOR = { years: 16 };
const TOO_YOUNG = { years: 13 };
const ADULT = { years: 18, majorityAt: T };

describe('A14: who must have signed', () => {
  // Each row: the regime, its kind and custodian, the young person, and exactly which of the six sets of signers open it.
  // Beside the law the product asks from 12 on for their own yes, so that no adult ever opens anything alone.
  const both = [YG, YA];
  const own = [Y, YG, YA];
  test.each<[string, CategoryCode, Partial<AgencyFacts>, Partial<YoungFacts>, readonly Signers[]]>([
    ['A14: HIPAA, minor', 'health-general', clinic, MINOR, both],
    ['A14: HIPAA, minor who may consent alone', 'mh-record', clinic, MINOR, own],
    ['A14: HIPAA, adult', 'health-general', clinic, ADULT, own],
    ['A14: Part 2, parent needed to treat', 'sud-part2', program, TOO_YOUNG, both],
    ['A14: Part 2, minor may consent', 'sud-part2', program, MINOR, own],
    ['A14: Part 2, adult', 'sud-part2', program, ADULT, own],
    ['A14: FERPA, minor', 'edu-record', school, MINOR, both],
    ['A14: FERPA, postsecondary at any age', 'edu-record', school, { ...MINOR, postsecondary: true }, own],
    ['A14: FERPA, adult', 'edu-record', school, ADULT, own],
    ['A14: VAWA, minor', 'vsp-record', { victimFunding: ['VAWA'] }, MINOR, both],
    ['A14: VAWA, adult', 'vsp-record', { victimFunding: ['VAWA'] }, ADULT, own],
    ['A14: FVPSA beside VOCA, minor', 'vsp-record', { victimFunding: ['VOCA', 'FVPSA'] }, MINOR, both],
    ['A14: VOCA alone, minor', 'vsp-record', { victimFunding: ['VOCA'] }, MINOR, own],
    ['A14: basic center, minor', 'rhy-record', { youthShelter: 'basic-center' }, MINOR, both],
    ['A14: transitional living, minor', 'rhy-record', { youthShelter: 'transitional-living' }, MINOR, own],
    ['A14: child protection, where the state lets consent open it', 'cw-record', {}, MINOR, both],
    ['A14: court records, where the state lets consent open them', 'jj-record', {}, MINOR, both],
    ['A14: what no regime binds', 'case-plan', {}, MINOR, own],
  ])('%s', (_, kind, custodian, facts, expected) => {
    const opened = ALL.filter((signers) => opens(kind, signers, custodian, facts, POLICY));
    expect(opened).toEqual(expected);
  });

  test('A14: immigration goes to their own lawyer, by their own word', () => {
    const toLawyer = { recipient: recipient({ counsel: true }) };
    expect(ALL.filter((signers) => opens('immigration', signers, {}, MINOR, POLICY, toLawyer))).toEqual([
      Y,
      YG,
      YA,
    ]);
  });

  test('A14: child protection and court records open by nobody’s signature where the state is silent', () => {
    for (const kind of ['cw-record', 'jj-record'] as const) {
      expect(ALL.filter((signers) => opens(kind, signers, {}, MINOR, STATE))).toEqual([]);
    }
  });

  test('A14: below twelve they are not asked, and an adult with authority signs for them', () => {
    expect(ALL.filter((signers) => opens('case-plan', signers, {}, { years: 11 }, POLICY))).toHaveLength(6);
    expect(opens('case-plan', G, {}, { years: 12 }, POLICY)).toBe(false);
  });
});

test('F-14: where a young person lives is a school record at a school, and quiet everywhere', () => {
  expect(regimesOf('contact-location', agency(school))).toEqual(['ferpa']);
  expect(opens('contact-location', Y, school, MINOR, POLICY)).toBe(false);
  expect(opens('contact-location', YG, school, MINOR, POLICY)).toBe(true);
});

test('MC-2: example ages are data of a state, and of no state in this code', () => {
  const alone = (years: number) =>
    decidesAlone(exampleState('ca'), 'substance-use', { years, conditionsMet: [] });
  expect([11, 12, 17].map(alone)).toEqual(['no', 'yes', 'yes']);
});
