import './app/csp.ts';
import '@accord/ui/styles.css';
import { languageOfPage, showIn, UiProvider } from '@accord/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createLockableClient, createStaffClient } from './app/client.ts';
import { createLock } from './app/lock.ts';
import { createLocking, LockingProvider } from './app/locking.tsx';
import { createQueries } from './app/queries.ts';
import { createAppRouter } from './app/router.ts';
import { isDemo } from './app/session.ts';
import { TRPCProvider } from './app/trpc.ts';
import { forgetUnsent } from './app/unsent.ts';
import { Cover } from './features/session/Cover.tsx';
import { Hush } from './features/session/Hush.tsx';

let isLeaving = false;
const lock = createLock();
const locking = createLocking(lock, createStaffClient());
const client = createLockableClient(lock);
const queries = createQueries(() => {
  // A page that is cleared asks once more before it goes, and is told the same.
  if (isLeaving) return;
  isLeaving = true;
  // Nothing that the session could see stays in memory after it.
  queries.clear();
  forgetUnsent();
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
// Without its words a page in another language would flash in English; if they do not come, English is better than
// nothing. Not awaited at the top: the pages that come later import from here, and would wait for it.
void showIn(languageOfPage())
  .catch(() => undefined)
  .then(() => show(root));

function show(container: HTMLElement): void {
  createRoot(container).render(
    <StrictMode>
      <UiProvider>
        <QueryClientProvider client={queries}>
          <TRPCProvider trpcClient={client} queryClient={queries}>
            <LockingProvider locking={locking}>
              <RouterProvider router={router} />
              <Cover />
              <Hush />
            </LockingProvider>
          </TRPCProvider>
        </QueryClientProvider>
      </UiProvider>
    </StrictMode>,
  );
}
