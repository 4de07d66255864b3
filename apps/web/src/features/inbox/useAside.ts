import type { SetAsideReason, Waiting } from '@accord/consent';
import { useAnnounce, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTRPC } from '../../app/trpc.ts';

export type WaitingRequest = Extract<Waiting, { is: 'request' }>;

/** How long "not now" can be taken back in one tap, in ms. Nothing was shared by it. */
const UNDO_MS = 10_000;

interface Failed {
  error: unknown;
  retry: () => Promise<void>;
}

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
  const [failed, setFailed] = useState<Failed | null>(null);
  // What is tried now takes the place of what failed before: one error at a time, and the way to try that one again.
  const attempt = async (what: () => Promise<void>): Promise<void> => {
    setFailed(null);
    await what().catch((error: unknown) => setFailed({ error, retry: () => attempt(what) }));
    await refresh();
  };
  return {
    last,
    failed,
    busy: put.isPending || take.isPending,
    setAside: (request: WaitingRequest, reason: SetAsideReason): Promise<void> => {
      const { caseId, requestId } = request;
      return attempt(async () => {
        await put.mutateAsync({ caseId, requestId, reason });
        setLast(request);
      });
    },
    undo: async (): Promise<void> => {
      if (!last) return;
      const { caseId, requestId } = last;
      await attempt(async () => {
        await take.mutateAsync({ caseId, requestId });
        setLast(null);
        announce(t('undone'));
      });
    },
  };
}
export type AsideState = ReturnType<typeof useAside>;
