import './dialog.ts';
import { UiProvider } from '@accord/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { createStaffClient, createYouthClient } from '../app/client.ts';
import { createQueries } from '../app/queries.ts';
import { TRPCProvider, youth } from '../app/trpc.ts';

// What is waited for comes; on a busy machine it takes longer than the second that is the default.
configure({ asyncUtilTimeout: 5_000 });

/** Renders a screen as someone on the team sees it, with the real client over the wire. */
export function renderForStaff(screen: ReactNode) {
  const client = createStaffClient();
  const queries = createQueries(() => undefined);
  const user = userEvent.setup();
  const view = render(
    <UiProvider>
      <QueryClientProvider client={queries}>
        <TRPCProvider trpcClient={client} queryClient={queries}>
          {screen}
        </TRPCProvider>
      </QueryClientProvider>
    </UiProvider>,
  );
  return { user, ...view };
}

/** Renders a screen as the young person sees it in the demo. */
export function renderForYouth(screen: ReactNode) {
  const client = createYouthClient('left');
  const queries = createQueries(() => undefined);
  const user = userEvent.setup();
  const view = render(
    <UiProvider>
      <QueryClientProvider client={queries}>
        <youth.TRPCProvider trpcClient={client} queryClient={queries}>
          {screen}
        </youth.TRPCProvider>
      </QueryClientProvider>
    </UiProvider>,
  );
  return { user, ...view };
}
