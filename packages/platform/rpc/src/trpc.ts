import { AppError, type ErrorCode, type FieldIssue } from '@accord/kernel';
import { initTRPC, type TRPCError } from '@trpc/server';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { RequestContext } from './context.ts';

/** What a client gets of an error: a code, a sentence, the fields, and a reference for the operator's log. */
export interface WireError {
  code: ErrorCode;
  sentence: string;
  fields: readonly FieldIssue[];
  reference: string;
}

/** The one tRPC instance. */
export const t = initTRPC.context<RequestContext>().create({
  isDev: false,
  errorFormatter: ({ shape, error }) => {
    const known = appErrorOf(error);
    const data: WireError = {
      code: known.code,
      sentence: known.sentence,
      fields: known.fields,
      reference: referenceOf(error),
    };
    // tRPC's own message can quote input; the sentence of the registry cannot.
    return { code: shape.code, message: known.sentence, data: { ...data, httpStatus: known.status } };
  },
});

const references = new WeakMap<object, string>();

/** The same reference in the answer and in the operator's log. */
export function referenceOf(error: object): string {
  const reference = references.get(error) ?? randomBytes(5).toString('hex');
  references.set(error, reference);
  return reference;
}

/** Any error as one of the registry: unknown is INTERNAL, and says nothing more. */
export function appErrorOf(error: TRPCError): AppError {
  const { cause } = error;
  if (cause instanceof AppError) return cause;
  if (error.code === 'BAD_REQUEST' && cause instanceof z.ZodError) {
    return new AppError('BAD_INPUT', 'input did not fit', cause.issues.map(fieldIssue));
  }
  if (error.code === 'BAD_REQUEST' || error.code === 'PARSE_ERROR') return new AppError('BAD_INPUT', error.code);
  if (error.code === 'NOT_FOUND' || error.code === 'METHOD_NOT_SUPPORTED') return new AppError('NOT_FOUND', error.code);
  if (error.code === 'PAYLOAD_TOO_LARGE') return new AppError('TOO_LARGE', error.code);
  return new AppError('INTERNAL', error.message, [], { cause });
}

function fieldIssue(issue: z.core.$ZodIssue): FieldIssue {
  return { field: issue.path.map(String).join('.'), message: wordingOf(issue) };
}

/** zod's own texts are for engineers; where a contract gives no sentence of its own, say what is plainly true. */
function wordingOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'There is no such field.';
  if (/^Invalid (input|option)|^Too (big|small)|^Unrecognized/.test(issue.message)) return 'Check this.';
  return issue.message;
}

