import type { Agreement, AgreementLibrary } from '@accord/consent';
import { EmptyState, List, Page, Section, Stack, useAnnounce, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { Disclosed } from '../../../app/Disclosed.tsx';
import { useFocusRescue } from '../../../app/focus.ts';
import { Loaded } from '../../../app/Loaded.tsx';
import { askAgain } from '../../../app/queries.ts';
import { useTRPC } from '../../../app/trpc.ts';
import { AgreementCard } from './AgreementCard.tsx';
import css from './agreements.module.css';
import { RecordAgreement } from './RecordAgreement.tsx';

/** What the reader's agency signed with others: all that a permission of it, or to it, can open. */
export function AgreementsPage({ above }: { above: ReactNode }) {
  const t = useWords('agreements');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const query = useQuery(trpc.agreements.list.queryOptions());
  const region = useRef<HTMLDivElement>(null);
  useFocusRescue(region);
  const changed = async (sentence?: string) => {
    await askAgain(queries, trpc.agreements.list.queryKey());
    if (sentence) announce(sentence);
  };
  return (
    <div ref={region}>
      <Page title={t('title')} lead={t('lead')} above={above}>
        <Loaded query={query}>{(library) => <Library library={library} onChanged={changed} />}</Loaded>
      </Page>
    </div>
  );
}

interface LibraryProps {
  library: AgreementLibrary;
  onChanged: (sentence?: string) => Promise<void>;
}

function Library({ library: { agency, agreements, mayRecord }, onChanged }: LibraryProps) {
  const t = useWords('agreements');
  const live = agreements.filter(({ standing }) => standing !== 'over');
  const over = agreements.filter(({ standing }) => standing === 'over');
  return (
    <Stack gap="loose">
      <Section title={t('live')}>
        <Stack>
          {live.length === 0 ? (
            <EmptyState title={t('emptyTitle')}>{t('empty', { agency })}</EmptyState>
          ) : (
            <Cards label={t('live')} agreements={live} mayEnd={mayRecord} onChanged={onChanged} />
          )}
          {mayRecord ? (
            <Disclosed label={t('record')}>
              {(close) => (
                <RecordAgreement
                  agency={agency}
                  replaceable={live.filter(({ endedBy }) => endedBy === null)}
                  onChanged={onChanged}
                  close={close}
                />
              )}
            </Disclosed>
          ) : (
            <p className={css.soft}>{t('supervisor')}</p>
          )}
        </Stack>
      </Section>
      {over.length === 0 ? null : (
        <Section title={t('over')}>
          <Cards label={t('over')} agreements={over} mayEnd={false} onChanged={onChanged} />
        </Section>
      )}
    </Stack>
  );
}

interface CardsProps {
  label: string;
  agreements: readonly Agreement[];
  mayEnd: boolean;
  onChanged: LibraryProps['onChanged'];
}

const Cards = ({ label, agreements, mayEnd, onChanged }: CardsProps) => (
  <List label={label}>
    {agreements.map((agreement) => (
      <AgreementCard
        key={agreement.agreementId}
        agreement={agreement}
        mayEnd={mayEnd}
        onChanged={onChanged}
      />
    ))}
  </List>
);
