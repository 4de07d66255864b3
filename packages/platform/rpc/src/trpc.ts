import { AppError, type ErrorCode, type FieldIssue, type Language, sentenceOf } from '@accord/kernel';
import { initTRPC, type TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
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
  errorFormatter: ({ shape, error, ctx }) => {
    const data = wireOf(appErrorOf(error), referenceOf(error), ctx?.language.now ?? 'en');
    // tRPC's own message can quote input; the sentence of the registry cannot.
    return { code: shape.code, message: data.sentence, data };
  },
});

/** The body of an error that no procedure made (a body too large, no such address), as the clients read all others. */
export function errorBody(error: AppError, reference: string, language: Language) {
  const data = wireOf(error, reference, language);
  return { error: { code: INVALID_REQUEST, message: data.sentence, data } };
}

/** JSON-RPC's code for a request that is not one. Clients of ours read `data.code`. */
const INVALID_REQUEST = -32_600;

function wireOf(
  { code, fields, status }: AppError,
  reference: string,
  language: Language,
): WireError & { httpStatus: number } {
  return { code, sentence: sentenceOf(code, language), fields, reference, httpStatus: status };
}

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
    return new AppError('BAD_INPUT', 'input did not fit', cause.issues.flatMap(fieldIssues));
  }
  if (error.code === 'NOT_FOUND' || error.code === 'METHOD_NOT_SUPPORTED')
    return new AppError('NOT_FOUND', error.code);
  if (error.code === 'PAYLOAD_TOO_LARGE') return new AppError('TOO_LARGE', error.code);
  if (getHTTPStatusCodeFromError(error) < 500) return new AppError('BAD_INPUT', error.code);
  return new AppError('INTERNAL', 'unexpected error', [], { cause: cause ?? error });
}

/**
 * For the operator's log: what kind of error lies at the bottom, and from which line of ours. Its own message may
 * quote what somebody wrote, so it is left out.
 */
export function originOf(error: Error): string {
  if (error.cause instanceof Error) return originOf(error.cause);
  const { name, stack = '' } = error;
  const line = /\((?:file:\/\/)?[^\s()]*?((?:apps|packages)\/[\w/.-]+\.ts:\d+)/.exec(stack)?.[1];
  return line ? `${name} at ${line}` : name;
}

function fieldIssues(issue: z.core.$ZodIssue): FieldIssue[] {
  // A field that no contract has is named by the sender: cut, since it can be as long as they like.
  const unknown =
    issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 10).map((key) => [key.slice(0, 60)]) : [[]];
  return unknown.map((key) => ({
    field: [...issue.path, ...key].map(String).join('.'),
    message: wordingOf(issue),
  }));
}

/** zod's own texts are for engineers; where a contract gives no sentence of its own, say what is plainly true. */
function wordingOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'There is no such field.';
  if (/^Invalid (input|option)|^Too (big|small)|^Unrecognized/.test(issue.message)) return 'Check this.';
  return issue.message;
}
