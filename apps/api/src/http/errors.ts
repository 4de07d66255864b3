import { AppError } from '@accord/kernel';
import { errorBody, originOf, referenceOf } from '@accord/rpc';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Log } from '../log.ts';
import type { Services } from '../services.ts';
import { languageOf } from './cookies.ts';

/** Answers what no procedure answered, in the shape of all other errors, and tells the log under the same reference. */
export function answerError(c: Context, { log }: Services, error: Error): Response {
  const known =
    error instanceof AppError ? error : new AppError('INTERNAL', 'unexpected error', [], { cause: error });
  const reference = referenceOf(error);
  logError(log, known, reference, null);
  const body = errorBody(known, reference, languageOf(c.req.raw.headers));
  return c.json(body, known.status as ContentfulStatusCode);
}

/** @param path of the procedure, null where there is none. */
export function logError(log: Log, error: AppError, reference: string, path: string | null): void {
  const { code, message: why } = error;
  if (code === 'INTERNAL') log('call failed', { path, code, why, at: originOf(error), reference });
  else log(code === 'UNAVAILABLE' ? 'call failed' : 'call refused', { path, code, why, reference });
}
