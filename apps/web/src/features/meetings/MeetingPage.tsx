import type { Room } from '@accord/meetings';
import { Chip, LoadingSkeleton, Page, Section, Stack, useWords } from '@accord/ui';
import { useRef, type ReactNode } from 'react';
import { useFocusRescue } from '../../app/focus.ts';
import { NotShared } from '../../app/routeStates.tsx';
import { Trouble } from '../../app/Trouble.tsx';
import { useNotShared } from '../../app/useNotShared.ts';
import { instant } from '../../app/when.ts';
import { AddPeople } from './AddPeople.tsx';
import { Minutes } from './Minutes.tsx';
import { Roster } from './Roster.tsx';
import { Taking } from './Taking.tsx';
import { TheirWords } from './TheirWords.tsx';
import { useMeeting, type MeetingAt } from './useMeeting.ts';

interface MeetingPageProps extends MeetingAt {
  /** The link back to the case. */
  above: ReactNode;
  /** The link to the screen for everyone. */
  screen: ReactNode;
}

/** A meeting on one's own device: what this reader may know of it, and what they can do in it. */
export function MeetingPage({ above, screen, ...at }: MeetingPageProps) {
  const t = useWords('meetings');
  const states = useWords('states');
  const problems = useWords('problems');
  const { query, refresh } = useMeeting(at);
  const region = useRef<HTMLDivElement>(null);
  useFocusRescue(region);
  if (useNotShared(query)) return <NotShared />;
  const room = query.data;
  const shown = query.isError ? undefined : room;
  const retry = () => void query.refetch();
  return (
    <div ref={region}>
      <Page
        title={shown?.body?.what ?? shown?.codeName ?? states('item.meeting')}
        above={above}
        lead={shown ? <Lead room={shown} /> : undefined}
      >
        {query.isError ? (
          <Trouble error={query.error} onRetry={retry} kept={room ? problems('kept') : undefined} />
        ) : null}
        {room ? (
          /* While it is unknown whether it may be seen it is covered; what was being written in it stays. */
          <div hidden={query.isError}>
            <Stack gap="loose">
              <Taking at={at} room={room} screen={screen} refresh={refresh} />
              <TheirWords room={room} />
              <Section title={t('roster')}>
                <Roster at={at} room={room} refresh={refresh} />
                {room.runs && room.state !== 'closed' ? (
                  <AddPeople at={at} room={room} refresh={refresh} />
                ) : null}
              </Section>
              {room.state === 'called' ? null : <Minutes at={at} room={room} refresh={refresh} />}
            </Stack>
          </div>
        ) : query.isError ? null : (
          <LoadingSkeleton lines={6} onRetry={retry} />
        )}
      </Page>
    </div>
  );
}

function Lead({ room: { body, codeName, calledBy, owner, state } }: { room: Room }) {
  const t = useWords('meetings');
  const cases = useWords('cases');
  return (
    <>
      <p>
        <Chip tone={state === 'open' ? 'ok' : 'neutral'}>{t(`states.${state}`)}</Chip>
      </p>
      <p>{cases('page.code', { code: codeName })}</p>
      {body ? (
        <p>{[instant(body.startsAt), body.place].filter(Boolean).join(' · ')}</p>
      ) : (
        <p>{t('preparing')}</p>
      )}
      {calledBy ? <p>{t('called', { name: calledBy, owner })}</p> : null}
    </>
  );
}
