import { useSyncExternalStore } from 'react';

// Where somebody is in the tour: in memory, and in no storage. A reload ends the tour.
let scene: number | null = null;
const listeners = new Set<() => void>();

/** The number of the scene, from 1; null outside of the tour. */
export function setScene(next: number | null): void {
  scene = next;
  for (const listener of listeners) listener();
}

export function useScene(): number | null {
  return useSyncExternalStore(subscribe, () => scene);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
