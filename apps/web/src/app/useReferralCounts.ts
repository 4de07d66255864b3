import { useQuery } from '@tanstack/react-query';
import { useTRPC } from './trpc.ts';

/** Asked again every minute, in ms: what waits can come from anybody's case, and no stream tells of all of them. */
const EVERY = 60_000;

/** How many referrals wait for this reader's agency, and how many it waits for itself. */
export function useReferralCounts() {
  const trpc = useTRPC();
  return useQuery({ ...trpc.referrals.waiting.queryOptions(), refetchInterval: EVERY });
}
