import { isJson, type Json } from './read.ts';

export interface Resource extends Json {
  resourceType: string;
}

export const isResource = (value: unknown): value is Resource =>
  isJson(value) && typeof value['resourceType'] === 'string';

/** `Type/id` of a resource, or null. */
export const refOf = ({ resourceType, id }: Resource): string | null =>
  typeof id === 'string' ? `${resourceType}/${id}` : null;

/** A literal reference without the version that it was read in. */
export const unversioned = (reference: string): string => reference.replace(/\/_history\/[^/]+$/, '');

export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** `system|value` of an identifier; null where there is no value. */
export function keyOfIdentifier(identifier: unknown): string | null {
  if (!isJson(identifier)) return null;
  const { system, value } = identifier;
  return typeof value === 'string' && value !== ''
    ? `${typeof system === 'string' ? system : ''}|${value}`
    : null;
}

export const identifiersOf = (resource: Resource): string[] =>
  listOf(resource['identifier']).flatMap((each) => keyOfIdentifier(each) ?? []);

/** Every literal reference anywhere in a resource. */
export function* referencesIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    for (const each of value) yield* referencesIn(each);
  } else if (isJson(value)) {
    const { reference } = value;
    if (typeof reference === 'string') yield unversioned(reference);
    for (const inner of Object.values(value)) yield* referencesIn(inner);
  }
}
