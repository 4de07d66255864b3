import { AppError, type ErrorCode } from '@accord/kernel';
import { TRPCError } from '@trpc/server';

/** The code that a call was refused with, or 'ALLOWED'. Any other failure is the test's failure. */
export async function refusalOf(call: Promise<unknown>): Promise<ErrorCode | 'ALLOWED'> {
  try {
    await call;
    return 'ALLOWED';
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error;
    if (cause instanceof AppError) return cause.code;
    if (error instanceof TRPCError && error.code === 'BAD_REQUEST') return 'BAD_INPUT';
    throw error;
  }
}
