import type { AgencyId, Purpose, StaffId } from '@accord/kernel';
import type { Instant } from '../instant.ts';

/** Yes, no, or not known. Not known never opens anything. */
export type Known = boolean | null;

/** What the law asks of an agency. None of it is read from a name: who is covered depends on funding and status. */
export interface AgencyFacts {
  id: AgencyId;
  /** HIPAA covered entity or business associate acting as such (45 CFR 160.103). */
  coveredEntity: Known;
  /** Federally assisted program that holds itself out as treating substance use (42 CFR 2.11, 2.12). */
  part2Program: Known;
  /** Grants whose confidentiality terms bind it (consent-rules A4). */
  victimFunding: readonly ('VAWA' | 'FVPSA' | 'VOCA')[];
  /** 34 USC 11201 ff.: which program for young people away from home it runs. */
  youthShelter: 'basic-center' | 'transitional-living' | null;
  educationAgency: Known;
  childWelfare: Known;
  justice: Known;
  tribal: Known;
  /** Permissions without consent that the agency has switched on. Left out: none (consent-rules 0.2 step 6). */
  switchedOn?: readonly Switch[];
}

/** H-1: treatment by another provider. F-6: school records to the agency that is legally responsible. */
type Switch = 'H-1' | 'F-6';

/** What the law asks of the young person, at the instant of the question. */
export interface YoungFacts {
  /** Full years. Null: not known. */
  years: number | null;
  /** Local midnight on which they come of age. Null: not known. */
  majorityAt: Instant | null;
  emancipated: boolean;
  /** Who is legally responsible for their care, by an order on record. Null: nobody beside the parents. */
  legalCustodian: AgencyId | null;
  /** They attend postsecondary school: FERPA rights are theirs at any age (34 CFR 99.3). */
  postsecondary: boolean;
  /** Areas in which somebody recorded that the conditions hold under which their state lets them decide alone. */
  conditionsMet: readonly Domain[];
}

export type Capacity = 'young-person' | 'guardian' | 'legal-custodian' | 'court';

/** One signature as it was recorded. */
export interface Signature {
  capacity: Capacity;
  /** Areas in which an order or a statute on record lets this signer decide. The young person needs none. */
  domains: readonly Domain[];
  /** A suspected exploiter, an abusive parent, or somebody under a no-contact order. */
  isExcluded: boolean;
  signedAt: Instant;
}

/** Areas of care in which states let young people decide, and in which authority over them is recorded. */
export const DOMAINS = [
  'general-health',
  'mental-health',
  'substance-use',
  'sexual-health',
  'victim-services',
  'shelter',
  'education',
  'placement',
] as const;
export type Domain = (typeof DOMAINS)[number];

/** A permission as a paper: what the regimes ask of it beside who, what and until when. */
export interface Paper {
  kinds: bigint;
  /** Kinds that were initialled one by one. */
  initialled: bigint;
  purposes: readonly Purpose[];
  validFrom: Instant;
  validTo: Instant;
  signatures: readonly Signature[];
  /** The young person said no to it, whoever else signed. */
  dissent: boolean;
  /** "You can say no and still get help" was said, and is true. */
  notACondition: boolean;
  copyGiven: boolean;
  /** The form told of the right to stop, how, and that what was read cannot be called back. */
  toldHowToStop: boolean;
  /** The form told that others may pass it on, or may not. */
  toldOfRedisclosure: boolean;
  /** Something material on it is known to be false. */
  knownFalse: boolean;
}

export interface RecipientFacts {
  agency: AgencyFacts;
  /** Null: the permission names the agency, not a person. */
  staffId: StaffId | null;
  isExcluded: boolean;
  /** A health care provider who treats this young person. */
  treats: Known;
  /** The young person's own lawyer. */
  counsel: Known;
  /** Police, prosecution, probation: whoever could turn it into a proceeding. */
  lawEnforcement: Known;
}

export interface LawCase {
  custodian: AgencyFacts;
  recipient: RecipientFacts;
  young: YoungFacts;
  paper: Paper;
  at: Instant;
}
