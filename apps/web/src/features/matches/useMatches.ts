import { useAnnounce } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { askAgain } from '../../app/queries.ts';
import { useTRPC } from '../../app/trpc.ts';

/** What waits for the reader, over all their cases. */
export function useWaitingMatches() {
  return useQuery(useTRPC().matches.waiting.queryOptions());
}

/** After a decision: every list of matches is asked anew, and what came of it is said. */
export function useDecided() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  return async (sentence: string) => {
    await Promise.all([
      askAgain(queries, trpc.matches.waiting.queryKey()),
      askAgain(queries, trpc.matches.open.queryKey()),
    ]);
    announce(sentence);
  };
}
