import { NotUnderstood } from './problem.ts';

/** The code systems that the rules are written in. Source: HL7 Terminology (THO), CC0-1.0. */
const THO = 'http://terminology.hl7.org/CodeSystem/';
export const CONFIDENTIALITY = `${THO}v3-Confidentiality`;
export const ACT_CODE = `${THO}v3-ActCode`;
export const ACT_REASON = `${THO}v3-ActReason`;
export const OBSERVATION_VALUE = `${THO}v3-ObservationValue`;
export const PARTICIPATION_TYPE = `${THO}v3-ParticipationType`;
export const ROLE_CLASS = `${THO}v3-RoleClass`;
export const ROLE_CODE = `${THO}v3-RoleCode`;
export const SECURITY_ROLE = `${THO}extra-security-role-type`;
export const SCOPE = `${THO}consentscope`;
export const ACTION = `${THO}consentaction`;
export const RESOURCE_TYPES = 'http://hl7.org/fhir/resource-types';
export const LOINC = 'http://loinc.org';
/** The product's own kinds of data, where HL7 has no code (consent-rules 0.5). */
export const KINDS = 'urn:accord:cs:category';

/** The product's own purposes, where HL7 has none, or one that means more (consent-rules 0.5). */
export const PURPOSES_HERE = 'urn:accord:cs:purpose';

/** Older names of the same code systems. What is not here and looks old is not understood. */
const SAME_AS: Readonly<Record<string, string>> = {
  'http://hl7.org/fhir/v3/Confidentiality': CONFIDENTIALITY,
  'http://hl7.org/fhir/v3/ActCode': ACT_CODE,
  'http://hl7.org/fhir/v3/ActReason': ACT_REASON,
  'http://hl7.org/fhir/v3/ObservationValue': OBSERVATION_VALUE,
  'http://hl7.org/fhir/v3/ParticipationType': PARTICIPATION_TYPE,
  'http://hl7.org/fhir/v3/RoleClass': ROLE_CLASS,
  'http://hl7.org/fhir/v3/RoleCode': ROLE_CODE,
  'http://hl7.org/fhir/consentscope': SCOPE,
  'http://hl7.org/fhir/consentaction': ACTION,
  'http://hl7.org/fhir/fhir-types': RESOURCE_TYPES,
  'urn:oid:2.16.840.1.113883.5.25': CONFIDENTIALITY,
  'urn:oid:2.16.840.1.113883.5.4': ACT_CODE,
  'urn:oid:2.16.840.1.113883.5.8': ACT_REASON,
};

export interface Code {
  system: string;
  code: string;
}

interface WrittenCoding {
  system?: string | undefined;
  code?: string | undefined;
}

/**
 * A coding in the name that its system has today.
 *
 * @param allowed the systems that this element may be written in; absent: any code system.
 * @throws NotUnderstood for a value set's address in the place of a system, a system outside `allowed`, and a coding
 * without a system or a code.
 */
export function codeOf(coding: WrittenCoding, element: string, allowed?: readonly string[]): Code {
  const { system, code } = coding;
  if (!system) throw new NotUnderstood('MISSING', `${element}.system`, 'A code needs its system.');
  if (!code) throw new NotUnderstood('MISSING', `${element}.code`, 'A coding needs its code.');
  if (/\/ValueSet\//i.test(system) || /\/vs\//.test(system)) {
    throw new NotUnderstood('CODE_IN_VALUE_SET', `${element}.system`, 'A value set is not a code system.');
  }
  const today = SAME_AS[system] ?? system;
  const isKnown = allowed ? allowed.includes(today) : !today.startsWith('http://hl7.org/fhir/v3/');
  if (!isKnown)
    throw new NotUnderstood('UNKNOWN_SYSTEM', `${element}.system`, 'This code system is not known here.');
  return { system: today, code };
}

export const isSame = (a: Code, b: Code): boolean => a.system === b.system && a.code === b.code;
export const keyOf = ({ system, code }: Code): string => `${system}|${code}`;

/** LOINC 59284-6 is in use with a wrong check digit; it means 59284-0. */
export function mended(code: Code): Code {
  return code.system === LOINC && code.code === '59284-6' ? { ...code, code: '59284-0' } : code;
}
