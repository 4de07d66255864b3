import { sessionsOf } from '@accord/identity/server';
import { ANONYMOUS } from '@accord/kernel';
import type { RequestContext } from '@accord/rpc';
import { createHmac } from 'node:crypto';
import type { Services } from '../services.ts';
import { seatOf, sessionPort } from './cookies.ts';

/** Who is calling: the session cookie becomes an actor, or nobody. */
export async function requestContext(
  services: Services,
  host: RequestContext['host'],
  request: Headers,
  response: Headers,
  address: string,
): Promise<RequestContext> {
  const { database, vault, demo, limitKey } = services;
  const session = sessionPort(request, response, seatOf(request, demo !== null));
  const token = session.token();
  const caller = token ? await sessionsOf(database).find(token) : null;
  const isHere = caller !== null && (caller.actor.kind === 'youth') === (host === 'youth');
  return {
    host,
    actor: isHere ? caller.actor : ANONYMOUS,
    purpose: isHere ? caller.purpose : 'self-access',
    database,
    vault,
    session,
    caller: createHmac('sha256', limitKey).update(address).digest(),
    demo,
  };
}
