import type { ProtocolId } from '@accord/kernel';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../app/trpc.ts';

export type Role = 'staff' | 'advisor';

/** The protocols that this person can read. Staff and advisors ask by procedures of their own. */
export function useProtocols(role: Role) {
  const trpc = useTRPC();
  const staff = useQuery({ ...trpc.protocols.list.queryOptions(), enabled: role === 'staff' });
  const advisor = useQuery({ ...trpc.reviews.list.queryOptions(), enabled: role === 'advisor' });
  return role === 'staff' ? staff : advisor;
}

/** One protocol, and a way to ask for it anew after something was done to it. */
export function useProtocol(role: Role, protocolId: ProtocolId) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const input = { protocolId };
  const staff = useQuery({ ...trpc.protocols.open.queryOptions(input), enabled: role === 'staff' });
  const advisor = useQuery({ ...trpc.reviews.open.queryOptions(input), enabled: role === 'advisor' });
  const refresh = async () => {
    const router = role === 'staff' ? trpc.protocols : trpc.reviews;
    await queries.invalidateQueries({ queryKey: router.pathKey() });
  };
  return { query: role === 'staff' ? staff : advisor, refresh };
}
