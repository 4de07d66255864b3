import type { Reach, Tx } from '@accord/db';
import {
  type Actor,
  type AdvisorActor,
  AppError,
  type CaseId,
  type StaffActor,
  type YouthActor,
} from '@accord/kernel';
import { TRPCError } from '@trpc/server';
import type { RequestContext } from './context.ts';
import { t } from './trpc.ts';

/** What a procedure does its work with: transactions of its own caller, for its own purpose, and nothing else. */
export interface Work {
  /** A transaction that is about no case: lists, colleagues, the directory. */
  read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** A transaction about this one case. */
  inCase: <T>(caseId: CaseId, work: (tx: Tx) => Promise<T>) => Promise<T>;
}

function workFor({ database, purpose }: RequestContext, actor: Actor): Work {
  const within = <T>(reach: Reach, work: (tx: Tx) => Promise<T>) => database.withActor(actor, reach, work);
  return {
    read: (work) => within({ purpose }, work),
    inCase: (caseId, work) => within({ purpose, cases: [caseId] }, work),
  };
}

const signInFirst = ({ isLocked }: RequestContext) => {
  const cause = isLocked
    ? new AppError('LOCKED', 'the session is locked')
    : new AppError('SIGN_IN_FIRST', 'no session for this kind of caller');
  return new TRPCError({ code: 'UNAUTHORIZED', cause, message: cause.sentence });
};

/** Callable by anyone: signing in, and what a page needs before it. */
export const publicProcedure = t.procedure;

/** For staff of an agency, signed in. */
export const staffProcedure = t.procedure.use(({ ctx, next }) => {
  const { actor } = ctx;
  if (actor.kind !== 'staff') throw signInFirst(ctx);
  return next({ ctx: { actor: actor satisfies StaffActor, ...workFor(ctx, actor) } });
});

/** For a young person, about themselves. */
export const youthProcedure = t.procedure.use(({ ctx, next }) => {
  const { actor } = ctx;
  if (actor.kind !== 'youth') throw signInFirst(ctx);
  return next({ ctx: { actor: actor satisfies YouthActor, ...workFor(ctx, actor) } });
});

/** For a survivor advisor, signed in: protocols and nothing of a case, so there is no `inCase` for them. */
export const advisorProcedure = t.procedure.use(({ ctx, next }) => {
  const { actor } = ctx;
  if (actor.kind !== 'advisor') throw signInFirst(ctx);
  const { read } = workFor(ctx, actor);
  return next({ ctx: { actor: actor satisfies AdvisorActor, read } });
});

export const router = t.router;
