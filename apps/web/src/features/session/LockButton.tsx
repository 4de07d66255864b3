import { Button, Icon, useWords } from '@accord/ui';
import type { Who } from '../../app/lock.ts';
import { useLocking } from '../../app/locking.tsx';

/** Covers the workspace at once. */
export function LockButton({ who: { name, demo } }: { who: Who }) {
  const t = useWords('session');
  const locking = useLocking();
  return (
    <Button
      kind="quiet"
      small
      icon={<Icon name="lock" size={18} />}
      onClick={() => locking?.lockNow({ name, demo })}
    >
      {t('lock.button')}
    </Button>
  );
}
