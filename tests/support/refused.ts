import type { Tx } from '@accord/db';
import { type Actor, AppError, type CaseId, type ErrorCode } from '@accord/kernel';
import { TRPCError } from '@trpc/server';
import type { Network } from './network.ts';

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

/** The SQLSTATE that the database refused this work on a case with, or 'ALLOWED'. */
export async function sqlStateOf(
  { database }: Network,
  actor: Actor,
  caseId: CaseId,
  work: (tx: Tx) => Promise<unknown>,
): Promise<string> {
  try {
    const purpose = actor.kind === 'youth' ? 'self-access' : 'care-plan-coordination';
    await database.withActor(actor, { purpose, cases: [caseId] }, work);
    return 'ALLOWED';
  } catch (error) {
    const cause = error instanceof AppError ? error.cause : error;
    return String((cause as { code?: unknown } | undefined)?.code ?? error);
  }
}
