import type { Keeping } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { Notice, Page, Stack, useAnnounce, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useFocusRescue } from '../../app/focus.ts';
import { Loaded } from '../../app/Loaded.tsx';
import { askAgain } from '../../app/queries.ts';
import { NotShared } from '../../app/routeStates.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { useNotShared } from '../../app/useNotShared.ts';
import { calendarDay, dayOf } from '../../app/when.ts';
import { Erasures } from './Erasures.tsx';
import { Holds } from './Holds.tsx';
import { KeptKinds } from './KeptKinds.tsx';

interface KeepingPageProps {
  caseId: CaseId;
  /** The link back to the case. */
  above: ReactNode;
  /** The link to the schedule of the agency. */
  actions: ReactNode;
}

/** What the reader's agency keeps of one case, until when and why; the holds on it, and its erasure. */
export function KeepingPage({ caseId, above, actions }: KeepingPageProps) {
  const t = useWords('keeping');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const query = useQuery({ ...trpc.keeping.open.queryOptions({ caseId }), retryOnMount: false });
  const notShared = useNotShared(query);
  const region = useRef<HTMLDivElement>(null);
  useFocusRescue(region);
  const changed = async (sentence?: string) => {
    await askAgain(queries, trpc.keeping.open.queryKey({ caseId }));
    if (sentence) announce(sentence);
  };
  if (notShared) return <NotShared />;
  const code = query.data?.codeName;
  return (
    <div ref={region}>
      <Page
        title={code ? t('titleOf', { code }) : t('title')}
        above={above}
        lead={t('lead')}
        actions={actions}
      >
        <Loaded query={query} lines={8}>
          {(keeping) => (
            <Stack gap="loose">
              <Standing keeping={keeping} />
              <Holds keeping={keeping} onChanged={changed} />
              <KeptKinds keeping={keeping} />
              <Erasures keeping={keeping} onChanged={changed} />
            </Stack>
          )}
        </Loaded>
      </Page>
    </div>
  );
}

/** The one sentence that decides: what keeps it, or since when it may go. */
function Standing({ keeping }: { keeping: Keeping }) {
  const t = useWords('keeping');
  const { kinds, holds, dueAt, isDue, isAskedFor, papers, agency } = keeping;
  if (holds.some(({ lifted }) => lifted === null)) return <Notice tone="care">{t('standing.held')}</Notice>;
  if (kinds.length === 0) return <Notice tone="ok">{t('standing.nothing', { agency })}</Notice>;
  if (isAskedFor) return <Notice tone="care">{t('standing.askedFor')}</Notice>;
  if (kinds.some(({ until }) => until === null)) return <Notice tone="ok">{t('standing.noRule')}</Notice>;
  if (papers === 'standing' || dueAt === null) return <Notice tone="ok">{t('standing.papers')}</Notice>;
  return (
    <Notice tone={isDue ? 'care' : 'ok'}>
      {t(isDue ? 'standing.due' : 'standing.until', { agency, day: calendarDay(dayOf(dueAt)) })}
    </Notice>
  );
}
