import { locale } from './words.ts';

/** Dates are said in full words: figures like 03/02 mean two different days to two readers. */
const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });
const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
const calendar = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });

/** "Wednesday, November 18, 2026" where the reader is. */
export const dayAndWeekday = (at: string): string => full.format(new Date(at));

/** "November 18, 2026" where the reader is. */
export const day = (at: string): string => long.format(new Date(at));

/** "4:05 PM" where the reader is. */
export const time = (at: string): string => clock.format(new Date(at));

/** A calendar day without a time, such as a birthday: it is the same day everywhere. */
export const calendarDay = (on: string): string => calendar.format(new Date(`${on}T00:00:00Z`));
