import { locale } from '@accord/ui';

const SHAPES = {
  day: { weekday: 'short', month: 'short', day: 'numeric' },
  dayOfYear: { month: 'long', day: 'numeric', year: 'numeric' },
  calendarDay: { dateStyle: 'long', timeZone: 'UTC' },
  monthDay: { month: 'long', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const made = new Map<string, Intl.DateTimeFormat>();

/** In the language of the screen. Making a formatter is slow, so each is made once. */
function written(shape: keyof typeof SHAPES, date: Date, of = locale()): string {
  const key = `${of} ${shape}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(of, SHAPES[shape]);
  made.set(key, format);
  return format.format(date);
}

/** "Tue, Nov 17"; with the year in full where it is not this one. */
export function day(iso: string): string {
  const date = new Date(iso);
  return written(date.getFullYear() === new Date().getFullYear() ? 'day' : 'dayOfYear', date);
}

/** "May 3"; with the year where it is not this one. */
export function monthDay(iso: string): string {
  const date = new Date(iso);
  return written(date.getFullYear() === new Date().getFullYear() ? 'monthDay' : 'dayOfYear', date);
}

/** A calendar day such as `2027-02-20`: the same day wherever the reader is. `of`: in another language than the screen's. */
export function calendarDay(on: string, of?: string): string {
  return written('calendarDay', new Date(`${on}T00:00:00Z`), of);
}

export function time(date: Date): string {
  return written('time', date);
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

/** The calendar day of an instant where the reader is, as a date field holds it. */
export function dayOf(iso: string): string {
  return inDays(0, new Date(iso));
}

/** The calendar day `days` from today, as a date field holds it. */
export function inDays(days: number, from: Date = new Date()): string {
  const date = new Date(from.getFullYear(), from.getMonth(), from.getDate() + days, 12);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}

/** The instant of a day and a time where the writer is; what is none is left for the contract to name. */
export function instantOf(local: string): string {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? local : at.toISOString();
}

/** An instant as a field for a day and a time holds it, to the minute, where the reader is. */
export function localOf(at: Date = new Date()): string {
  const hours = String(at.getHours()).padStart(2, '0');
  return `${inDays(0, at)}T${hours}:${String(at.getMinutes()).padStart(2, '0')}`;
}

/** "a, b and c" */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(words);
}
