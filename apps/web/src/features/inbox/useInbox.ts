import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../app/trpc.ts';

/** Asked again every minute, in ms: what waits can come from anybody's case, and no stream tells of all of them. */
const EVERY = 60_000;

export function useInbox() {
  const trpc = useTRPC();
  return useQuery({ ...trpc.consent.inbox.queryOptions(), refetchInterval: EVERY });
}
