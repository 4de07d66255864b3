import type { Today } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { EmptyState, Page, Section, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import { useFocusRescue } from '../../../app/focus.ts';
import { Loaded } from '../../../app/Loaded.tsx';
import { askAgain } from '../../../app/queries.ts';
import { useTRPC } from '../../../app/trpc.ts';
import { UndoLine, useUndo } from '../../../app/UndoLine.tsx';
import { ChangedCases } from './ChangedCases.tsx';
import { ComingUp } from './ComingUp.tsx';
import { StepsInHand } from './StepsInHand.tsx';
import css from './today.module.css';

export type LinkToCase = (caseId: CaseId, codeName: string) => ReactNode;

interface TodayPageProps {
  linkTo: LinkToCase;
  /** Links to all cases, and to a new one. */
  actions: ReactNode;
}

/** Where a worker's day begins: what is theirs to do, what is coming, what waits for others, and what has changed. */
export function TodayPage({ linkTo, actions }: TodayPageProps) {
  const t = useWords('today');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const query = useQuery(trpc.cases.today.queryOptions());
  const { offer, offerUndo } = useUndo();
  const region = useRef<HTMLDivElement>(null);
  useFocusRescue(region);
  const refresh = () => askAgain(queries, trpc.cases.today.queryKey());
  return (
    <div ref={region}>
      <Page width="wide" title={t('title')} lead={t('lead')} actions={actions}>
        <UndoLine offer={offer} />
        <Loaded query={query} lines={8}>
          {(today) => (
            <div className={css.columns}>
              <div className={css.column}>
                <Section title={t('due.title')}>
                  {today.due.length === 0 ? (
                    <EmptyState title={t('due.empty')}>{clearUntil(today, t)}</EmptyState>
                  ) : (
                    <StepsInHand steps={today.due} {...{ linkTo, refresh, offerUndo }} />
                  )}
                </Section>
                <Section title={t('waiting.title')}>
                  {today.waiting.length === 0 ? (
                    <p className={css.soft}>{t('waiting.empty')}</p>
                  ) : (
                    <StepsInHand steps={today.waiting} {...{ linkTo }} />
                  )}
                </Section>
              </div>
              <div className={css.column}>
                <ComingUp coming={today.coming} linkTo={linkTo} />
                <ChangedCases changed={today.changed} linkTo={linkTo} />
              </div>
              {today.more ? <p className={css.more}>{t('more')}</p> : null}
            </div>
          )}
        </Loaded>
      </Page>
    </div>
  );
}

/** Nothing is due; what comes first says until when that holds. */
function clearUntil({ coming: [first] }: Today, t: ReturnType<typeof useWords<'today'>>): string {
  return first ? t('due.clearUntil', { what: first.what, code: first.codeName }) : t('due.clear');
}
