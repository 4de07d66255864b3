import type { Emergency } from '@accord/consent';
import { Button, Notice, Row, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { Trouble } from '../../../app/Trouble.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { time } from '../../../app/when.ts';

interface AskedForProps {
  ask: Extract<Emergency, { is: 'ask' }>;
  onChanged: (sentence: string) => Promise<void>;
}

/** It waits for a second person. They open it with one press, or do not; whoever asked takes it back. */
export function AskedFor({ ask, onChanged }: AskedForProps) {
  const t = useWords('emergencies');
  const trpc = useTRPC();
  const { basisId, by, isOwn, mayDecide, lapsesAt } = ask;
  const { name } = ask.recipient;
  const answer = useMutation(
    trpc.emergencies.answer.mutationOptions({
      onSuccess: (_, { agrees }) =>
        onChanged(agrees ? t('agreed', { name }) : t(isOwn ? 'takenBack' : 'notAgreed')),
    }),
  );
  const say = (agrees: boolean) => answer.mutate({ basisId, agrees });
  return (
    <>
      <Notice tone="care">
        <p>{isOwn ? t('askedOwn') : t('asks', { by })}</p>
        <p>{t('lapses', { time: time(new Date(lapsesAt)) })}</p>
      </Notice>
      <Row>
        {mayDecide ? (
          <Button
            kind="primary"
            busy={answer.isPending && answer.variables.agrees}
            aria-label={t('agreeNamed', { name })}
            onClick={() => say(true)}
          >
            {t('agree')}
          </Button>
        ) : null}
        {mayDecide || isOwn ? (
          <Button
            busy={answer.isPending && !answer.variables.agrees}
            aria-label={t(isOwn ? 'takeBackNamed' : 'notAgreeNamed', { name })}
            onClick={() => say(false)}
          >
            {t(isOwn ? 'takeBack' : 'notAgree')}
          </Button>
        ) : null}
      </Row>
      {answer.error ? <Trouble error={answer.error} onRetry={() => answer.mutate(answer.variables)} /> : null}
    </>
  );
}
