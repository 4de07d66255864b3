import type { Me } from '@accord/identity';
import { LoadingSkeleton, Page, useWords } from '@accord/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Trouble } from '../../app/Trouble.tsx';
import { useTRPC } from '../../app/trpc.ts';

interface EnterProps {
  /** The key of a demo card. */
  personKey: string;
  onEntered: (me: Me) => void;
}

/**
 * Stands between two people: the pages of the one are gone before the other is signed in, and so is all that was
 * asked for as them.
 */
export function Enter({ personKey, onEntered }: EnterProps) {
  const t = useWords('demo');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { mutate, error } = useMutation(
    trpc.demo.signIn.mutationOptions({
      onSuccess: async (me) => {
        await queries.cancelQueries();
        queries.clear();
        queries.setQueryData(trpc.session.me.queryKey(), me);
        onEntered(me);
      },
    }),
  );
  useEffect(() => mutate({ key: personKey }), [mutate, personKey]);
  return (
    <Page title={t('entering')}>
      {error ? (
        <Trouble error={error} onRetry={() => mutate({ key: personKey })} />
      ) : (
        <LoadingSkeleton delay={300} />
      )}
    </Page>
  );
}
