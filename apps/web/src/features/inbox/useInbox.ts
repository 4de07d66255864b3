import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../app/trpc.ts';

/** Asked again every minute, in ms: what waits can come from anybody's case, and no stream tells of all of them. */
const EVERY = 60_000;

/** `anew`: coming to the page asks again, whatever was read a moment ago beside another page. */
export function useInbox({ anew = false } = {}) {
  const trpc = useTRPC();
  return useQuery({
    ...trpc.consent.inbox.queryOptions(),
    refetchInterval: EVERY,
    ...(anew && { refetchOnMount: 'always' as const }),
  });
}
