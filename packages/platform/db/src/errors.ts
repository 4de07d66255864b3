import { AppError, type ErrorCode } from '@accord/kernel';

/** SQLSTATEs that our own functions raise, and the few of Postgres that a caller can do something about. */
const CODES: Record<string, ErrorCode> = {
  AC403: 'INTERNAL',
  AC404: 'NOT_FOUND',
  AC409: 'CONFLICT',
  AC429: 'TOO_MANY',
  '22021': 'BAD_INPUT',
  '53300': 'UNAVAILABLE',
  '55P03': 'UNAVAILABLE',
  '57014': 'UNAVAILABLE',
  '57P01': 'UNAVAILABLE',
  '57P03': 'UNAVAILABLE',
};

/** Turns what the driver threw into an AppError that carries a code and never a value of a row. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code !== 'string') return new AppError('INTERNAL', 'unexpected error', [], { cause: error });
  // A write that a row policy turned away: for this caller there is no such case.
  if (code === '42501' && String(message).includes('row-level security')) {
    return new AppError('NOT_FOUND', 'turned away by a row policy', [], { cause: error });
  }
  const known = CODES[code] ?? (isConnectionLoss(error) ? 'UNAVAILABLE' : 'INTERNAL');
  return new AppError(known, `database: ${code}`, [], { cause: error });
}

/** The server went away under a transaction, or ended it (57P, 25P03, the driver's and the system's codes). */
export function isConnectionLoss(error: unknown): boolean {
  return /^(57P0|25P03|ECONN|ENOTFOUND|EPIPE|CONNECT)/.test(codeOf(error));
}

/** The loss of a connection that once stood, as against a server that cannot be reached. */
export function isLossOfStanding(error: unknown): boolean {
  return /^(57P01|57P02|25P03|ECONNRESET|EPIPE|CONNECTION_CLOSED)/.test(codeOf(error));
}

function codeOf(error: unknown): string {
  const cause = error instanceof AppError ? error.cause : error;
  const { code } = (cause ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
