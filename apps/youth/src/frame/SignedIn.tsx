import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { openStream, watchChanges } from '../live.ts';
import { useVisit } from '../visit.ts';

/** Around every page behind the log-in: one stream of changes, however one moves between them. */
export function SignedIn() {
  const router = useRouter();
  const { signedIn } = useVisit(router.options.context.visit);
  useEffect(() => {
    if (!signedIn) return;
    const over = new AbortController();
    void watchChanges({
      open: openStream,
      onChange: () => void router.invalidate(),
      signal: over.signal,
    });
    return () => over.abort();
  }, [router, signedIn]);
  return <Outlet />;
}
