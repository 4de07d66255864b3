import { useWords } from '@accord/ui';
import { createFileRoute, useRouter } from '@tanstack/react-router';
import { z } from 'zod';
import { Outside } from '../app/Outside.tsx';
import { OutsidePending, OutsideTrouble } from '../app/routeStates.tsx';
import { SignIn } from '../features/session/SignIn.tsx';

const Search = z.object({
  /** Where to go afterwards: an address of this app, never another site. */
  to: z
    .string()
    .regex(/^\/(?!\/)/)
    .optional()
    .catch(undefined),
  ended: z.boolean().optional().catch(undefined),
});

export const Route = createFileRoute('/sign-in')({
  validateSearch: Search,
  component: SignInPage,
  pendingComponent: OutsidePending,
  errorComponent: OutsideTrouble,
});

function SignInPage() {
  const t = useWords('session');
  const { to, ended } = Route.useSearch();
  const router = useRouter();
  return (
    <Outside>
      <SignIn note={ended ? t('ended') : undefined} onDone={() => router.history.replace(to ?? '/')} />
    </Outside>
  );
}
