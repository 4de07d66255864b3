import { dayAndWeekday, time } from '../days.ts';
import { fill } from '../fill.ts';
import { Go } from '../frame/Go.tsx';
import { words } from '../words.ts';
import type { ItemOf } from './arrange.ts';
import { Byline } from './Byline.tsx';
import { Opened } from './Opened.tsx';

const { meetings, plan } = words;

/** When and where a team meets, and the way to their own words for it. */
export function ComingMeeting({ meeting }: { meeting: ItemOf<'meeting'> }) {
  return (
    <>
      <Opened content={meeting.content}>
        {({ what, place, startsAt }) => (
          <>
            <h3>{what}</h3>
            <p>
              <time dateTime={startsAt}>
                {fill(meetings.at, { day: dayAndWeekday(startsAt), time: time(startsAt) })}
              </time>
            </p>
            {place && <p>{place}</p>}
            <p>
              <Go to="/days">{meetings.link}</Go>
            </p>
          </>
        )}
      </Opened>
      <Byline item={meeting} as={plan.added} />
    </>
  );
}
