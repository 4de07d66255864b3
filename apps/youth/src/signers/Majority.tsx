import { calendarDay } from '../days.ts';
import { fill } from '../fill.ts';
import { words } from '../words.ts';
import { standing } from './majority.ts';

const { signers } = words;

/** What changes on the day on which they come of age. */
export function Majority({ on }: { on: string }) {
  const is = standing(on);
  if (is === 'over') return <p>{signers.over}</p>;
  return (
    <p>
      {fill(signers.majority, { day: calendarDay(on) })}{' '}
      {is === 'near' ? signers.near : fill(signers.from, { day: calendarDay(is.near) })}
    </p>
  );
}
