import { QueryCache, QueryClient, type QueryKey } from '@tanstack/react-query';
import { problemOf } from './problem.ts';

/**
 * A cache in memory, kept nowhere else. Only what got no answer is asked again by itself.
 * @param onSessionOver called when the server no longer knows the session, or keeps it locked for a page without a lock.
 */
export function createQueries(onSessionOver: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (['SIGN_IN_FIRST', 'LOCKED'].includes(problemOf(error).code)) onSessionOver();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        gcTime: 60_000,
        networkMode: 'always',
        retry: (count, error) => count < 1 && problemOf(error).code === 'OFFLINE',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/**
 * Asks anew for what is on the screen after a change, whatever is on its way: that may have been read before it.
 * A refetch alone would wait for a first answer, however old.
 */
export async function askAgain(queries: QueryClient, queryKey: QueryKey): Promise<void> {
  await queries.cancelQueries({ queryKey });
  await queries.invalidateQueries({ queryKey });
}
