import type { Emergency } from '@accord/consent';
import { REVIEWS } from '@accord/consent';
import { Button, Notice, Row, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { Trouble } from '../../../app/Trouble.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { instant, time } from '../../../app/when.ts';
import css from '../consent.module.css';

interface ToReviewProps {
  emergency: Extract<Emergency, { is: 'review' }>;
  onChanged: (sentence: string) => Promise<void>;
}

/** It was opened, and somebody with no part in it says whether it was needed. */
export function ToReview({ emergency, onChanged }: ToReviewProps) {
  const t = useWords('emergencies');
  const { by, openedAt, secondedBy, endsAt, isOpen, dueAt, standing, holdAt, isOnHold, mayDecide } =
    emergency;
  const at = instant(openedAt);
  return (
    <>
      <div>
        <p>{secondedBy ? t('openedByTwo', { by, at, second: secondedBy }) : t('opened', { by, at })}</p>
        <p>{isOpen ? t('isOpen', { time: time(new Date(endsAt)) }) : t('closed', { at: instant(endsAt) })}</p>
      </div>
      <Notice tone={standing === 'overdue' ? 'stop' : 'care'}>
        <p>{t(`due.${standing}`, { at: instant(dueAt) })}</p>
        <p>{isOnHold ? t('onHold', { by }) : t('hold', { by, at: instant(holdAt) })}</p>
      </Notice>
      {mayDecide ? (
        <Decide emergency={emergency} onChanged={onChanged} />
      ) : (
        <p className={css.soft}>{t('somebodyElse')}</p>
      )}
    </>
  );
}

function Decide({ emergency, onChanged }: ToReviewProps) {
  const t = useWords('emergencies');
  const trpc = useTRPC();
  const { basisId, codeName, recipient } = emergency;
  const code = codeName ?? t('theyRead');
  const review = useMutation(
    trpc.emergencies.review.mutationOptions({
      onSuccess: (_, { outcome }) => onChanged(t(`reviewed.${outcome}`, { code })),
    }),
  );
  return (
    <div role="group" aria-label={t('question')}>
      <p className={css.label}>{t('question')}</p>
      <Row>
        {REVIEWS.map((outcome) => (
          <Button
            key={outcome}
            busy={review.isPending && review.variables.outcome === outcome}
            aria-label={t(`outcomeNamed.${outcome}`, { name: recipient.name })}
            onClick={() => review.mutate({ basisId, outcome })}
          >
            {t(`outcome.${outcome}`)}
          </Button>
        ))}
      </Row>
      {review.error ? <Trouble error={review.error} onRetry={() => review.mutate(review.variables)} /> : null}
    </div>
  );
}
