import type { CaseId } from '@accord/kernel';
import { HeadingBase, LoadingSkeleton, UiProvider } from '@accord/ui';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { StrictMode, useState, type ReactNode } from 'react';
import { createStaffClient, createYouthClient, type Seat } from '../../app/client.ts';
import { createQueries } from '../../app/queries.ts';
import { NotShared } from '../../app/routeStates.tsx';
import { Trouble } from '../../app/Trouble.tsx';
import { TRPCProvider, useTRPC, youth } from '../../app/trpc.ts';

interface SeatProps<Child> {
  seat: Seat;
  /** The demo card whose person sits here. */
  personKey: string;
  children: Child;
}

/** The young person's seat: own client, own cache, own session. */
export function YouthSeat({ seat, personKey, children }: SeatProps<ReactNode>) {
  const [client] = useState(() => createYouthClient(seat));
  const [queries] = useState(() => createQueries(() => undefined));
  return (
    <Tree>
      <QueryClientProvider client={queries}>
        <youth.TRPCProvider trpcClient={client} queryClient={queries}>
          <SignedIn personKey={personKey} signIn={() => client.demo.signIn.mutate({ key: personKey })}>
            {children}
          </SignedIn>
        </youth.TRPCProvider>
      </QueryClientProvider>
    </Tree>
  );
}

/** The seat of someone on the team, with the first case that is open to them. */
export function StaffSeat({ seat, personKey, children }: SeatProps<(caseId: CaseId) => ReactNode>) {
  const [client] = useState(() => createStaffClient(seat));
  const [queries] = useState(() => createQueries(() => undefined));
  return (
    <Tree>
      <QueryClientProvider client={queries}>
        <TRPCProvider trpcClient={client} queryClient={queries}>
          <SignedIn personKey={personKey} signIn={() => client.demo.signIn.mutate({ key: personKey })}>
            <FirstCase>{children}</FirstCase>
          </SignedIn>
        </TRPCProvider>
      </QueryClientProvider>
    </Tree>
  );
}

function Tree({ children }: { children: ReactNode }) {
  return (
    <StrictMode>
      <UiProvider>
        <HeadingBase level={2}>{children}</HeadingBase>
      </UiProvider>
    </StrictMode>
  );
}

interface SignedInProps {
  personKey: string;
  signIn: () => Promise<unknown>;
  children: ReactNode;
}

/** Signs the seat in once. A query, so that it happens once however often React renders. */
function SignedIn({ personKey, signIn, children }: SignedInProps) {
  const query = useQuery({
    queryKey: ['seat', personKey],
    queryFn: async () => ((await signIn()) ? 'in' : 'out'),
    staleTime: Infinity,
    gcTime: Infinity,
  });
  if (query.error) return <Trouble error={query.error} onRetry={() => void query.refetch()} />;
  return query.data === 'in' ? children : <LoadingSkeleton />;
}

/** The case is chosen once: when its access ends, its page says so, instead of another page standing there. */
function FirstCase({ children }: { children: (caseId: CaseId) => ReactNode }) {
  const trpc = useTRPC();
  const query = useQuery({ ...trpc.cases.list.queryOptions(), staleTime: Infinity });
  if (query.error) return <Trouble error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingSkeleton />;
  const [first] = query.data.cases;
  return first ? children(first.caseId) : <NotShared />;
}
