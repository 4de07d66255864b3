import { type Actor, Language } from '@accord/kernel';
import type { LanguagePort, RequestContext, SessionPort } from '@accord/rpc';
import { parse } from 'hono/utils/cookie';

/** In demo mode two people can sit side by side in one browser: each seat has a cookie of its own. */
export type Seat = 'left' | 'right' | null;

export function seatOf(headers: Headers, isDemo: boolean): Seat {
  const seat = headers.get('x-accord-seat');
  return isDemo && (seat === 'left' || seat === 'right') ? seat : null;
}

/** A session counts on the host of its own kind of person alone. */
export function isForHost(actor: Actor, host: RequestContext['host']): boolean {
  return (actor.kind === 'youth') === (host === 'youth');
}

const nameOf = (seat: Seat) => (seat ? `__Host-accord-${seat}` : '__Host-accord');
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** The cookie ends with the browser; the server's own limits are shorter. Changes are written to `response`. */
export function sessionPort(request: Headers, seat: Seat, response = new Headers()): SessionPort {
  const name = nameOf(seat);
  let token = parse(request.get('cookie') ?? '', name)[name] || null;
  return {
    token: () => token,
    set: (next) => {
      token = next;
      response.append('set-cookie', `${name}=${next}; ${ATTRIBUTES}`);
    },
    clear: () => {
      token = null;
      response.append('set-cookie', `${name}=; ${ATTRIBUTES}; Max-Age=0`);
    },
  };
}

const LANGUAGE = 'accord_lang';

/** What this browser chose to read. Nothing that is not one of our languages is ever written into a page. */
export function languageOf(request: Headers): Language {
  return Language.safeParse(parse(request.get('cookie') ?? '', LANGUAGE)[LANGUAGE]).data ?? 'en';
}

export function languagePort(request: Headers, response: Headers): LanguagePort {
  return {
    now: languageOf(request),
    choose: (next) => response.append('set-cookie', `${LANGUAGE}=${next}; ${ATTRIBUTES}`),
  };
}
