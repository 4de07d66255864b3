import { type Caller, sessionsOf } from '@accord/identity/server';
import { ANONYMOUS } from '@accord/kernel';
import type { RequestContext } from '@accord/rpc';
import { createHmac } from 'node:crypto';
import type { Services } from '../services.ts';
import { isForHost, languagePort, seatOf, sessionPort } from './cookies.ts';

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
  const found = token ? await findCaller(database, token, isBackground(request)) : null;
  const known = found && isForHost(found.actor, host) ? found : null;
  const isLocked = known?.isLocked ?? false;
  // Whoever is locked is nobody: there is no actor that a rule could forget to ask about it.
  const caller = isLocked ? null : known;
  return {
    host,
    actor: caller?.actor ?? ANONYMOUS,
    purpose: caller?.purpose ?? 'self-access',
    database,
    vault,
    session,
    isLocked,
    language: languagePort(request, response),
    caller: createHmac('sha256', limitKey).update(address).digest(),
    demo,
  };
}

/**
 * A page says so when it asks by itself: after a ping, by a timer, while nobody touches it. Anything else than
 * exactly this is use. The header opens nothing: all it can do is to let its own session idle out.
 */
function isBackground(request: Headers): boolean {
  return request.get('x-accord-background') === '1';
}

async function findCaller(
  database: Services['database'],
  token: string,
  background: boolean,
): Promise<Caller | null> {
  const sessions = sessionsOf(database);
  return background ? ((await sessions.watch(token))?.caller ?? null) : sessions.find(token);
}
