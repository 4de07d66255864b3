import type { OpenHours } from './directory.queries.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * Opening hours in words, one line for each run of days with the same times, in the order of the week:
 * `Monday to Friday, 9:00 am to 5:00 pm`. Several openings of one day share its line.
 */
export function hoursInWords(hours: readonly OpenHours[]): string[] {
  const timesOf = (weekday: number) =>
    hours
      .filter((each) => each.weekday === weekday)
      .map(inWords)
      .join(' and ');
  const runs: { first: string; last: string; times: string }[] = [];
  let open: (typeof runs)[number] | undefined;
  for (const [index, day] of DAYS.entries()) {
    const times = timesOf(index + 1);
    if (open?.times === times) open.last = day;
    else {
      open = { first: day, last: day, times };
      runs.push(open);
    }
  }
  return runs
    .filter((run) => run.times !== '')
    .map(({ first, last, times }) => `${first === last ? first : `${first} to ${last}`}, ${times}`);
}

function inWords({ opensAt, closesAt }: OpenHours): string {
  const night = closesAt <= opensAt ? ' the next morning' : '';
  return `${clockInWords(opensAt)} to ${clockInWords(closesAt)}${night}`;
}

function clockInWords(time: string): string {
  const hour = Number(time.slice(0, 2)) % 24;
  const minute = time.slice(3, 5);
  if (minute === '00' && hour === 0) return 'midnight';
  if (minute === '00' && hour === 12) return 'noon';
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? 'am' : 'pm'}`;
}
