import type { CasePage } from '@accord/cases';
import type { Room } from '@accord/meetings';
import { List, Section, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../app/Loaded.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { AddTask } from './AddTask.tsx';
import { Decide } from './Decide.tsx';
import css from './meetings.module.css';
import type { MeetingAt } from './useMeeting.ts';

interface MinutesProps {
  at: MeetingAt;
  room: Room;
  refresh: () => Promise<void>;
}

/** What was decided and taken on, out of this reader's own page of the case: each of them reads their own minutes. */
export function Minutes({ at, room, refresh }: MinutesProps) {
  const t = useWords('meetings');
  const query = useQuery({
    ...useTRPC().cases.open.queryOptions({ caseId: at.caseId }),
    retryOnMount: false,
  });
  return (
    <Section title={t('minutes')}>
      <p className={css.soft}>{t('minutesHint')}</p>
      <Loaded query={query} lines={3}>
        {(page) => <Lines page={page} room={room} />}
      </Loaded>
      {room.hearers.length > 0 ? (
        <div className={css.forms}>
          <Decide at={at} room={room} refresh={refresh} />
          <AddTask at={at} goals={goalsOf(query.data)} refresh={refresh} />
        </div>
      ) : null}
    </Section>
  );
}

function Lines({ page, room }: { page: CasePage; room: Room }) {
  const t = useWords('meetings');
  const decisions = page.items.flatMap((item) =>
    item.kind === 'decision' && item.parentId === room.meetingId && item.content.is === 'open'
      ? [{ itemId: item.itemId, text: item.content.body.text, owner: item.owner }]
      : [],
  );
  const steps = page.items.flatMap((item) =>
    item.kind === 'step' && item.content.is === 'open' && wasDuring(item.at, room)
      ? [{ itemId: item.itemId, text: item.content.body.text, owner: item.owner }]
      : [],
  );
  if (decisions.length + steps.length === 0) return <p>{t('noMinutes')}</p>;
  return (
    <>
      {decisions.length > 0 ? (
        <List label={t('minutes')}>
          {decisions.toReversed().map(({ itemId, text, owner }) => (
            <li key={itemId}>
              <p className={css.text}>{text}</p>
              <p className={css.soft}>{owner}</p>
            </li>
          ))}
        </List>
      ) : null}
      {steps.length > 0 ? (
        <>
          <p className={css.label}>{t('stepsAdded')}</p>
          <List label={t('stepsAdded')}>
            {steps.toReversed().map(({ itemId, text, owner }) => (
              <li key={itemId}>
                <p className={css.text}>{text}</p>
                <p className={css.soft}>{owner}</p>
              </li>
            ))}
          </List>
        </>
      ) : null}
    </>
  );
}

const wasDuring = (at: string, { openedAt, closedAt }: Room) =>
  openedAt !== null &&
  Date.parse(at) >= Date.parse(openedAt) &&
  (closedAt === null || Date.parse(at) < Date.parse(closedAt));

const goalsOf = (page: CasePage | undefined) =>
  (page?.items ?? []).flatMap((item) =>
    item.kind === 'goal' && item.content.is === 'open'
      ? [{ goalId: item.itemId, text: item.content.body.ownWords }]
      : [],
  );
