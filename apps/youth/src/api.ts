import type { ErrorCode } from '@accord/kernel';
import type { YouthRouter } from '@accord/contract';
import { redirect } from '@tanstack/react-router';
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import { backgroundHeader, watchTouch } from '@accord/ui/touch';
import type { Visit } from './visit.ts';

watchTouch();

/** Every call is a POST: an input never stands in an address, a history or a log. */
export const api = createTRPCClient<YouthRouter>({
  links: [
    httpLink({
      url: new URL('/api/youth', location.origin),
      methodOverride: 'POST',
      // Nothing changes by itself: a change is somebody's doing, however they made it.
      headers: ({ op }) => (op.type === 'mutation' ? {} : backgroundHeader()),
    }),
  ],
});

type Outputs = inferRouterOutputs<YouthRouter>;
export type Look = Outputs['mine']['looks']['looks'][number];
export type MyPlan = Outputs['mine']['plans']['plans'][number];
export type MyMeeting = Outputs['mine']['meetings']['meetings'][number];
export type CareChoices = Outputs['mine']['careChoices'];
export type Card = Outputs['demo']['cards']['cards'][number];

/** Why a call did not give an answer. `unreachable`: it may never have arrived. */
export interface Trouble {
  code: ErrorCode | 'unreachable';
  reference: string | null;
}

interface WireError {
  code: ErrorCode;
  reference?: string;
}

function isWireError(data: unknown): data is WireError {
  return typeof data === 'object' && data !== null && 'code' in data && typeof data.code === 'string';
}

export function troubleOf(error: unknown): Trouble {
  const data: unknown = error instanceof TRPCClientError ? error.data : undefined;
  if (!isWireError(data)) return { code: 'unreachable', reference: null };
  return { code: data.code, reference: data.reference ?? null };
}

/** For loaders: a session that is over leads back to the start instead of to an error. */
export async function orSignIn<Answer>(visit: Visit, call: Promise<Answer>): Promise<Answer> {
  try {
    const answer = await call;
    visit.change({ signedIn: true });
    return answer;
  } catch (error) {
    if (troubleOf(error).code === 'SIGN_IN_FIRST') {
      visit.change({ signedIn: false });
      redirect({ to: '/', replace: true, throw: true });
    }
    throw error;
  }
}
