import type { CaseId } from '@accord/kernel';
import { Card, CardTitle, EmptyState, List, Page, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../../app/Loaded.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { day } from '../../app/when.ts';
import css from './CaseList.module.css';

interface CaseListProps {
  /** The link that opens a new case. */
  openCase: ReactNode;
  linkTo: (caseId: CaseId, name: string) => ReactNode;
}

/** The cases of one person: the code name first, the name only where it is shared with them. */
export function CaseList({ openCase, linkTo }: CaseListProps) {
  const t = useWords('cases');
  const trpc = useTRPC();
  const query = useQuery(trpc.cases.list.queryOptions());
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      actions={query.data?.cases.length ? openCase : undefined}
    >
      <Loaded query={query}>
        {({ cases, more }) =>
          cases.length === 0 ? (
            <EmptyState title={t('list.emptyTitle')} action={openCase}>
              {t('list.empty')}
            </EmptyState>
          ) : (
            <>
              <List label={t('list.label')}>
                {cases.map(({ caseId, codeName, name, openedAt }) => (
                  <Card as="li" key={caseId}>
                    <div className={css.line}>
                      <div>
                        <CardTitle>{linkTo(caseId, codeName)}</CardTitle>
                        {name ? <p>{name}</p> : null}
                      </div>
                      <p className={css.since}>{t('list.open', { day: day(openedAt) })}</p>
                    </div>
                  </Card>
                ))}
              </List>
              {more ? <p>{t('list.more')}</p> : null}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
