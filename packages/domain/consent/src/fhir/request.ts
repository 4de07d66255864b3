import { z } from 'zod';
import { checkPurpose } from './codes.ts';
import { purposeOf } from './conditions.ts';
import type { Asked } from './consent.ts';
import { type Part, partsOf } from './content.ts';
import { spanOf, zoneOf } from './dates.ts';
import { type Directory, type Party, partyOf } from './party.ts';
import { Coding } from './elements.ts';
import { NotUnderstood } from './problem.ts';
import { isJson, readAs, withoutExtensions } from './read.ts';
import { isResource, listOf, type Resource } from './resources.ts';
import { type Code, codeOf, RESOURCE_TYPES } from './systems.ts';

const Line = z.looseObject({
  at: z.string(),
  consents: z.array(z.unknown()),
  resources: z.array(z.unknown()).optional(),
  request: z.strictObject({
    patient: z.unknown(),
    actor: z.unknown().optional(),
    purposeOfUse: z.unknown(),
    category: z.unknown().optional(),
    class: z.unknown().optional(),
    content: z.unknown().optional(),
  }),
});

export interface ReadLine extends Asked {
  consents: readonly unknown[];
  actor: Party | null;
  purposes: readonly string[];
  classes: readonly Code[] | null;
  parts: readonly Part[] | null;
  resources: readonly Resource[];
}

const STEPS = 4;

/**
 * One line of the door, read. Whoever is meant may be written as a reference, an identifier (`{system, value}`), a FHIR
 * Reference, or a list of names of the same one; codes as `{system, code}`, a CodeableConcept, or bare where there is only
 * one system that they can be of.
 *
 * @throws NotUnderstood that names the element.
 */
export function readLine(written: unknown): ReadLine {
  if (!isJson(written)) throw new NotUnderstood('BAD_VALUE', 'line', 'A line is one JSON object.');
  const line = readAs(Line, written, '');
  const zone = zoneOf(line.at);
  const { from: at } = spanOf(line.at, zone, 'at');
  if (!/T.*(Z|[+-]\d\d:\d\d)$/.test(line.at)) {
    throw new NotUnderstood('BAD_VALUE', 'at', 'An instant with its zone is needed.');
  }
  const resources = (line.resources ?? []).map((each, index) => {
    if (isResource(each)) return each;
    throw new NotUnderstood('BAD_VALUE', `resources[${index}].resourceType`, 'A FHIR resource is needed.');
  });
  const directory: Directory = { resources, isEmpty: resources.length === 0, at, steps: STEPS };
  const { patient, actor, purposeOfUse, category, class: classes, content } = line.request;
  const whose = partyOf(patient, directory);
  if (!whose) throw new NotUnderstood('MISSING', 'request.patient', 'Nothing says whose data is asked for.');
  return {
    at,
    zone,
    patient: whose,
    directory,
    consents: line.consents,
    actor: actor === undefined ? null : actorOf(actor, directory),
    purposes: purposesOf(purposeOfUse),
    categories: category === undefined ? null : codesIn(category, 'request.category'),
    classes: classes === undefined ? null : codesIn(classes, 'request.class', RESOURCE_TYPES),
    parts: partsOf(content, resources, zone),
    resources,
  };
}

function actorOf(actor: unknown, directory: Directory): Party {
  const who = partyOf(actor, directory);
  if (who) return who;
  throw new NotUnderstood('BAD_VALUE', 'request.actor', 'A reference or an identifier is needed.');
}

function purposesOf(written: unknown): string[] {
  if (written === undefined) {
    throw new NotUnderstood('MISSING', 'request.purposeOfUse', 'Nothing says what the data is for.');
  }
  const isList = Array.isArray(written);
  return listOf(written).flatMap((each, at) => {
    const element = isList ? `request.purposeOfUse[${at}]` : 'request.purposeOfUse';
    if (typeof each === 'string') {
      checkPurpose(each, element);
      return [each];
    }
    return codingsOf(each, element).map((coding) => purposeOf(coding, element));
  });
}

/** @param bare the system of codes that are written as text alone; absent: they need their system. */
function codesIn(written: unknown, root: string, bare?: string): Code[] {
  const isList = Array.isArray(written);
  return listOf(written).flatMap((each, at) => {
    const element = isList ? `${root}[${at}]` : root;
    if (typeof each === 'string' && bare) return [{ system: bare, code: each }];
    return codingsOf(each, element).map((coding) => codeOf(coding, element));
  });
}

function codingsOf(written: unknown, element: string): z.infer<typeof Coding>[] {
  const plain = withoutExtensions(written);
  const list = isJson(plain) && Array.isArray(plain['coding']) ? plain['coding'] : [plain];
  return list.map((coding) => readAs(Coding, coding, element));
}
