import { LockCover, useWords } from '@accord/ui';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useLocking, useLockState } from '../../app/locking.tsx';
import { sameMe, type Me } from '../../app/session.ts';
import { loadUnlock } from './load-unlock.ts';
import { useTRPC } from '../../app/trpc.ts';

/** What opens it again comes later; what covers is there from the start. */
const Unlock = lazy(() => loadUnlock().then((module) => ({ default: module.Unlock })));

/** Covers the whole page while it is locked, here or in another window. */
export function Cover() {
  const t = useWords('session');
  const state = useLockState();
  const locking = useLocking();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const meKey = trpc.session.me.queryKey();
  const known = queries.getQueryData<Me>(meKey);

  /** The page as it was, read anew. Where somebody else came in its place, nothing of it stays. */
  const reopen = async (me: Me) => {
    if (known && !sameMe(known, me)) return window.location.reload();
    queries.setQueryData(meKey, me);
    locking?.lock.open();
    await queries.cancelQueries();
    await queries.invalidateQueries();
  };

  useEffect(() => {
    if (!locking?.windows) return;
    const { lock, calls, windows } = locking;
    const hear = ({ data }: MessageEvent) => {
      if (data === 'locked') lock.cover(null);
      if (data !== 'unlocked' || lock.read().is === 'open') return;
      void calls.session.me.query().then(
        (me) => (me?.kind === 'locked' ? undefined : reopen(me)),
        () => undefined,
      );
    };
    windows.addEventListener('message', hear);
    return () => windows.removeEventListener('message', hear);
  });

  if (state.is === 'open' || !locking) return null;
  const who = state.who ?? (known && 'name' in known ? known : null);
  return (
    <LockCover label={t('lock.title')}>
      <Suspense fallback={<h1>{t('lock.title')}</h1>}>
        <Unlock
          who={who}
          calls={locking.calls}
          told={locking.told}
          onOpen={async (me) => {
            locking.windows?.postMessage('unlocked');
            await reopen(me);
          }}
        />
      </Suspense>
    </LockCover>
  );
}
