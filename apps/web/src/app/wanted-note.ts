import type { CaseId } from '@accord/kernel';
import { useEffect, useSyncExternalStore } from 'react';
import { createStore } from './store.ts';

/*
 * Somebody asked to write a note from elsewhere: the page of that case opens its form when it is there. In memory, and
 * not in the address: coming back to a page must not open a form again.
 */
const wanted = createStore<CaseId | null>(null);

export const wantNote = (caseId: CaseId): void => wanted.change(caseId);

/** Calls `onWanted` when a note on this case is asked for, once for each time. */
export function useWantedNote(caseId: CaseId, onWanted: () => void): void {
  const isWanted = useSyncExternalStore(wanted.subscribe, () => wanted.read() === caseId);
  useEffect(() => {
    if (!isWanted) return;
    wanted.change(null);
    onWanted();
  });
}
