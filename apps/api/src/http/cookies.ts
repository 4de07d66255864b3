import type { SessionPort } from '@accord/rpc';
import { parse } from 'hono/utils/cookie';

/** In demo mode two people can sit side by side in one browser: each seat has a cookie of its own. */
export type Seat = 'left' | 'right' | null;

export function seatOf(headers: Headers, isDemo: boolean): Seat {
  const seat = headers.get('x-accord-seat');
  return isDemo && (seat === 'left' || seat === 'right') ? seat : null;
}

const nameOf = (seat: Seat) => (seat ? `__Host-accord-${seat}` : '__Host-accord');
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** Ends with the browser; the server's own limits are shorter. */
export function sessionPort(request: Headers, response: Headers, seat: Seat): SessionPort {
  const name = nameOf(seat);
  let token = parse(request.get('cookie') ?? '', name)[name] ?? null;
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
