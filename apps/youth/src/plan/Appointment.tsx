import { dayAndWeekday, time } from '../days.ts';
import { fill } from '../fill.ts';
import { words } from '../words.ts';
import type { ItemOf } from './arrange.ts';
import { Byline } from './Byline.tsx';
import { MySide } from './MySide.tsx';
import { Opened } from './Opened.tsx';

const { plan } = words;

export function Appointment({
  date,
  sides,
}: {
  date: ItemOf<'appointment'>;
  sides: readonly ItemOf<'statement'>[];
}) {
  return (
    <>
      <Opened content={date.content}>
        {({ what, place, startsAt }) => (
          <>
            <h3>{what}</h3>
            <p>
              <time dateTime={startsAt}>
                {fill(plan.at, { day: dayAndWeekday(startsAt), time: time(startsAt) })}
              </time>
            </p>
            {place && <p>{place}</p>}
          </>
        )}
      </Opened>
      <Byline item={date} as={plan.added} />
      {date.content.is === 'open' && <MySide itemId={date.itemId} sides={sides} />}
    </>
  );
}
