import { useSyncExternalStore } from 'react';
import { createStore } from '../../app/store.ts';

// Where somebody is in the tour: a reload ends it.
const scene = createStore<number | null>(null);

/** The number of the scene, from 1; null outside of the tour. */
export const setScene = (next: number | null): void => scene.change(next);

export function useScene(): number | null {
  return useSyncExternalStore(scene.subscribe, scene.read);
}
