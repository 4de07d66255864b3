import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { StaffClient } from './client.ts';
import { createLock, type Lock, type Who } from './lock.ts';

/** What the workspace needs to cover itself, and to tell the server and its other windows. */
export interface Locking {
  lock: Lock;
  /** Calls that do not wait for the page to be open. */
  calls: StaffClient;
  windows: BroadcastChannel | null;
  /** Covers at once, then tells the server, for as long as it takes. */
  lockNow: (who: Who) => void;
  /** Settles when the server is not being told any more. */
  told: () => Promise<void>;
}

const AGAIN = 5_000;

export function createLocking(lock: Lock, calls: StaffClient): Locking {
  const windows = 'BroadcastChannel' in window ? new BroadcastChannel('accord') : null;
  let telling = Promise.resolve();
  const tell = async () => {
    while (lock.read().is === 'covered') {
      try {
        await calls.session.lock.mutate();
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, AGAIN));
      }
    }
  };
  return {
    lock,
    calls,
    windows,
    lockNow: (who) => {
      lock.cover(who);
      windows?.postMessage('locked');
      telling = tell();
    },
    told: () => Promise.race([telling, new Promise<void>((resolve) => setTimeout(resolve, 2_000))]),
  };
}

/** Where nothing can be locked: the panes of the side-by-side page, and screens under test. */
const open = createLock();
const Current = createContext<Locking | null>(null);

export function LockingProvider({ locking, children }: { locking: Locking; children: ReactNode }) {
  return <Current value={locking}>{children}</Current>;
}

export function useLocking(): Locking | null {
  return useContext(Current);
}

export function useLockState(): ReturnType<Lock['read']> {
  const lock = useLocking()?.lock ?? open;
  return useSyncExternalStore(lock.subscribe, lock.read);
}
