import type { Attendee, Room } from '@accord/meetings';
import { Button, Chip, List, Notice, useWords } from '@accord/ui';
import { useTRPCClient } from '../../app/trpc.ts';
import css from './meetings.module.css';
import { useAct, type MeetingAt } from './useMeeting.ts';

interface RosterProps {
  at: MeetingAt;
  room: Room;
  refresh: () => Promise<void>;
}

/** Who comes, as far as this reader may know. Whoever runs the meeting notes who came without an account, and who went. */
export function Roster({ at, room, refresh }: RosterProps) {
  const t = useWords('meetings');
  const client = useTRPCClient();
  const { act, busy, problem } = useAct(refresh);
  const nameOf = useNameOf();
  const { codeName, youngHere, state, runs } = room;
  const mayNote = runs && state === 'open';
  const attend = ({ attendeeId }: Attendee, isHere: boolean) =>
    act(() => client.meetings.attend.mutate({ ...at, attendeeId, isHere }));
  return (
    <>
      {problem ? (
        <div role="alert">
          <Notice tone="care">{problem}</Notice>
        </div>
      ) : null}
      <List label={t('roster')}>
        <li className={css.person}>
          <span>{codeName}</span>
          <Chip tone={youngHere ? 'ok' : 'neutral'}>{t(youngHere ? 'youngHere' : 'youngAway')}</Chip>
          {runs && state !== 'closed' ? (
            <Button
              small
              kind="quiet"
              busy={busy}
              onClick={() =>
                void act(() => client.meetings.setYoungHere.mutate({ ...at, isHere: !youngHere }))
              }
            >
              {t(youngHere ? 'youngIsAway' : 'youngIsHere')}
            </Button>
          ) : null}
        </li>
        {room.roster.map((each) => {
          const name = nameOf(each);
          const isGuest = each.role !== null;
          return (
            <li key={each.attendeeId} className={css.person}>
              <span>{name}</span>
              <Chip tone={each.is === 'here' ? 'ok' : 'neutral'}>{t(`is.${each.is}`)}</Chip>
              {mayNote && isGuest && each.is !== 'here' ? (
                <Button
                  small
                  kind="quiet"
                  busy={busy}
                  aria-label={t('isHereNamed', { name })}
                  onClick={() => void attend(each, true)}
                >
                  {t('isHere')}
                </Button>
              ) : null}
              {mayNote && !each.isMe && each.is === 'here' ? (
                <Button
                  small
                  kind="quiet"
                  busy={busy}
                  aria-label={t('hasLeftNamed', { name })}
                  onClick={() => void attend(each, false)}
                >
                  {t('hasLeft')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </List>
    </>
  );
}

function useNameOf() {
  const t = useWords('meetings');
  return ({ name, title, agency, role }: Attendee): string => {
    const called = name ?? t('guestUnnamed');
    if (role === null) return t('person', { name: called, title: title ?? '', agency: agency ?? '' });
    const as = t(`roles.${role}`);
    return agency ? t('guestOf', { name: called, role: as, agency }) : t('guest', { name: called, role: as });
  };
}
