import type { LawBasisEntry } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { EmptyState, List, Page, Section, Stack, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useFocusRescue } from '../../../app/focus.ts';
import { Loaded } from '../../../app/Loaded.tsx';
import { askAgain } from '../../../app/queries.ts';
import { NotShared } from '../../../app/routeStates.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { useNotShared } from '../../../app/useNotShared.ts';
import { calendarDay } from '../../../app/when.ts';
import css from '../consent.module.css';
import { useCodeName } from '../useCodeName.ts';
import { EntryCard } from './EntryCard.tsx';
import { RecordDuty } from './RecordDuty.tsx';

interface RegisterProps {
  caseId: CaseId;
  /** The link back to the case. */
  above: ReactNode;
  /** Links to the pages beside this one. */
  actions: ReactNode;
}

/** Papers that came and duties that began, each with its clock; and the orders and reports that opened something. */
export function Register({ caseId, above, actions }: RegisterProps) {
  const t = useWords('register');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const code = useCodeName(caseId);
  const query = useQuery({ ...trpc.register.list.queryOptions({ caseId }), retryOnMount: false });
  const notShared = useNotShared(query);
  const region = useRef<HTMLDivElement>(null);
  useFocusRescue(region);
  const refresh = () => askAgain(queries, trpc.register.list.queryKey({ caseId }));
  if (notShared) return <NotShared />;
  return (
    <div ref={region}>
      <Page title={t('titleOf', { code })} above={above} lead={t('lead')} actions={actions}>
        <Loaded query={query}>
          {({ entries, opened, mayRecord }) => (
            <Stack gap="loose">
              {mayRecord ? <RecordDuty caseId={caseId} refresh={refresh} /> : null}
              {entries.length === 0 ? (
                <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
              ) : (
                <List label={t('label')}>
                  {entries.map((entry) => (
                    <EntryCard
                      key={entry.entryId}
                      entry={entry}
                      orders={opened.filter(({ kind }) => kind === 'court_order')}
                      refresh={refresh}
                    />
                  ))}
                </List>
              )}
              <Opened opened={opened} />
            </Stack>
          )}
        </Loaded>
      </Page>
    </div>
  );
}

function Opened({ opened }: { opened: readonly LawBasisEntry[] }) {
  const t = useWords('register');
  const bases = useWords('bases');
  return (
    <Section title={t('openedTitle')}>
      {opened.length === 0 ? (
        <p className={css.soft}>{t('openedNone')}</p>
      ) : (
        <List label={t('openedTitle')}>
          {opened.map(({ basisId, kind, evidence, recipient, endsOn, state }) => (
            <li key={basisId}>
              {t(state === 'active' ? 'openedLine' : 'openedOver', {
                kind: bases(`kind.${kind}`),
                number: evidence,
                name: recipient.name,
                day: calendarDay(endsOn),
              })}
            </li>
          ))}
        </List>
      )}
    </Section>
  );
}
