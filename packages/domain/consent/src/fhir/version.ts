import { NotUnderstood } from './problem.ts';
import type { Json } from './read.ts';
import { words } from './words.ts';

/** How the rules of a Consent nest: three conventions that do not mix (consent-rules B1). */
export type Convention = 'R4' | 'R5' | 'PCF';

const ONLY_R4 = ['scope', 'patient', 'dateTime', 'performer', 'organization', 'policy', 'policyRule'];
const ONLY_R5 = words(
  'subject date period grantor grantee manager controller regulatoryBasis',
  'policyBasis policyText decision',
);
const PCF = 'https://profiles.ihe.net/ITI/PCF/StructureDefinition/IHE.PCF.consent';

/**
 * Which version a Consent is written in, by the elements that only one of them has.
 *
 * @throws NotUnderstood where both are there, or neither.
 */
export function conventionOf(consent: Json): Convention {
  const r4 = ONLY_R4.find((name) => name in consent);
  const r5 = ONLY_R5.find((name) => name in consent);
  if (r4 && r5) {
    throw new NotUnderstood('MIXED_VERSIONS', `Consent.${r5}`, `${r5} is of R5, and ${r4} is of R4.`);
  }
  const isList = Array.isArray(consent['provision']);
  if ((r4 && isList) || (r5 && 'provision' in consent && !isList)) {
    throw new NotUnderstood(
      'MIXED_VERSIONS',
      'Consent.provision',
      'R4 has one provision, R5 a list of them.',
    );
  }
  if (isPcf(consent)) {
    if (r5) throw new NotUnderstood('MIXED_VERSIONS', `Consent.${r5}`, 'The IHE PCF profile is of R4.');
    return 'PCF';
  }
  if (r5) return 'R5';
  if (r4) return 'R4';
  throw new NotUnderstood('MISSING', 'Consent.patient', 'Nothing tells which version of FHIR this is.');
}

function isPcf({ meta }: Json): boolean {
  const profiles = (meta as Json | undefined)?.['profile'];
  return Array.isArray(profiles) && profiles.some((each) => typeof each === 'string' && each.startsWith(PCF));
}
