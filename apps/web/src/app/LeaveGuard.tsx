import { Asking, useWords } from '@accord/ui';
import { useBlocker } from '@tanstack/react-router';
import { forgetUnsent, hasUnsent } from './unsent.ts';

/**
 * Asks before a page with unsent words is left, or loaded again. Another view of the same page keeps its forms, so it
 * asks nothing.
 */
export function LeaveGuard() {
  const t = useWords('common');
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && hasUnsent(),
    enableBeforeUnload: hasUnsent,
    withResolver: true,
  });
  if (leaving.status !== 'blocked') return null;
  return (
    <Asking
      question={t('unsent.question')}
      yes={t('unsent.leave')}
      no={t('unsent.stay')}
      onYes={() => {
        forgetUnsent();
        leaving.proceed();
      }}
      onNo={leaving.reset}
    />
  );
}
