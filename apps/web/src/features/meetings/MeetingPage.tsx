import type { Room } from '@accord/meetings';
import { Chip, Page, Section, Stack, useWords } from '@accord/ui';
import { useRef, type ReactNode } from 'react';
import { useFocusRescue } from '../../app/focus.ts';
import { Loaded } from '../../app/Loaded.tsx';
import { NotShared } from '../../app/routeStates.tsx';
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
  const { query, refresh } = useMeeting(at);
  const region = useRef<HTMLDivElement>(null);
  useFocusRescue(region);
  if (useNotShared(query)) return <NotShared />;
  const room = query.data;
  return (
    <div ref={region}>
      <Page
        title={room?.body?.what ?? room?.codeName ?? t('open')}
        above={above}
        lead={room ? <Lead room={room} /> : undefined}
      >
        <Loaded query={query} lines={6}>
          {(shown) => (
            <Stack gap="loose">
              <Taking at={at} room={shown} screen={screen} refresh={refresh} />
              <TheirWords room={shown} />
              <Section title={t('roster')}>
                <Roster at={at} room={shown} refresh={refresh} />
                {shown.runs && shown.state !== 'closed' ? (
                  <AddPeople at={at} room={shown} refresh={refresh} />
                ) : null}
              </Section>
              {shown.state === 'called' ? null : <Minutes at={at} room={shown} refresh={refresh} />}
            </Stack>
          )}
        </Loaded>
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
