import type { Caseloads } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { Button, Card, CardTitle, List, Row, Section, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Trouble } from '../../../app/Trouble.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { calendarDay } from '../../../app/when.ts';

interface TalksProps extends Pick<Caseloads, 'talks'> {
  onChanged: (sentence: string) => Promise<void>;
  linkTo: (caseId: CaseId, codeName: string) => ReactNode;
}

/** Young people who want to talk about somebody new, before anything else. */
export function Talks({ talks, onChanged, linkTo }: TalksProps) {
  const t = useWords('caseload');
  const trpc = useTRPC();
  const talked = useMutation(
    trpc.cases.talked.mutationOptions({ onSuccess: () => onChanged(t('talk.done')) }),
  );
  return (
    <Section title={t('talk.title')}>
      <List label={t('talk.title')}>
        {talks.map(({ handoverId, caseId, codeName, comes, on }) => (
          <Card as="li" key={handoverId}>
            <CardTitle>{linkTo(caseId, codeName)}</CardTitle>
            <p>{t('talk.about', { name: comes, day: calendarDay(on) })}</p>
            {talked.error && talked.variables.handoverId === handoverId ? (
              <Trouble error={talked.error} onRetry={() => talked.mutate({ handoverId })} />
            ) : null}
            <Row>
              <Button
                small
                aria-label={t('talk.saidNamed', { code: codeName })}
                busy={talked.isPending && talked.variables.handoverId === handoverId}
                onClick={() => talked.mutate({ handoverId })}
              >
                {t('talk.said')}
              </Button>
            </Row>
          </Card>
        ))}
      </List>
    </Section>
  );
}
