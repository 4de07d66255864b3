import type { CaseId } from '@accord/kernel';
import { useEffect, useSyncExternalStore } from 'react';

/*
 * Somebody asked to write a note from elsewhere: the page of that case opens its form when it is there. In memory, and
 * not in the address: coming back to a page must not open a form again.
 */
let wanted: CaseId | null = null;
const listeners = new Set<() => void>();

function change(next: CaseId | null): void {
  wanted = next;
  for (const listener of listeners) listener();
}

export const wantNote = (caseId: CaseId): void => change(caseId);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls `onWanted` when a note on this case is asked for, once for each time. */
export function useWantedNote(caseId: CaseId, onWanted: () => void): void {
  const isWanted = useSyncExternalStore(subscribe, () => wanted === caseId);
  useEffect(() => {
    if (!isWanted) return;
    change(null);
    onWanted();
  });
}
