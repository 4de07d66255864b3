import { Notice, useWords } from '@accord/ui';
import { useEffect, useState } from 'react';
import { watchIdle } from '../../app/idle.ts';
import type { Who } from '../../app/lock.ts';
import { useLocking, useLockState } from '../../app/locking.tsx';
import { useTRPCClient } from '../../app/trpc.ts';
import { loadUnlock } from './load-unlock.ts';
import css from './IdleWatch.module.css';

/** Locks a page that nobody is at, and says so a minute before, politely: any key keeps it open. */
export function IdleWatch({ who }: { who: Who }) {
  const t = useWords('session');
  const client = useTRPCClient();
  const locking = useLocking();
  const covered = useLockState().is === 'covered';
  const [warned, setWarned] = useState(false);
  const { name, demo } = who;
  useEffect(() => void loadUnlock(), []);
  useEffect(() => {
    if (!locking || covered) return;
    return watchIdle({
      onWarn: () => setWarned(true),
      onStay: () => setWarned(false),
      onIdle: () => {
        setWarned(false);
        locking.lockNow({ name, demo });
      },
      onUse: () => void client.session.me.query().catch(() => undefined),
      windows: locking.windows,
    });
  }, [client, locking, covered, name, demo]);
  return (
    <div className={css.line} role="status">
      {warned ? <Notice tone="care">{t('lock.warning')}</Notice> : null}
    </div>
  );
}
