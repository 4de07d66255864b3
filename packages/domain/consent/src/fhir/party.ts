import { type Json, isJson } from './read.ts';
import { identifiersOf, keyOfIdentifier, refOf, type Resource, unversioned } from './resources.ts';

/** Somebody, by all the names that are known of them: literal references, identifiers, and their own resources. */
export interface Party {
  refs: ReadonlySet<string>;
  identifiers: ReadonlySet<string>;
  resources: readonly Resource[];
}

/** What references are resolved in. */
export interface Directory {
  resources: readonly Resource[];
  /** The caller sent none: then a literal reference is all that there is to compare. */
  isEmpty: boolean;
  at: number;
  /** How many more steps from one resource to the next are taken: a ring of memberships ends. */
  steps: number;
}

/** Who a reference, an identifier, or a list of either means. Null where nothing in it names anybody. */
export function partyOf(
  written: unknown,
  directory: Directory,
  contained: readonly Resource[] = [],
): Party | null {
  const refs = new Set<string>();
  const identifiers = new Set<string>();
  for (const each of Array.isArray(written) ? written : [written]) addNames(each, refs, identifiers);
  if (refs.size === 0 && identifiers.size === 0) return null;
  const resources: Resource[] = [];
  const candidates = [
    ...contained.map((resource) => ({ resource, ref: `#${String(resource['id'])}` })),
    ...directory.resources.map((resource) => ({ resource, ref: refOf(resource) })),
  ];
  for (const { resource, ref } of candidates) {
    const own = identifiersOf(resource);
    if (!(ref !== null && refs.has(ref)) && !own.some((key) => identifiers.has(key))) continue;
    resources.push(resource);
  }
  for (const resource of resources) {
    const ref = refOf(resource);
    if (ref !== null && !contained.includes(resource)) refs.add(ref);
    for (const key of identifiersOf(resource)) identifiers.add(key);
  }
  return { refs, identifiers, resources };
}

function addNames(written: unknown, refs: Set<string>, identifiers: Set<string>): void {
  if (typeof written === 'string' && written !== '') refs.add(unversioned(written));
  if (!isJson(written)) return;
  const { reference, identifier } = written as Json;
  if (typeof reference === 'string' && reference !== '') refs.add(unversioned(reference));
  const key = keyOfIdentifier(identifier) ?? keyOfIdentifier(written);
  if (key !== null) identifiers.add(key);
}
