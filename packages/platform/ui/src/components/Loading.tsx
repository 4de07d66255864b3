import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../words/i18n.ts';
import { Button } from './Button.tsx';
import css from './Loading.module.css';

const SHOW_AFTER = 300;
const SAY_AFTER = 4_000;
const OFFER_AFTER = 10_000;

type Stage = 'unseen' | 'shapes' | 'still' | 'long';

function useStage(delay: number): Stage {
  const [stage, setStage] = useState<Stage>(delay === 0 ? 'shapes' : 'unseen');
  useEffect(() => {
    const timers = [
      setTimeout(() => setStage('shapes'), delay),
      setTimeout(() => setStage('still'), SAY_AFTER),
      setTimeout(() => setStage('long'), OFFER_AFTER),
    ];
    return () => timers.forEach(clearTimeout);
  }, [delay]);
  return stage;
}

interface LoadingSkeletonProps {
  lines?: number;
  /** Milliseconds before anything shows. The router has waited already, and passes 0. */
  delay?: number;
  onRetry?: () => void;
}

/** The shape of what is coming: after 300 ms; words at 4 s; a way out at 10 s. */
export function LoadingSkeleton({ lines = 4, delay = SHOW_AFTER, onRetry }: LoadingSkeletonProps) {
  const t = useWords('common');
  const stage = useStage(delay);
  if (stage === 'unseen') return null;
  return (
    <div className={css.loading} aria-busy="true">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={line === 0 ? 28 : 16} width={line === 0 ? '40%' : `${96 - line * 9}%`} />
      ))}
      <p className={css.words} role="status">
        {stage === 'shapes' ? '' : t('stillLoading')}
      </p>
      {stage === 'long' && onRetry ? <Button onClick={onRetry}>{t('tryAgain')}</Button> : null}
    </div>
  );
}
