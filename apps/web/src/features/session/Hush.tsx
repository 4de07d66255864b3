import { useAnnounce } from '@accord/ui';
import { hashKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLockState } from '../../app/locking.tsx';
import { useTRPC } from '../../app/trpc.ts';

/** Empties the live region when the page is locked, and when whoever was signed in is forgotten: it names people. */
export function Hush() {
  const announce = useAnnounce();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const isLocked = useLockState().is !== 'open';
  useEffect(() => {
    if (isLocked) announce('');
  }, [isLocked, announce]);
  useEffect(() => {
    const me = hashKey(trpc.session.me.queryKey());
    return queries.getQueryCache().subscribe(({ type, query }) => {
      if (type === 'removed' && query.queryHash === me) announce('');
    });
  }, [queries, trpc, announce]);
  return null;
}
