import type { Purpose } from '@accord/kernel';
import { ACT_REASON } from '../systems.ts';

/** The product's own purposes, where HL7 has none (consent-rules 0.5). */
export const PURPOSES_HERE = 'urn:accord:cs:purpose';

/** What HL7 calls a purpose of ours. Left out: it has no word for it that means no more. */
const IN_HL7: Partial<Record<Purpose, string>> = {
  'care-plan-coordination': 'COC',
  'service-referral': 'COC',
  treatment: 'TREAT',
  'missing-child-response': 'THREAT',
  'court-report': 'HLEGAL',
  'self-access': 'PATRQT',
};

/** HL7's code for a purpose, if there is one. */
export const hl7PurposeOf = (purpose: Purpose): string | undefined => IN_HL7[purpose];

/** For records: our own code first, and HL7's nearest beside it. */
export function purposeCodingOf(purpose: Purpose): { system: string; code: string }[] {
  const code = hl7PurposeOf(purpose);
  return [{ system: PURPOSES_HERE, code: purpose }, ...(code ? [{ system: ACT_REASON, code }] : [])];
}
