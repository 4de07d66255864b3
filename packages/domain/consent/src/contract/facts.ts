import type { AgencyId, CaseId, StaffId } from '@accord/kernel';
import type { AgreementFacts } from './agreements/cover.ts';
import type { Basis } from './basis.ts';
import type { Period } from './instant.ts';
import type { AgencyFacts, Known, YoungFacts } from './law/facts.ts';
import type { RuleId } from './law/rules.ts';
import type { StatePolicy } from './law/state.ts';

/** What is known at the instant of the question. What is left out is not known, and opens nothing. */
export interface Facts {
  employments: readonly { staffId: StaffId; agencyId: AgencyId; period: Period }[];
  assignments: readonly { caseId: CaseId; staffId: StaffId; period: Period }[];
  bases: readonly Basis[];
  /** Restrictions: `target` is a person or an agency. They beat every basis (consent-rules 0.2 step 8). */
  denials: readonly { caseId: CaseId; target: string; mask: bigint; period: Period }[];
  /** A suspected exploiter, an abusive parent, a person under a no-contact order, or an agency (A16.8). */
  excluded: readonly { caseId: CaseId; target: string }[];
  /** One row each; two rows of one agency are a mix of versions, and deny. */
  agencies: readonly AgencyFacts[];
  /** What each agency signed. They cap what a permission opens, and nothing else: a duty or an order asks none. */
  agreements: readonly AgreementFacts[];
  /** One row per case. */
  young: readonly (YoungFacts & { caseId: CaseId })[];
  relations: readonly { caseId: CaseId; staffId: StaffId; treats: Known; counsel: Known }[];
}

/** The law as data: which bundle, and what a named person has read again in the source. */
export interface Policy {
  /** Of the whole bundle, as the ledger names it. */
  version: string;
  /** Null: no row of any state. The stricter branch holds everywhere. */
  state: StatePolicy | null;
  /**
   * Rules flagged K that the signed bundle says were read again in the source. Every other K rule asks for a person
   * and permits nothing. Left out: none, as it ships.
   */
  reRead?: readonly RuleId[];
}
