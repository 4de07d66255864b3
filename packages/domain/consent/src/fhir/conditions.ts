import { PURPOSES, type Purpose } from '@accord/kernel';
import type { z } from 'zod';
import { checkLabel, checkPurpose, LABEL_SYSTEMS } from './codes.ts';
import { periodOf } from './dates.ts';
import type { CodeableConcept, Coding, conditionElements, Reference } from './elements.ts';
import { NotUnderstood } from './problem.ts';
import type { Conditions, RuleActor } from './rules.ts';
import {
  ACT_REASON,
  ACTION,
  type Code,
  codeOf,
  LOINC,
  PARTICIPATION_TYPE,
  PURPOSES_HERE,
  RESOURCE_TYPES,
  ROLE_CLASS,
  ROLE_CODE,
  SECURITY_ROLE,
} from './systems.ts';
import { words } from './words.ts';

type Shared = z.infer<z.ZodObject<typeof conditionElements>>;
interface WrittenActor {
  role?: CodeableConcept | undefined;
  reference?: Reference | undefined;
}
type WrittenCoding = z.infer<typeof Coding>;
/** The elements of a provision that both versions write alike, and those that each writes in its own way. */
export type Written = Shared & {
  actor?: readonly WrittenActor[] | undefined;
  class?: readonly WrittenCoding[] | undefined;
  resourceType?: readonly WrittenCoding[] | undefined;
  documentType?: readonly WrittenCoding[] | undefined;
};

const CLASS_SYSTEMS = [RESOURCE_TYPES, 'urn:ietf:bcp:13', 'urn:ietf:rfc:3986', LOINC];
const ACTIONS = ['collect', 'access', 'use', 'disclose', 'correct'];
const ROLE_SYSTEMS = [PARTICIPATION_TYPE, ROLE_CLASS, ROLE_CODE, SECURITY_ROLE];
/** Roles of whoever receives. Any other known role names somebody whom the request does not speak of. */
const RECIPIENTS = new Set(
  words(
    'IRCP PRCP NOT TRC REFT PRF PPRF SPRF ATND CON',
    'AGNT ASSIGNED PROV HPROV QUAL CAREGIVER ECON NOK GUARD DELEGATEE GRANTEE',
  ),
);

/**
 * What one provision asks for.
 *
 * @param zone minutes east of UTC in which its dates without a time are read.
 * @throws NotUnderstood that names the element.
 */
export function conditionsOf(written: Written, zone: number, element: string): Conditions {
  const { period, actor, action, securityLabel, purpose, code, dataPeriod, data } = written;
  const classes = (['class', 'resourceType', 'documentType'] as const).flatMap((name) => {
    const codings = written[name];
    if (!codings) return [];
    return [codings.map((coding, at) => codeOf(coding, `${element}.${name}[${at}]`, CLASS_SYSTEMS))];
  });
  return {
    ...(period && { period: periodOf(period, zone, `${element}.period`) }),
    ...(actor && { actors: actor.map((each, at) => actorOf(each, `${element}.actor[${at}]`)) }),
    ...(action && { actions: action.flatMap((each, at) => actionsOf(each, `${element}.action[${at}]`)) }),
    ...(securityLabel && {
      labels: securityLabel.map((label, at) => labelOf(label, `${element}.securityLabel[${at}]`)),
    }),
    ...(purpose && { purposes: purpose.map((each, at) => purposeOf(each, `${element}.purpose[${at}]`)) }),
    ...(classes.length > 0 && { classes }),
    ...(code && { codes: code.flatMap((each, at) => codesOf(each, `${element}.code[${at}]`)) }),
    ...(dataPeriod && { dataPeriod: periodOf(dataPeriod, zone, `${element}.dataPeriod`) }),
    ...(data && { data }),
  };
}

/** The codes of a concept; several are translations of one another. @throws NotUnderstood for words without a code. */
export function codesOf(concept: CodeableConcept, element: string, allowed?: readonly string[]): Code[] {
  if (!concept.coding) {
    throw new NotUnderstood(
      'MISSING',
      `${element}.coding`,
      'Words alone are not understood: a code is needed.',
    );
  }
  return concept.coding.map((coding, at) => codeOf(coding, `${element}.coding[${at}]`, allowed));
}

export function labelOf(coding: WrittenCoding, element: string): Code {
  const label = codeOf(coding, element, LABEL_SYSTEMS);
  checkLabel(label, element);
  return label;
}

export function purposeOf(coding: WrittenCoding, element: string): string {
  const { system, code } = codeOf(coding, element, [ACT_REASON, PURPOSES_HERE]);
  if (system === PURPOSES_HERE && isPurposeHere(code)) return code;
  checkPurpose(code, `${element}.code`);
  return code;
}

const isPurposeHere = (code: string): code is Purpose => Object.hasOwn(PURPOSES, code);

function actionsOf(concept: CodeableConcept, element: string): string[] {
  return codesOf(concept, element, [ACTION]).map(({ code }, at) => {
    if (ACTIONS.includes(code)) return code;
    throw new NotUnderstood(
      'UNKNOWN_CODE',
      `${element}.coding[${at}].code`,
      'This action is not known here.',
    );
  });
}

function actorOf({ role, reference }: WrittenActor, element: string): RuleActor {
  // R5 lets a role stand alone: whoever has it. The request names no roles, so nobody is known to be meant.
  if (!reference) return { part: 'other', reference: {} };
  if (!role) return { part: 'recipient', reference };
  const codes = codesOf(role, `${element}.role`, ROLE_SYSTEMS);
  return { part: codes.some(({ code }) => RECIPIENTS.has(code)) ? 'recipient' : 'other', reference };
}
