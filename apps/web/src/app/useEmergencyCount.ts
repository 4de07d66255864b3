import { useQuery } from '@tanstack/react-query';
import { useTRPC } from './trpc.ts';

/** Asked again every minute, in ms: an emergency can come from anybody's case. */
const EVERY = 60_000;

/** How many emergencies wait for this person: to agree to, or to look at. */
export function useEmergencyCount(): number {
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.emergencies.list.queryOptions(), refetchInterval: EVERY });
  return data?.emergencies.filter(({ mayDecide }) => mayDecide).length ?? 0;
}
