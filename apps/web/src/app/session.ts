import type { Me } from '@accord/identity';
import { useQuery } from '@tanstack/react-query';
import type { RouteContext } from './context.ts';
import { useTRPC } from './trpc.ts';

export type { Me };
export type StaffMe = Extract<Me, { kind: 'staff' }>;
export type AdvisorMe = Extract<Me, { kind: 'advisor' }>;

/** Who is signed in, asked again for every page: a session can end between two clicks. */
export async function findMe({ trpc, queries }: RouteContext): Promise<StaffMe | AdvisorMe | undefined> {
  const me = await queries.fetchQuery({ ...trpc.session.me.queryOptions(), staleTime: 30_000 });
  return me?.kind === 'staff' || me?.kind === 'advisor' ? me : undefined;
}

/** Whether two answers are about one and the same person. */
export function sameMe(one: Me, other: Me): boolean {
  if (one?.kind === 'staff' && other?.kind === 'staff') return one.staffId === other.staffId;
  return one?.kind === other?.kind && nameOf(one) === nameOf(other);
}

const nameOf = (me: Me) => (me && 'name' in me ? me.name : null);

/** Where this person's work is: an advisor has no cases. */
export function homeOf({ kind }: StaffMe | AdvisorMe): '/today' | '/protocols' {
  return kind === 'advisor' ? '/protocols' : '/today';
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
