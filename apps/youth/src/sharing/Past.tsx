import type { Permission } from '@accord/consent';
import { calendarDay } from '../days.ts';
import { fill, kindsListed } from '../fill.ts';
import { words } from '../words.ts';
import { NotMyChoice } from './NotMyChoice.tsx';

const { sharing } = words;

interface Props {
  permissions: readonly Permission[];
  /** Answers what went wrong, or null. */
  onMark: (permission: Permission) => Promise<string | null>;
}

/** What was shared once. Stopped and run out differ only for the one whose choice it was. */
export function Past({ permissions, onMark }: Props) {
  return (
    <section aria-labelledby="past">
      <h2 id="past">{sharing.pastTitle}</h2>
      <ul className="facts">
        {permissions.map((permission) => (
          <li key={permission.grantId}>
            {pastLine(permission)}
            {permission.state === 'stopped' && (
              <NotMyChoice permission={permission} onMark={() => onMark(permission)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whoever wrote a stop down is named: a stop that was never said can be told by it. */
function pastLine({
  state,
  recipient,
  categories,
  stopped,
  endsOn,
  stoppedHow,
  stoppedByName,
}: Permission): string {
  const who = recipient.name;
  const what = kindsListed([...categories, ...stopped]);
  if (state === 'ended') return fill(sharing.pastEnded, { who, what, day: calendarDay(endsOn) });
  if (stoppedHow === null || stoppedByName === null) return fill(sharing.pastStopped, { who, what });
  return fill(sharing.pastStoppedFor[stoppedHow], { who, what, name: stoppedByName });
}
