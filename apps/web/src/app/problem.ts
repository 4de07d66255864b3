import { ERRORS, type ErrorCode, type FieldIssue } from '@accord/kernel';
import { TRPCClientError } from '@trpc/client';

/** What went wrong, as a person can read it. `OFFLINE`: no answer came. */
export interface Problem {
  code: ErrorCode | 'OFFLINE';
  sentence: string | null;
  fields: readonly FieldIssue[];
  /** What support finds in the log; it names no person. */
  reference: string | undefined;
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const isCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && Object.hasOwn(ERRORS, value);

function fieldsOf(value: unknown): FieldIssue[] {
  return (Array.isArray(value) ? value : []).flatMap((entry) => {
    const { field, message } = record(entry);
    return typeof field === 'string' && typeof message === 'string' ? [{ field, message }] : [];
  });
}

/** Reads an error of any origin. What is not one of our answers counts as no answer. */
export function problemOf(error: unknown): Problem {
  const data = record(error instanceof TRPCClientError ? error.data : undefined);
  if (!isCode(data.code)) return { code: 'OFFLINE', sentence: null, fields: [], reference: undefined };
  return {
    code: data.code,
    sentence: typeof data.sentence === 'string' ? data.sentence : ERRORS[data.code].sentence,
    fields: fieldsOf(data.fields),
    reference: typeof data.reference === 'string' ? data.reference : undefined,
  };
}

export function isNotShared(error: unknown): boolean {
  return error !== null && error !== undefined && problemOf(error).code === 'NOT_FOUND';
}
