import type { SetAsideReason, Waiting } from '@accord/consent';
import { useAnnounce, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTRPC } from '../../app/trpc.ts';

export type WaitingRequest = Extract<Waiting, { is: 'request' }>;

/** How long "not now" can be taken back in one tap, in ms. Nothing was shared by it. */
const UNDO_MS = 10_000;

/** Setting an ask aside, and taking that back. */
export function useAside(refresh: () => Promise<void>) {
  const t = useWords('inbox');
  const announce = useAnnounce();
  const trpc = useTRPC();
  const [last, setLast] = useState<WaitingRequest | null>(null);
  useEffect(() => {
    if (!last) return;
    const timer = setTimeout(() => setLast(null), UNDO_MS);
    return () => clearTimeout(timer);
  }, [last]);
  const put = useMutation(trpc.consent.setAside.mutationOptions());
  const take = useMutation(trpc.consent.takeUp.mutationOptions());
  return {
    last,
    error: put.error ?? take.error,
    busy: put.isPending || take.isPending,
    setAside: async (request: WaitingRequest, reason: SetAsideReason): Promise<void> => {
      const { caseId, requestId } = request;
      await put.mutateAsync({ caseId, requestId, reason }).then(
        () => setLast(request),
        () => undefined,
      );
      await refresh();
    },
    undo: async (): Promise<void> => {
      if (!last) return;
      const { caseId, requestId } = last;
      await take.mutateAsync({ caseId, requestId }).then(
        () => {
          setLast(null);
          announce(t('undone'));
        },
        () => undefined,
      );
      await refresh();
    },
  };
}
export type AsideState = ReturnType<typeof useAside>;
