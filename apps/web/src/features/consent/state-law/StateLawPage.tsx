import { EmptyState, List, Notice, Page, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../../../app/Loaded.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { RulesOf } from './RulesOf.tsx';

/** What the states say, by the rules that this network holds: read only, since they come in signed. */
export function StateLawPage({ actions }: { actions?: ReactNode }) {
  const t = useWords('stateLaw');
  const trpc = useTRPC();
  const query = useQuery(trpc.consent.policies.queryOptions());
  return (
    <Page title={t('title')} lead={t('lead')} actions={actions}>
      <Notice tone="plum">
        <p>{t('strict')}</p>
        <p>{t('signed')}</p>
      </Notice>
      <Loaded query={query}>
        {({ laws }) =>
          laws.length === 0 ? (
            <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
          ) : (
            <List label={t('title')}>
              {laws.map((law) => (
                <RulesOf key={`${law.state} ${law.version}`} law={law} />
              ))}
            </List>
          )
        }
      </Loaded>
    </Page>
  );
}
