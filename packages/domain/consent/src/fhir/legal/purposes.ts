import { Purpose } from '@accord/kernel';

/** What a purpose of HL7 is to the law: a purpose of the product, one that no consent opens, or a question to a person. */
export type LegalPurpose = { is: Purpose } | 'never' | 'ask';

const OF_HL7: Readonly<Record<string, LegalPurpose>> = {
  TREAT: { is: 'treatment' },
  COC: { is: 'care-plan-coordination' },
  CAREMGT: { is: 'care-plan-coordination' },
  HPAYMT: { is: 'treatment' },
  HOPERAT: { is: 'treatment' },
  HLEGAL: { is: 'court-report' },
  PATRQT: { is: 'self-access' },
  THREAT: { is: 'missing-child-response' },
  // A16.11: no sale, no advertising, no training of models.
  HMARKT: 'never',
  MLTRAINING: 'never',
};

/** Of a code of HL7's, or of our own, which mean themselves. */
export function legalPurposeOf(code: string): LegalPurpose {
  const own = Purpose.safeParse(code).data;
  return own ? { is: own } : (OF_HL7[code] ?? 'ask');
}
