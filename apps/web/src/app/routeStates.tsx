import { LoadingSkeleton, Neutral, Page, useWords } from '@accord/ui';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Outside } from './Outside.tsx';
import { Trouble } from './Trouble.tsx';

/** The router has waited 300 ms before this shows. */
export function Pending() {
  return <LoadingSkeleton delay={0} lines={5} />;
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
    </Page>
  );
}
