import './app/csp.ts';
import '@accord/ui/styles.css';
import { UiProvider } from '@accord/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createStaffClient } from './app/client.ts';
import { createQueries } from './app/queries.ts';
import { createAppRouter } from './app/router.ts';
import { isDemo } from './app/session.ts';
import { TRPCProvider } from './app/trpc.ts';

const client = createStaffClient();
let isLeaving = false;
const queries = createQueries(() => {
  // A page that is cleared asks once more before it goes, and is told the same.
  if (isLeaving) return;
  isLeaving = true;
  // Nothing that the session could see stays in memory after it.
  queries.clear();
  void leave().finally(() => (isLeaving = false));
});
const trpc = createTRPCOptionsProxy({ client, queryClient: queries });
const router = createAppRouter({ trpc, queries });

async function leave(): Promise<void> {
  if (await isDemo({ trpc, queries })) return router.navigate({ to: '/demo', search: { over: true } });
  return router.navigate({ to: '/sign-in', search: { ended: true } });
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <UiProvider>
      <QueryClientProvider client={queries}>
        <TRPCProvider trpcClient={client} queryClient={queries}>
          <RouterProvider router={router} />
        </TRPCProvider>
      </QueryClientProvider>
    </UiProvider>
  </StrictMode>,
);
