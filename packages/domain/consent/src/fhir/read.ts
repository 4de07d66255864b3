import type { z } from 'zod';
import { NotUnderstood } from './problem.ts';

export type Json = Record<string, unknown>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The value as the schema has it.
 *
 * @param root how the value itself is called; empty: by its elements alone.
 * @throws NotUnderstood that names the first element which does not fit: `Consent.provision.data[0].meaning`.
 */
export function readAs<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  root: string,
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = pathOf(root, issue?.path ?? []);
  if (issue?.code === 'unrecognized_keys') {
    throw new NotUnderstood(
      'UNKNOWN_ELEMENT',
      `${path}.${issue.keys[0] ?? ''}`,
      'This element is not known here, and could change what the rest means.',
    );
  }
  if (valueAt(value, issue?.path ?? []) === undefined) {
    throw new NotUnderstood('MISSING', path, 'This element is needed.');
  }
  throw new NotUnderstood('BAD_VALUE', path, 'This value is not one that is known here.');
}

function pathOf(root: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>((so, step) => {
    if (typeof step === 'number') return `${so}[${step}]`;
    return so === '' ? String(step) : `${so}.${String(step)}`;
  }, root);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((so, step) => (so as Record<PropertyKey, unknown> | undefined)?.[step], value);
}

/**
 * The resource without what FHIR lets a reader ignore: extensions that do not modify, and the twins of primitives that
 * carry them. `modifierExtension` stays, and no schema knows it.
 */
export function withoutExtensions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutExtensions);
  if (!isJson(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'extension' && key !== 'fhir_comments' && !key.startsWith('_'))
      .map(([key, inner]) => [key, withoutExtensions(inner)]),
  );
}
