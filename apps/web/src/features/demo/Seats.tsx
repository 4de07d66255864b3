import { HeadingBase, LoadingSkeleton, UiProvider } from '@accord/ui';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { StrictMode, useState, type ReactNode } from 'react';
import { createStaffClient, createYouthClient, type Seat } from '../../app/client.ts';
import { createQueries } from '../../app/queries.ts';
import { Trouble } from '../../app/Trouble.tsx';
import { TRPCProvider, youth } from '../../app/trpc.ts';

interface SeatProps {
  seat: Seat;
  /** The demo card whose person sits here. */
  personKey: string;
  /** The server knows the session no more: it ended, or the demo was reset. */
  onOver: () => void;
  children: ReactNode;
}

/** The young person's seat: own client, own cache, own session. */
export function YouthSeat({ seat, personKey, onOver, children }: SeatProps) {
  const [client] = useState(() => createYouthClient(seat));
  const [queries] = useState(() => createQueries(onOver));
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

/** The seat of someone on the team: own client, own cache, own session. */
export function StaffSeat({ seat, personKey, onOver, children }: SeatProps) {
  const [client] = useState(() => createStaffClient(seat));
  const [queries] = useState(() => createQueries(onOver));
  return (
    <Tree>
      <QueryClientProvider client={queries}>
        <TRPCProvider trpcClient={client} queryClient={queries}>
          <SignedIn personKey={personKey} signIn={() => client.demo.signIn.mutate({ key: personKey })}>
            {children}
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
