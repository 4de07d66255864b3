import { Button, ButtonLink, ErrorState, Neutral, Row, useWords } from '@accord/ui';
import { problemOf } from './problem.ts';

interface TroubleProps {
  error: unknown;
  onRetry: () => void;
  /** What was kept; nothing is said where nothing was written. */
  kept?: string | undefined;
}

/** What happened, what we kept, what to do. What isn't shared reads like what isn't there. */
export function Trouble({ error, onRetry, kept }: TroubleProps) {
  const t = useWords('problems');
  const common = useWords('common');
  const problem = problemOf(error);
  if (problem.code === 'NOT_FOUND') return <Neutral />;
  const offline = problem.code === 'OFFLINE';
  return (
    <ErrorState
      title={offline ? t('offlineTitle') : (problem.sentence ?? t('pageTitle'))}
      kept={kept ?? (offline ? t('offline') : t('pageKept'))}
      reference={problem.reference}
      action={
        <Row>
          {problem.code === 'SIGN_IN_FIRST' ? (
            // A plain link: this also stands in the panes of the side-by-side page, which have no router.
            <ButtonLink href="/sign-in" kind="primary">
              {t('signIn')}
            </ButtonLink>
          ) : (
            <Button onClick={onRetry}>{common('tryAgain')}</Button>
          )}
        </Row>
      }
    />
  );
}
