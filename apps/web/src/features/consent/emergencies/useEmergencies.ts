import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../app/trpc.ts';

/** Asked again every minute, and every ten seconds while one waits for a second person, in ms. */
const [EVERY, WHILE_WAITING] = [60_000, 10_000];

/** What waits for a second person, and what nobody has looked at: of the reader's agency, over all cases. */
export function useEmergencies({ anew = false } = {}) {
  const trpc = useTRPC();
  return useQuery({
    ...trpc.emergencies.list.queryOptions(),
    refetchInterval: ({ state }) =>
      state.data?.emergencies.some(({ is }) => is === 'ask') ? WHILE_WAITING : EVERY,
    ...(anew && { refetchOnMount: 'always' as const }),
  });
}
