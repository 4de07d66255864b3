import { sessionsOf } from '@accord/identity/server';
import { ANONYMOUS } from '@accord/kernel';
import type { RequestContext } from '@accord/rpc';
import { createHmac } from 'node:crypto';
import type { Services } from '../services.ts';
import { isForHost, seatOf, sessionPort } from './cookies.ts';

/** Who is calling: the session cookie becomes an actor, or nobody. */
export async function requestContext(
  services: Services,
  host: RequestContext['host'],
  request: Headers,
  response: Headers,
  address: string,
): Promise<RequestContext> {
  const { database, vault, demo, limitKey } = services;
  const session = sessionPort(request, seatOf(request, demo !== null), response);
  const token = session.token();
  const found = token ? await sessionsOf(database).find(token) : null;
  const caller = found && isForHost(found.actor, host) ? found : null;
  return {
    host,
    actor: caller?.actor ?? ANONYMOUS,
    purpose: caller?.purpose ?? 'self-access',
    database,
    vault,
    session,
    caller: createHmac('sha256', limitKey).update(address).digest(),
    demo,
  };
}
