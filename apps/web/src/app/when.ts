const DAY = new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric' });
const DAY_OF_YEAR = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', year: 'numeric' });
const MONTH_DAY = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric' });
const CALENDAR_DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' });

/** "Tue, Nov 17"; with the year in full where it is not this one. */
export function day(iso: string): string {
  const date = new Date(iso);
  return date.getFullYear() === new Date().getFullYear() ? DAY.format(date) : DAY_OF_YEAR.format(date);
}

/** "May 3"; with the year where it is not this one. */
export function monthDay(iso: string): string {
  const date = new Date(iso);
  return (date.getFullYear() === new Date().getFullYear() ? MONTH_DAY : DAY_OF_YEAR).format(date);
}

/** A calendar day such as `2027-02-20`: the same day wherever the reader is. */
export function calendarDay(on: string): string {
  return CALENDAR_DAY.format(new Date(`${on}T00:00:00Z`));
}

export function time(date: Date): string {
  return TIME.format(date);
}

/** "Tue, Nov 17, 10:41 AM" */
export function instant(iso: string): string {
  return `${day(iso)}, ${time(new Date(iso))}`;
}

/** A calendar day without its year where that is this one: "Tue, Nov 17". */
export function shortDay(on: string): string {
  return day(`${on}T12:00:00`);
}

/** When something was changed: the time alone where that was today. */
export function sinceWhen(iso: string, now: Date = new Date()): string {
  return new Date(iso).toDateString() === now.toDateString() ? time(new Date(iso)) : instant(iso);
}

/** Whole years between a date of birth and today. */
export function ageOn(bornOn: string, today: Date = new Date()): number {
  const [year = 0, month = 1, date = 1] = bornOn.split('-').map(Number);
  const hadBirthday =
    today.getMonth() + 1 > month || (today.getMonth() + 1 === month && today.getDate() >= date);
  return today.getFullYear() - year - (hadBirthday ? 0 : 1);
}

/** The calendar day `days` from today, as a date field holds it. */
export function inDays(days: number, from: Date = new Date()): string {
  const date = new Date(from.getFullYear(), from.getMonth(), from.getDate() + days, 12);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}

/** "a, b and c" */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en-US', { type: 'conjunction' }).format(words);
}
