import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from './trpc.ts';
import { forgetUnsent } from './unsent.ts';

/** Ends the session, and forgets what it could see. */
export function useSignOut(onSignedOut: () => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation(
    trpc.session.signOut.mutationOptions({
      onSuccess: () => {
        queries.clear();
        forgetUnsent();
        onSignedOut();
      },
    }),
  );
}
