import { labelNamed } from './codes.ts';
import { codeOf, type Code, RESOURCE_TYPES } from './systems.ts';
import { type Span, spanOf, periodOf } from './dates.ts';
import { labelOf } from './conditions.ts';
import { Coding } from './elements.ts';
import { NotUnderstood } from './problem.ts';
import { isJson, readAs, withoutExtensions } from './read.ts';
import { isResource, listOf, refOf, referencesIn, type Resource } from './resources.ts';
import { words } from './words.ts';

/** One piece of what is asked for, as far as rules look at it. Null: not known. */
export interface Part {
  /** Its security labels; null: it carries none. */
  labels: readonly Code[] | null;
  /** When it was made; null: it does not say. */
  made: Span | null;
  type: Code | null;
  /** What it is about, by its codes; empty: it does not say. */
  codes: readonly Code[];
  ref: string | null;
  refersTo: ReadonlySet<string>;
  /** References to whoever made it; null: it does not say. */
  authors: readonly unknown[] | null;
}

/**
 * The pieces of `request.content`: a resource, a Bundle (piece by piece), a reference to one of `resources`, or bare
 * labels. Null where nothing is asked for by content.
 *
 * @throws NotUnderstood for a label of an unknown system, and for what is none of these.
 */
export function partsOf(content: unknown, resources: readonly Resource[], zone: number): Part[] | null {
  const element = 'request.content';
  if (content === undefined || content === null) return null;
  if (isResource(content)) {
    if (content.resourceType !== 'Bundle') return [partOf(content, element, zone, resources)];
    const entries = listOf(content['entry']).map((entry) => (isJson(entry) ? entry['resource'] : undefined));
    if (entries.length === 0) throw new NotUnderstood('MISSING', `${element}.entry`, 'This Bundle is empty.');
    return entries.map((entry, at) => {
      const where = `${element}.entry[${at}].resource`;
      if (isResource(entry)) return partOf(entry, where, zone, resources);
      throw new NotUnderstood('MISSING', where, 'An entry without its resource cannot be judged.');
    });
  }
  if (Array.isArray(content)) {
    if (!content.every(isResource)) return [labelled(content, element)];
    return content.map((each, at) => partOf(each, `${element}[${at}]`, zone, resources));
  }
  if (isJson(content)) {
    const { labels, securityLabel, meta, resource, reference, system } = content;
    if (resource !== undefined) return partsOf(resource, resources, zone);
    if (typeof reference === 'string') {
      const found = resources.find((each) => refOf(each) === reference);
      if (found) return partsOf(found, resources, zone);
      throw new NotUnderstood('BAD_VALUE', `${element}.reference`, 'This leads to none of the resources.');
    }
    if (Array.isArray(labels)) return [labelled(labels, `${element}.labels`)];
    if (Array.isArray(securityLabel)) return [labelled(securityLabel, `${element}.securityLabel`)];
    if (isJson(meta)) return [labelled(listOf(meta['security']), `${element}.meta.security`)];
    if (system !== undefined) return [labelled([content], element)];
  }
  throw new NotUnderstood('BAD_VALUE', element, 'A resource or a list of labels is needed.');
}

function labelled(labels: readonly unknown[], element: string): Part {
  return {
    labels: readLabels(labels, element),
    made: null,
    type: null,
    codes: [],
    ref: null,
    refersTo: new Set(),
    authors: null,
  };
}

function readLabels(labels: readonly unknown[], element: string): Code[] | null {
  if (labels.length === 0) return null;
  return labels.map((label, at) => {
    const here = `${element}[${at}]`;
    if (typeof label === 'string') return labelNamed(label, here);
    return labelOf(readAs(Coding, withoutExtensions(label), here), here);
  });
}

function partOf(resource: Resource, element: string, zone: number, resources: readonly Resource[]): Part {
  if (resource['modifierExtension'] !== undefined) {
    const where = `${element}.modifierExtension`;
    throw new NotUnderstood('UNKNOWN_ELEMENT', where, 'This could change what the resource means.');
  }
  const { meta } = resource;
  const security = isJson(meta) ? listOf(meta['security']) : [];
  return {
    labels: readLabels(security, `${element}.meta.security`),
    made: madeAt(resource, zone, element),
    type: { system: RESOURCE_TYPES, code: resource.resourceType },
    codes: codesIn(resource, element),
    ref: refOf(resource),
    refersTo: new Set(referencesIn(resource)),
    authors: authorsOf(resource, resources),
  };
}

/** Where resources say when they were made or when what they tell of was so; the first that is there counts. */
const DATES = words(
  'effectiveDateTime effectiveInstant effectivePeriod performedDateTime performedPeriod',
  'occurrenceDateTime occurrencePeriod authoredOn authored recordedDate recorded date',
  'dateTime created issued sent period onsetDateTime onsetPeriod',
);

function madeAt(resource: Resource, zone: number, element: string): Span | null {
  const name = DATES.find((each) => resource[each] !== undefined);
  if (!name) return null;
  const value = resource[name];
  if (typeof value === 'string') return spanOf(value, zone, `${element}.${name}`);
  if (!isJson(value)) return null;
  const { start, end } = value;
  if (typeof start !== 'string' && typeof end !== 'string') return null;
  const period = { ...(typeof start === 'string' && { start }), ...(typeof end === 'string' && { end }) };
  return periodOf(period, zone, `${element}.${name}`);
}

const CODES = ['code', 'type', 'category', 'medicationCodeableConcept', 'vaccineCode', 'class'];

function codesIn(resource: Resource, element: string): Code[] {
  return CODES.flatMap((name) =>
    listOf(resource[name]).flatMap((concept) => {
      if (!isJson(concept)) return [];
      const codings = concept['coding'] === undefined ? [concept] : listOf(concept['coding']);
      return codings.flatMap((coding) => {
        if (!isJson(coding)) return [];
        const { system, code } = coding;
        if (typeof system !== 'string' || typeof code !== 'string') return [];
        return [codeOf({ system, code }, `${element}.${name}`)];
      });
    }),
  );
}

const AUTHORS = words(
  'author performer requester recorder asserter sender informationSource enterer',
  'resultsInterpreter',
);

/** Whoever the resource says made it, and the agents of each Provenance of it that came along. */
function authorsOf(resource: Resource, resources: readonly Resource[]): unknown[] | null {
  const named = AUTHORS.flatMap((name) => listOf(resource[name])).map((each) =>
    isJson(each) && each['actor'] !== undefined ? each['actor'] : each,
  );
  const ref = refOf(resource);
  const traced = resources
    .filter(({ resourceType }) => resourceType === 'Provenance')
    .filter((provenance) => ref !== null && [...referencesIn(provenance['target'])].includes(ref))
    .flatMap((provenance) => listOf(provenance['agent']))
    .flatMap((agent) => (isJson(agent) && agent['who'] !== undefined ? [agent['who']] : []));
  const authors = [...named, ...traced];
  return authors.length > 0 ? authors : null;
}
