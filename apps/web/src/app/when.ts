import { locale } from '@accord/ui';

const SHAPES = {
  day: { weekday: 'short', month: 'short', day: 'numeric' },
  dayOfYear: { month: 'long', day: 'numeric', year: 'numeric' },
  calendarDay: { dateStyle: 'long', timeZone: 'UTC' },
  time: { hour: 'numeric', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const made = new Map<string, Intl.DateTimeFormat>();

/** In the language of the screen. Making a formatter is slow, so each is made once. */
function written(shape: keyof typeof SHAPES, date: Date): string {
  const key = `${locale()} ${shape}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale(), SHAPES[shape]);
  made.set(key, format);
  return format.format(date);
}

/** "Tue, Nov 17"; with the year in full where it is not this one. */
export function day(iso: string): string {
  const date = new Date(iso);
  return written(date.getFullYear() === new Date().getFullYear() ? 'day' : 'dayOfYear', date);
}

/** A calendar day such as `2027-02-20`: the same day wherever the reader is. */
export function calendarDay(on: string): string {
  return written('calendarDay', new Date(`${on}T00:00:00Z`));
}

export function time(date: Date): string {
  return written('time', date);
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
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(words);
}
