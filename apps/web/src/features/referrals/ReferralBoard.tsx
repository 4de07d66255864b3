import type { ReferralShow } from '@accord/referrals';
import { EmptyState, Notice, Page, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Loaded } from '../../app/Loaded.tsx';
import { askAgain } from '../../app/queries.ts';
import { useTRPC } from '../../app/trpc.ts';
import css from './board.module.css';
import { ReferralCards } from './ReferralCards.tsx';
import { ReferralTable } from './ReferralTable.tsx';
import type { Links } from './rows.ts';
import { SHOWS } from './shows.ts';

interface ReferralBoardProps extends Links {
  show: ReferralShow;
  filter: (show: ReferralShow, label: string) => ReactNode;
}

/** What waits for this reader's agency, what it waits for itself, and what was answered. */
export function ReferralBoard({ show, filter, ...links }: ReferralBoardProps) {
  const t = useWords('referrals');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const query = useQuery(trpc.referrals.list.queryOptions({ show }));
  const [said, setSaid] = useState<{ under: ReferralShow; sentence: string } | null>(null);
  const tell = (sentence: string) => setSaid({ under: show, sentence });
  const refresh = async () => {
    await askAgain(queries, trpc.referrals.list.queryKey({ show }));
    await askAgain(queries, trpc.referrals.waiting.queryKey());
  };
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <nav aria-label={t('filters')}>
        <ul className={css.filters}>
          {SHOWS.map((each) => (
            <li key={each} data-current={each === show || undefined}>
              {filter(each, t(`show.${each}`))}
            </li>
          ))}
        </ul>
      </nav>
      {/* A line that was answered leaves the list: what happened to it stays to be read. */}
      {said?.under === show ? <Notice>{said.sentence}</Notice> : null}
      <Loaded query={query}>
        {({ referrals, more }) =>
          referrals.length === 0 ? (
            <EmptyState title={t(`empty.${show}`)}>{t(`emptyHint.${show}`)}</EmptyState>
          ) : (
            <>
              <div className={css.wide}>
                <ReferralTable caption={t(`show.${show}`)} {...{ referrals, refresh, tell, ...links }} />
              </div>
              <div className={css.narrow}>
                <ReferralCards label={t(`show.${show}`)} {...{ referrals, refresh, tell, ...links }} />
              </div>
              {more ? <p>{t('more')}</p> : null}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
