import { sessionsOf } from '@accord/identity/server';
import { AppError, ANONYMOUS, badInput } from '@accord/kernel';
import { appErrorOf, withoutBrowser } from '@accord/rpc';
import { TRPCError } from '@trpc/server';
import type { Context } from 'hono';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { staffRouter } from '../routers.ts';
import type { Services } from '../services.ts';
import { isForHost } from './cookies.ts';
import { answerError } from './errors.ts';

/** What this node answers, as CDS Hooks discovers it. It tells nothing of anybody. */
export const DISCOVERY = {
  services: [
    {
      hook: 'patient-consent-consult',
      id: 'patient-consent-consult',
      title: 'Consent of the young person',
      description:
        'Says whether stored permissions let an agency hand what it holds to a recipient. For staff of that agency, with the token of their session.',
    },
  ],
} as const;

/**
 * The hook: the same procedure as any other, with the session's token as a bearer. No cookie is looked at, so that no
 * page of anybody's browser can call it. An error has the shape of all others.
 */
export async function consultHook(c: Context, services: Services): Promise<Response> {
  try {
    const caller = staffRouter.createCaller(await bearerContext(c, services));
    return c.json(await caller.standards.consult((await readJson(c)) as never));
  } catch (error) {
    const known = error instanceof TRPCError ? appErrorOf(error) : error;
    return answerError(c, services, known instanceof Error ? known : new AppError('INTERNAL', 'unexpected'));
  }
}

async function bearerContext(c: Context, { database, vault, demo }: Services) {
  const token = /^Bearer ([\w-]{20,200})$/.exec(c.req.header('authorization') ?? '')?.[1];
  const found = token ? await sessionsOf(database).find(token) : null;
  const caller = found && isForHost(found.actor, 'staff') ? found : null;
  const isLocked = caller?.isLocked ?? false;
  return {
    ...withoutBrowser(),
    host: 'staff' as const,
    actor: caller && !isLocked ? caller.actor : ANONYMOUS,
    purpose: caller?.purpose ?? ('self-access' as const),
    database,
    vault,
    isLocked,
    // This service signs nobody in, so no rate limit counts by this.
    caller: randomBytes(32),
    demo,
  };
}

async function readJson(c: Context): Promise<unknown> {
  const read = z.json().safeParse(await c.req.json().catch(() => undefined));
  if (read.success) return read.data;
  throw badInput('', 'Send a request of CDS Hooks as JSON.');
}
