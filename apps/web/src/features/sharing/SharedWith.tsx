import type { CategoryCode, Permission } from '@accord/consent';
import { Button, Card, CardTitle, Confirm, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../app/problem.ts';
import { youth } from '../../app/trpc.ts';
import { calendarDay, listed } from '../../app/when.ts';
import css from './sharing.module.css';

interface SharedWithProps {
  permission: Permission;
  onStopped: (sentence: string) => void;
}

/** One person and what they can see, each kind with its own Stop. No reason is asked. */
export function SharedWith({ permission, onStopped }: SharedWithProps) {
  const t = useWords('sharing');
  const kinds = useWords('categories');
  const problems = useWords('problems');
  const trpc = youth.useTRPC();
  const [asked, setAsked] = useState<readonly CategoryCode[] | null>(null);
  const { grantId, recipient, categories, endsOn } = permission;
  const { name } = recipient;
  const label = (code: CategoryCode) => kinds(`${code}.label`);
  const stop = useMutation(
    trpc.mine.stop.mutationOptions({
      onSuccess: (_answer, { categories: some }) => {
        setAsked(null);
        onStopped(t('done', { name, kinds: listed((some ?? categories).map(label)) }));
      },
    }),
  );
  return (
    <Card as="li">
      <div>
        <CardTitle>{name}</CardTitle>
        <p className={css.soft}>
          {[recipient.title, recipient.agency === name ? null : recipient.agency].filter(Boolean).join(', ')}
        </p>
      </div>
      <ul className={css.kinds} aria-label={t('canSee')}>
        {categories.map((code) => (
          <li key={code}>
            <span>{label(code)}</span>
            <Button
              kind="stop"
              small
              aria-label={t('stopOne', { kind: label(code), name })}
              onClick={() => setAsked([code])}
            >
              {t('stop')}
            </Button>
          </li>
        ))}
      </ul>
      <p className={css.soft}>{t('until', { day: calendarDay(endsOn) })}</p>
      {asked ? (
        <Confirm
          question={t('ask', { kinds: listed(asked.map(label)), name })}
          yes={t('yes')}
          no={t('keep')}
          busy={stop.isPending}
          error={stop.error ? (problemOf(stop.error).sentence ?? problems('offlineTitle')) : undefined}
          onYes={() =>
            stop.mutate({
              grantId,
              ...(asked.length === categories.length ? {} : { categories: [...asked] }),
            })
          }
          onNo={() => setAsked(null)}
        />
      ) : null}
      <div hidden={asked !== null}>
        <Button kind="stop" onClick={() => setAsked(categories)}>
          {t('stopAll', { name })}
        </Button>
      </div>
    </Card>
  );
}
