import type { MatchDesk } from '@accord/matches';
import type { CaseId } from '@accord/kernel';
import { List, Notice, Page, Section, Stack, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useFocusRescue } from '../../app/focus.ts';
import { Loaded } from '../../app/Loaded.tsx';
import { NotShared } from '../../app/routeStates.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { useNotShared } from '../../app/useNotShared.ts';
import { calendarDay } from '../../app/when.ts';
import { AskMatch } from './AskMatch.tsx';
import { type CaseLink, keyOf, MatchCard } from './MatchCard.tsx';

interface MatchPageProps {
  caseId: CaseId;
  /** The link back to the case. */
  above: ReactNode;
  see: CaseLink;
}

/** Asks whether anyone else works with the young person of one case. It looks the same whatever the answer is. */
export function MatchPage({ caseId, above, see }: MatchPageProps) {
  const t = useWords('matches');
  const trpc = useTRPC();
  const query = useQuery({ ...trpc.matches.open.queryOptions({ caseId }), retryOnMount: false });
  const notShared = useNotShared(query);
  const region = useRef<HTMLDivElement>(null);
  useFocusRescue(region);
  if (notShared) return <NotShared />;
  const code = query.data?.codeName;
  return (
    <div ref={region}>
      <Page title={code ? t('titleOf', { code }) : t('title')} above={above} lead={t('lead')}>
        <Loaded query={query} lines={4}>
          {(desk) => (
            <Stack gap="loose">
              <Asking caseId={caseId} desk={desk} />
              {desk.matches.length > 0 ? (
                <Section title={t('here')}>
                  <List label={t('here')}>
                    {desk.matches.map((match) => (
                      <MatchCard key={keyOf(match)} match={match} see={see} />
                    ))}
                  </List>
                </Section>
              ) : null}
            </Stack>
          )}
        </Loaded>
      </Page>
    </div>
  );
}

/** The form, or the one sentence that says why there is none now. */
function Asking({
  caseId,
  desk: { takesPart, mayAsk, isMissing, asked },
}: {
  caseId: CaseId;
  desk: MatchDesk;
}) {
  const t = useWords('matches');
  if (!takesPart) return <Notice>{t('notHere')}</Notice>;
  if (asked) {
    return (
      <Notice tone="ok">
        <p role="status">
          {t('asked', { day: calendarDay(asked.on), again: calendarDay(asked.againOn) })} {t('how')}
        </p>
      </Notice>
    );
  }
  if (!mayAsk) return <Notice>{t('notYou')}</Notice>;
  if (isMissing) return <Notice tone="care">{t('missing')}</Notice>;
  return <AskMatch caseId={caseId} />;
}
