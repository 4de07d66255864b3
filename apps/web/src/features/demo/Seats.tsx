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
  children: ReactNode;
}

/** The young person's seat: own client, own cache, own session. */
export function YouthSeat({ seat, personKey, children }: SeatProps) {
  const [client] = useState(() => createYouthClient(seat));
  const queries = useSeatQueries();
  return (
    <Tree>
      <QueryClientProvider client={queries}>
        <youth.TRPCProvider trpcClient={client} queryClient={queries}>
          <SignedIn
            personKey={personKey}
            signIn={() => inTurn(seat, () => client.demo.signIn.mutate({ key: personKey }))}
          >
            {children}
          </SignedIn>
        </youth.TRPCProvider>
      </QueryClientProvider>
    </Tree>
  );
}

/** The seat of someone on the team: own client, own cache, own session. */
export function StaffSeat({ seat, personKey, children }: SeatProps) {
  const [client] = useState(() => createStaffClient(seat));
  const queries = useSeatQueries();
  return (
    <Tree>
      <QueryClientProvider client={queries}>
        <TRPCProvider trpcClient={client} queryClient={queries}>
          <SignedIn
            personKey={personKey}
            signIn={() => inTurn(seat, () => client.demo.signIn.mutate({ key: personKey }))}
          >
            {children}
          </SignedIn>
        </TRPCProvider>
      </QueryClientProvider>
    </Tree>
  );
}

/** A pane has no cover and no log-in: a session of its that is locked or over, or of a demo that was reset, makes room for a new one. */
function useSeatQueries() {
  const [queries] = useState(() => {
    const made = createQueries(() => {
      // After a reset even the case of the person who sits here is another one.
      made.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'seat' });
      void made.resetQueries({ queryKey: ['seat'] });
    });
    return made;
  });
  return queries;
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

const lastOf = new Map<Seat, Promise<unknown>>();

/** A seat has one cookie, and the answer that comes last sets it: who sits down waits for who sat down before. */
function inTurn<Answer>(seat: Seat, signIn: () => Promise<Answer>): Promise<Answer> {
  const turn = (lastOf.get(seat) ?? Promise.resolve()).then(signIn, signIn);
  lastOf.set(seat, turn);
  return turn;
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
