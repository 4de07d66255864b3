import type { Caseloads } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { Card, CardTitle, EmptyState, List, Notice, Page, Section, Stack, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Disclosed } from '../../../app/Disclosed.tsx';
import { Happened, useNews } from '../../../app/Happened.tsx';
import { Loaded } from '../../../app/Loaded.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { calendarDay } from '../../../app/when.ts';
import { HandOver } from './HandOver.tsx';
import { Talks } from './Talks.tsx';

interface CaseloadPageProps {
  above: ReactNode;
  linkTo: (caseId: CaseId, codeName: string) => ReactNode;
}

/** Who works on the cases that one supervises; and giving them to somebody else. Code names alone. */
export function CaseloadPage({ above, linkTo }: CaseloadPageProps) {
  const t = useWords('caseload');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const query = useQuery(trpc.cases.caseloads.queryOptions());
  const { news, tell } = useNews();
  const changed = async (sentence: string) => {
    await queries.invalidateQueries({ queryKey: trpc.cases.caseloads.queryKey() });
    tell(sentence);
  };
  return (
    <Page title={t('title')} lead={t('lead')} above={above}>
      <Happened news={news} />
      <Loaded query={query} lines={6}>
        {({ supervises, people, colleagues, talks }) => {
          if (!supervises) return <Notice>{t('onlySupervisor')}</Notice>;
          return (
            <Stack gap="loose">
              {talks.length > 0 ? <Talks talks={talks} onChanged={changed} linkTo={linkTo} /> : null}
              {people.length === 0 ? (
                <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
              ) : (
                <Section title={t('people')}>
                  <List label={t('people')}>
                    {people.map((person) => (
                      <Person key={person.staffId} {...{ person, colleagues, linkTo }} onChanged={changed} />
                    ))}
                  </List>
                </Section>
              )}
            </Stack>
          );
        }}
      </Loaded>
    </Page>
  );
}

interface PersonProps extends Pick<Caseloads, 'colleagues'>, Pick<CaseloadPageProps, 'linkTo'> {
  person: Caseloads['people'][number];
  onChanged: (sentence: string) => Promise<void>;
}

function Person({ person, colleagues, linkTo, onChanged }: PersonProps) {
  const t = useWords('caseload');
  const { name, title, hasLeft, cases } = person;
  return (
    <Card as="li">
      <CardTitle>{name}</CardTitle>
      <p>{hasLeft ? t('hasLeft', { title }) : title}</p>
      <ul>
        {cases.map(({ caseId, codeName, untilOn }) => (
          <li key={caseId}>
            {linkTo(caseId, codeName)}
            {untilOn ? ` ${t('covers', { day: calendarDay(untilOn) })}` : ''}
          </li>
        ))}
      </ul>
      <Disclosed label={t('hand')} name={t('handNamed', { name })} small>
        {(close) => <HandOver {...{ person, colleagues, onChanged, close }} />}
      </Disclosed>
    </Card>
  );
}
