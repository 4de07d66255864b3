import type { Purpose } from '@accord/kernel';
import { ACT_REASON, PURPOSES_HERE } from '../systems.ts';

/** What HL7 calls a purpose of ours. Left out: it has no word for it that means no more. */
const IN_HL7: Partial<Record<Purpose, string>> = {
  'care-plan-coordination': 'COC',
  'service-referral': 'COC',
  treatment: 'TREAT',
  'missing-child-response': 'THREAT',
  'court-report': 'HLEGAL',
  'self-access': 'PATRQT',
};

/** For records: our own code first, and HL7's nearest beside it. */
export function purposeCodingOf(purpose: Purpose): { system: string; code: string }[] {
  const code = IN_HL7[purpose];
  return [{ system: PURPOSES_HERE, code: purpose }, ...(code ? [{ system: ACT_REASON, code }] : [])];
}
