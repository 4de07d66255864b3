import type { CaseId } from '@accord/kernel';
import { Card, CardTitle, List, Row, Section, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../../app/Loaded.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { calendarDay, dayOf } from '../../app/when.ts';
import css from './keeping.module.css';

export type CaseLink = (caseId: CaseId, label: string, name: string) => ReactNode;

/** The reader's own cases of which all that their agency holds may go, or that somebody asked to erase. */
export function DueCases({ see, showNone = false }: { see: CaseLink; showNone?: boolean }) {
  const t = useWords('keeping');
  const trpc = useTRPC();
  const query = useQuery(trpc.keeping.due.queryOptions());
  if (query.data?.cases.length === 0 && !showNone) return null;
  return (
    <Section title={t('due.title')}>
      <Loaded query={query} lines={2}>
        {({ cases }) =>
          cases.length === 0 ? (
            <p className={css.soft}>{t('due.none')}</p>
          ) : (
            <List label={t('due.title')}>
              {cases.map(({ caseId, codeName, dueAt, isHeld, isAsked }) => (
                <Card as="li" key={caseId}>
                  <CardTitle>{codeName}</CardTitle>
                  <p>{dueAt ? t('due.since', { day: calendarDay(dayOf(dueAt)) }) : t('due.keptNow')}</p>
                  {isHeld ? <p className={css.soft}>{t('due.held')}</p> : null}
                  {isAsked ? <p className={css.soft}>{t('due.asked')}</p> : null}
                  <Row>{see(caseId, t('due.see'), t('due.seeNamed', { code: codeName }))}</Row>
                </Card>
              ))}
            </List>
          )
        }
      </Loaded>
    </Section>
  );
}
