import { maskOf } from '../categories.ts';
import type { AgencyFacts } from './facts.ts';
import type { RuleId } from './rules.ts';
import type { Purpose } from '@accord/kernel';

/** A duty or a narrow permission to report: the set that its law lists, to whom, and for what alone. */
export interface Duty {
  about: 'abuse' | 'missing' | 'unread';
  set: bigint;
  isRecipient: (agency: AgencyFacts) => boolean;
  /** Null: any purpose that the report names. */
  purposes: readonly Purpose[] | null;
}

const isPolice = (agency: AgencyFacts) => agency.justice === true;
const isProtection = (agency: AgencyFacts) => agency.childWelfare === true || isPolice(agency);

/** MR-3: the report is not the file. Who reported is never in it (C-3). */
const ABUSE_REPORT: Duty = {
  about: 'abuse',
  set: maskOf(['id-core', 'contact-location', 'exploitation-history', 'trafficking-status']),
  isRecipient: isProtection,
  purposes: null,
};
const MISSING: Duty = {
  about: 'missing',
  set: maskOf(['id-core', 'contact-location', 'trafficking-status']),
  isRecipient: isPolice,
  purposes: ['missing-child-response'],
};
/** The list of 164.512(f)(2) is narrower than any kind but this one. */
const IDENTIFY: Duty = { ...MISSING, set: maskOf(['id-core']) };
/** No list was read for these: a person looks at each. */
const NOTHING: Duty = { about: 'unread', set: 0n, isRecipient: () => true, purposes: null };

/** What the evidence of a mandate can name (consent-rules A1, A2, A4, A9, A10). */
export const DUTIES = {
  'H-14': ABUSE_REPORT,
  'P-12': ABUSE_REPORT,
  'V-7': ABUSE_REPORT,
  'MR-1': ABUSE_REPORT,
  'MR-2': ABUSE_REPORT,
  'M-2': { ...MISSING, set: maskOf(['id-core', 'trafficking-status']), purposes: null },
  'M-3': MISSING,
  'H-17': IDENTIFY,
  'H-18': NOTHING,
  'H-20': NOTHING,
  'P-11': NOTHING,
  'P-14': NOTHING,
} as const satisfies Partial<Record<RuleId, Duty>>;

export type DutyId = keyof typeof DUTIES;

/** The duty that a piece of evidence begins with; undefined where it names none that is known. */
export function findDuty(evidence: string): DutyId | undefined {
  const [first = ''] = evidence.split(/[\s,;:]/);
  return Object.hasOwn(DUTIES, first) ? (first as DutyId) : undefined;
}
