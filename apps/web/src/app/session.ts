import type { Me } from '@accord/identity';
import { useQuery } from '@tanstack/react-query';
import type { RouteContext } from './context.ts';
import { useTRPC } from './trpc.ts';

export type StaffMe = Extract<Me, { kind: 'staff' }>;

/** Who is signed in, asked again for every page: a session can end between two clicks. */
export async function findStaff({ trpc, queries }: RouteContext): Promise<StaffMe | undefined> {
  const me = await queries.fetchQuery({ ...trpc.session.me.queryOptions(), staleTime: 30_000 });
  return me?.kind === 'staff' ? me : undefined;
}

/** Whether this is a demo: outside of one the log-in cards do not exist. */
export async function isDemo({ trpc, queries }: RouteContext): Promise<boolean> {
  try {
    await queries.fetchQuery({ ...trpc.demo.cards.queryOptions(), staleTime: Infinity });
    return true;
  } catch {
    return false;
  }
}

/** The signed-in member of staff, inside a page that only they reach. */
export function useStaff(): StaffMe | undefined {
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.session.me.queryOptions(), staleTime: 30_000 });
  return data?.kind === 'staff' ? data : undefined;
}
