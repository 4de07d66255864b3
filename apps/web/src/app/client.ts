import type { StaffRouter, YouthRouter } from '@accord/contract';
import { createTRPCClient, httpBatchLink, splitLink } from '@trpc/client';
import { watchServerClock } from './clock.ts';
import { type Lock, noticingLock, waitingForLock } from './lock.ts';
import { backgroundHeader, watchTouch } from '@accord/ui/touch';

/** In the demo, two people are signed in side by side; each seat has a session cookie of its own. */
export type Seat = 'left' | 'right';

const send: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, cache: 'no-store' });
  watchServerClock(response);
  return response;
};

function link(path: string, seat?: Seat, through = send) {
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
    fetch: (input, init) => through(input, init as RequestInit),
  });
}

export function seatHeader(seat?: Seat): Record<string, string> {
  return seat ? { 'x-accord-seat': seat } : {};
}

export function createStaffClient(seat?: Seat) {
  return createTRPCClient<StaffRouter>({ links: [link('/api/staff', seat)] });
}
export type StaffClient = ReturnType<typeof createStaffClient>;

/** For pages that can be locked: what they ask waits for the lock to open, what they change says that it is locked. */
export function createLockableClient(lock: Lock): StaffClient {
  return createTRPCClient<StaffRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'mutation',
        true: link('/api/staff', undefined, noticingLock(lock, send)),
        false: link('/api/staff', undefined, waitingForLock(lock, send)),
      }),
    ],
  });
}

export function createYouthClient(seat?: Seat) {
  return createTRPCClient<YouthRouter>({ links: [link('/api/youth', seat)] });
}
