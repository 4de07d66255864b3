import { Hidden, LoadingSkeleton, Neutral, Page, useWords } from '@accord/ui';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { Outside } from './Outside.tsx';
import { Trouble } from './Trouble.tsx';

/** The router has waited 300 ms before this shows. Whoever listens hears what the shapes say to others. */
export function Pending({ delay = 0, lines = 5, onRetry }: ComponentProps<typeof LoadingSkeleton>) {
  const t = useWords('common');
  return (
    <Page title={<Hidden>{t('loading')}</Hidden>}>
      <LoadingSkeleton delay={delay} lines={lines} {...(onRetry && { onRetry })} />
    </Page>
  );
}

/** The same where no frame stands around it. */
export function OutsidePending() {
  return (
    <Outside>
      <Pending />
    </Outside>
  );
}

export function RouteTrouble({ error, reset }: ErrorComponentProps) {
  const t = useWords('problems');
  const router = useRouter();
  return (
    <Page title={t('pageTitle')}>
      <Trouble
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </Page>
  );
}

/** The same where no frame stands around it. */
export function OutsideTrouble(props: ErrorComponentProps) {
  return (
    <Outside>
      <RouteTrouble {...props} />
    </Outside>
  );
}

export function OutsideNotShared() {
  return (
    <Outside>
      <NotShared />
    </Outside>
  );
}

/** One answer for an address that does not exist and for a case that isn't shared: the same words. */
export function NotShared() {
  const t = useWords('common');
  return (
    <Page title={t('product')}>
      <Neutral />
      <p>{t('neutralHint')}</p>
    </Page>
  );
}
