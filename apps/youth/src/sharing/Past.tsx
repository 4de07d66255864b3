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

function pastLine({ state, recipient, categories, stopped, endsOn }: Permission): string {
  const who = recipient.name;
  const what = kindsListed([...categories, ...stopped]);
  return state === 'ended'
    ? fill(sharing.pastEnded, { who, what, day: calendarDay(endsOn) })
    : fill(sharing.pastStopped, { who, what });
}
