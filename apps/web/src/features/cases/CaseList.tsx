import type { CaseList as Cases } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { Button, Card, CardTitle, EmptyState, Hidden, List, Page, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Loaded } from '../../app/Loaded.tsx';
import { Trouble } from '../../app/Trouble.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { useFoundCases } from '../../app/useFoundCases.ts';
import { day } from '../../app/when.ts';
import { CaseFilters } from './CaseFilters.tsx';
import css from './CaseList.module.css';
import { type CasesView, chooseCases } from './choose-cases.ts';

interface CaseListProps {
  /** Which cases and in which order. */
  view: CasesView;
  onView: (view: CasesView) => void;
  /** The link that opens a new case; where nothing is there yet it is not what the page is for. */
  openCase: (kind: 'primary' | 'secondary') => ReactNode;
  linkTo: (caseId: CaseId, name: string) => ReactNode;
}

/** The cases of one person: the code name first, the name only where it is shared with them. */
export function CaseList({ view, onView, openCase, linkTo }: CaseListProps) {
  const t = useWords('cases');
  const trpc = useTRPC();
  const query = useQuery(trpc.cases.list.queryOptions());
  const [text, setText] = useState('');
  const looked = useFoundCases(text);
  const showAll = () => {
    setText('');
    onView({});
  };
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      actions={query.data?.cases.length ? openCase('primary') : undefined}
    >
      <Loaded query={query}>
        {({ cases, more }) => {
          if (cases.length === 0) {
            return (
              <EmptyState title={t('list.emptyTitle')} action={openCase('secondary')}>
                {t('list.empty')}
              </EmptyState>
            );
          }
          const found = chooseCases(cases, view, text, looked.cases);
          return (
            <div>
              <CaseFilters view={view} onView={onView} text={text} onText={setText} />
              <p role="status">
                <Hidden>{t('list.matches', { count: found.length })}</Hidden>
              </p>
              {looked.error ? (
                <Trouble error={looked.error} kept={t('list.searchFailed')} onRetry={looked.refetch} />
              ) : null}
              <Found cases={found} looked={looked} onShowAll={showAll} linkTo={linkTo} />
              {more && text === '' ? <p>{t('list.more')}</p> : null}
              {looked.more ? <p>{t('list.moreFound')}</p> : null}
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

interface FoundProps extends Pick<CaseListProps, 'linkTo'> {
  cases: Cases['cases'];
  looked: ReturnType<typeof useFoundCases>;
  onShowAll: () => void;
}

function Found({ cases, looked, onShowAll, linkTo }: FoundProps) {
  const t = useWords('cases');
  if (cases.length > 0) {
    return (
      <List label={t('list.label')}>
        {cases.map((each) => (
          <Line key={each.caseId} {...each} linkTo={linkTo} />
        ))}
      </List>
    );
  }
  // What failed says so above; whether nothing fits is not known then.
  if (looked.error) return null;
  if (looked.isLooking) return <p>{t('list.looking')}</p>;
  return (
    <EmptyState title={t('list.noneTitle')} action={<Button onClick={onShowAll}>{t('list.showAll')}</Button>}>
      {t('list.none')}
    </EmptyState>
  );
}

type LineProps = Cases['cases'][number] & Pick<CaseListProps, 'linkTo'>;

function Line({ caseId, codeName, name, openedAt, linkTo }: LineProps) {
  const t = useWords('cases');
  return (
    <Card as="li">
      <div className={css.line}>
        <div>
          <CardTitle>{linkTo(caseId, codeName)}</CardTitle>
          {name ? <p>{name}</p> : null}
        </div>
        <p className={css.since}>{t('list.open', { day: day(openedAt) })}</p>
      </div>
    </Card>
  );
}
