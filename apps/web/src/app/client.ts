import type { StaffRouter, YouthRouter } from '@accord/contract';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { watchServerClock } from './clock.ts';
import { backgroundHeader, watchTouch } from './touch.ts';

/** In the demo, two people are signed in side by side; each seat has a session cookie of its own. */
export type Seat = 'left' | 'right';

function link(path: string, seat?: Seat) {
  watchTouch();
  return httpBatchLink({
    url: new URL(path, window.location.origin),
    // Queries travel by POST too: no input in an address, in no log.
    methodOverride: 'POST',
    headers: ({ opList }) => ({
      ...seatHeader(seat),
      // Nothing changes by itself: a change is somebody's doing, however they made it.
      ...(opList.some(({ type }) => type === 'mutation') ? {} : backgroundHeader()),
    }),
    fetch: async (input, init) => {
      const response = await fetch(input, { ...(init as RequestInit), cache: 'no-store' });
      watchServerClock(response);
      return response;
    },
  });
}

export function seatHeader(seat?: Seat): Record<string, string> {
  return seat ? { 'x-accord-seat': seat } : {};
}

export function createStaffClient(seat?: Seat) {
  return createTRPCClient<StaffRouter>({ links: [link('/api/staff', seat)] });
}

export function createYouthClient(seat?: Seat) {
  return createTRPCClient<YouthRouter>({ links: [link('/api/youth', seat)] });
}
