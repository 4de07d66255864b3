import type { Room } from '@accord/meetings';
import { Button, Card, Notice, Row, Stack, useWords } from '@accord/ui';
import type { ReactNode } from 'react';
import { AskFirst } from '../../app/AskFirst.tsx';
import { useTRPCClient } from '../../app/trpc.ts';
import { useAct, type MeetingAt } from './useMeeting.ts';

interface TakingProps {
  at: MeetingAt;
  room: Room;
  screen: ReactNode;
  refresh: () => Promise<void>;
}

/** What this reader does in the meeting as a whole: start it, come, show the screen, go, end it. */
export function Taking({ at, room, screen, refresh }: TakingProps) {
  const t = useWords('meetings');
  const client = useTRPCClient();
  const { act, busy, problem } = useAct(refresh);
  const { state, runs, isInRoom, me } = room;
  const set = (to: 'open' | 'closed') => client.meetings.set.mutate({ ...at, to });
  const ends = async () => {
    await set('closed');
    await refresh();
  };
  const attend = (isHere: boolean) => () =>
    act(() => (me ? client.meetings.attend.mutate({ ...at, attendeeId: me, isHere }) : Promise.resolve()));
  if (state === 'closed' || (state === 'called' && !runs)) return null;
  return (
    <Card>
      <Stack>
        {problem ? (
          <div role="alert">
            <Notice tone="care">{problem}</Notice>
          </div>
        ) : null}
        {state === 'called' ? (
          <>
            <p>{t('startHint')}</p>
            <Row>
              <Button kind="primary" busy={busy} onClick={() => void act(() => set('open'))}>
                {t('start')}
              </Button>
            </Row>
          </>
        ) : isInRoom ? (
          <>
            <p>
              {t('screenHint')} {t('ownView')}
            </p>
            <Row>
              {screen}
              <Button busy={busy} onClick={() => void attend(false)()}>
                {t('leave')}
              </Button>
            </Row>
          </>
        ) : me ? (
          <>
            <p>{t('comeHint')}</p>
            <Row>
              <Button kind="primary" busy={busy} onClick={() => void attend(true)()}>
                {t('come')}
              </Button>
            </Row>
          </>
        ) : null}
        {runs ? (
          <AskFirst
            label={t(state === 'called' ? 'callOff' : 'end')}
            name={t(state === 'called' ? 'callOff' : 'endNamed')}
            question={t(state === 'called' ? 'callOffAsk' : 'endAsk')}
            onYes={ends}
          />
        ) : null}
      </Stack>
    </Card>
  );
}
