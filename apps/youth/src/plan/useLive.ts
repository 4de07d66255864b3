import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { openStream, watchChanges } from '../live.ts';

/** Asks for the page again whenever something in it has moved, while it is on the screen. */
export function useLive(caseId: string): void {
  const router = useRouter();
  useEffect(() => {
    const over = new AbortController();
    void watchChanges({
      open: openStream(caseId),
      onChange: () => void router.invalidate(),
      signal: over.signal,
    });
    return () => over.abort();
  }, [router, caseId]);
}
