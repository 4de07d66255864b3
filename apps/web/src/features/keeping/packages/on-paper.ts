import { calendarDay, dayOf, time } from '../../../app/when.ts';

/** A moment with its year, also where that is this one: what is on paper is read years later. */
export const onPaper = (iso: string): string => `${calendarDay(dayOf(iso))}, ${time(new Date(iso))}`;
