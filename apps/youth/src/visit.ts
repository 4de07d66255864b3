import { useSyncExternalStore } from 'react';

/** What one page load knows. In memory alone: a reload forgets it, and nothing is left on the device. */
interface Known {
  /** The page about Exit was read and passed. */
  readonly told: boolean;
  readonly signedIn: boolean;
}

export interface Visit {
  read: () => Known;
  change: (next: Partial<Known>) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createVisit(): Visit {
  let known: Known = { told: false, signedIn: false };
  const listeners = new Set<() => void>();
  return {
    read: () => known,
    change: (next) => {
      const after = { ...known, ...next };
      if (after.told === known.told && after.signedIn === known.signedIn) return;
      known = after;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useVisit(visit: Visit): Known {
  return useSyncExternalStore(visit.subscribe, visit.read);
}
