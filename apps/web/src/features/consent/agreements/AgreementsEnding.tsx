import { Card, CardTitle, List, Row, Section, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../../../app/Loaded.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { calendarDay } from '../../../app/when.ts';
import css from './agreements.module.css';

/** In the inbox of whoever supervises: what their agency signed and ends within 60 days. */
export function AgreementsEnding({ see }: { see: (label: string) => ReactNode }) {
  const t = useWords('agreements');
  const trpc = useTRPC();
  const query = useQuery(trpc.agreements.list.queryOptions());
  const { data } = query;
  if (data && !(data.mayRecord && data.agreements.some(({ endsSoon }) => endsSoon))) return null;
  return (
    <Section title={t('ending.title')}>
      <Loaded query={query} lines={2}>
        {({ agreements }) => (
          <List label={t('ending.title')}>
            {agreements
              .filter(({ endsSoon }) => endsSoon)
              .map(({ agreementId, sort, number, parties, lastOn }) => (
                <Card as="li" key={agreementId}>
                  <CardTitle>{t('named', { sort: t(`sorts.${sort}`), number })}</CardTitle>
                  <p>{lastOn === null ? parties : t('ending.line', { parties, day: calendarDay(lastOn) })}</p>
                  <p className={css.soft}>{t('ending.afterwards')}</p>
                  <Row>{see(t('ending.see'))}</Row>
                </Card>
              ))}
          </List>
        )}
      </Loaded>
    </Section>
  );
}
