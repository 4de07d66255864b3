const MINUTE = 60_000;
/** No zone is further from UTC than this, in minutes. */
const FURTHEST = 16 * 60;

const made = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant (ms) in a time zone, such as `2026-03-08`. @throws RangeError for an unknown zone. */
export function dayIn(zone: string, at: number): string {
  let format = made.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, calendar: 'iso8601', dateStyle: 'short' });
    made.set(zone, format);
  }
  return format.format(at);
}

/**
 * The first instant (ms) of a calendar day in a time zone. That is not midnight where the clocks go forward at
 * midnight, and a day is 23 or 25 hours long where they change within it.
 */
export function startOf(zone: string, day: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`) / MINUTE;
  let [before, from] = [midnight - FURTHEST, midnight + FURTHEST];
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (dayIn(zone, middle * MINUTE) < day) before = middle;
    else from = middle;
  }
  return from * MINUTE;
}

/** The calendar day so many days later, or earlier. */
export function plusDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The same calendar day so many years later; what began on February 29 counts on March 1 in other years. */
export function plusYears(day: string, years: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}
