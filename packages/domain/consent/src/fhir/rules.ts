import type { Effect } from './codes.ts';
import type { Span } from './dates.ts';
import type { Reference } from './elements.ts';
import type { Code } from './systems.ts';

/** What must hold for a rule to apply: the elements of one provision are AND, the values of one element OR. */
export interface Conditions {
  period?: Span;
  actors?: readonly RuleActor[];
  actions?: readonly string[];
  labels?: readonly Code[];
  purposes?: readonly string[];
  /** R4 `class` is one list of these; R5 `resourceType` and `documentType` are two that must both hold. */
  classes?: readonly (readonly Code[])[];
  codes?: readonly Code[];
  dataPeriod?: Span;
  data?: readonly { meaning: 'instance' | 'related' | 'dependents' | 'authoredby'; reference: Reference }[];
}

export interface RuleActor {
  /** `other`: a part in which the request names nobody, such as the custodian. */
  part: 'recipient' | 'other';
  reference: Reference;
}

/** One rule of a Consent, made explicit. */
export interface Rule {
  effect: Effect;
  /** Its own conditions, and those of all that it is an exception to: all must hold. */
  conditions: readonly Conditions[];
  /** 0 is the base. */
  depth: number;
  /** The place in the list of the rule that this one is an exception to. The exception beats it where both apply. */
  exceptionTo: number | null;
  /** Where it is written. */
  element: string;
}

export const other = (effect: Effect): Effect => (effect === 'permit' ? 'deny' : 'permit');
