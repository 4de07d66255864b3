import { AgencyId, newId, StaffId } from '@accord/kernel';
import { type CategoryCode, maskOf } from '../categories.ts';
import type { AgencyFacts, LawCase, Paper, RecipientFacts, Signature, YoungFacts } from './facts.ts';
import type { StatePolicy } from './state.ts';

/** A permission that everything is right with, and knobs to spoil one thing at a time. */
export const T = Date.parse('2026-06-01T00:00:00Z');
export const DAY = 86_400_000;

export const agency = (change: Partial<AgencyFacts> = {}): AgencyFacts => ({
  id: newId(AgencyId),
  coveredEntity: false,
  part2Program: false,
  victimFunding: [],
  youthShelter: null,
  educationAgency: false,
  childWelfare: false,
  justice: false,
  tribal: false,
  ...change,
});

export const recipient = (change: Partial<RecipientFacts> = {}): RecipientFacts => ({
  agency: agency({ childWelfare: true }),
  staffId: newId(StaffId),
  isExcluded: false,
  treats: false,
  counsel: false,
  lawEnforcement: false,
  ...change,
});

export const young = (change: Partial<YoungFacts> = {}): YoungFacts => ({
  years: 16,
  majorityAt: T + 400 * DAY,
  emancipated: false,
  legalCustodian: null,
  postsecondary: false,
  conditionsMet: [],
  ...change,
});

export const signature = (change: Partial<Signature> = {}): Signature => ({
  capacity: 'young-person',
  domains: [],
  isExcluded: false,
  signedAt: T - DAY,
  ...change,
});

export const guardian = (domains: Signature['domains'], change: Partial<Signature> = {}): Signature =>
  signature({ capacity: 'guardian', domains, ...change });

export const paper = (codes: CategoryCode[], change: Partial<Paper> = {}): Paper => ({
  kinds: maskOf(codes),
  initialled: maskOf(codes),
  purposes: ['care-plan-coordination'],
  validFrom: T - DAY,
  validTo: T + 29 * DAY,
  signatures: [signature()],
  dissent: false,
  notACondition: true,
  copyGiven: true,
  toldHowToStop: true,
  toldOfRedisclosure: true,
  knownFalse: false,
  ...change,
});

export const law = (codes: CategoryCode[], change: Partial<LawCase> = {}): LawCase => ({
  custodian: agency(),
  recipient: recipient(),
  young: young(),
  paper: paper(codes),
  at: T,
  ...change,
});

/** A made-up state that lets young people decide about their minds and substances from 12 on. */
export const STATE: StatePolicy = {
  state: 'ZZ',
  version: '1',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  verifiedOn: '2026-05-01',
  reviewedBy: null,
  ageOfMajority: 18,
  minorConsent: [
    { domain: 'mental-health', minAge: 12, conditions: [], cite: 'made up' },
    { domain: 'substance-use', minAge: 14, conditions: [], cite: 'made up' },
    { domain: 'sexual-health', minAge: 12, conditions: ['lives apart'], cite: 'made up' },
    { domain: 'general-health', minAge: 18, conditions: [], cite: 'made up' },
  ],
};
