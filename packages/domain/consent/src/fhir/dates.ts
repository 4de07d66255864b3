import { NotUnderstood } from './problem.ts';

/** Milliseconds since 1970; `from` is in, `to` is not. */
export interface Span {
  from: number;
  to: number;
}

const WRITTEN =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d))?)?)?$/;

/** Minutes east of UTC that an instant was written with; its days are those of whoever asks. */
export function zoneOf(written: string): number {
  const zone = /(Z|[+-]\d\d:\d\d)$/.exec(written)?.[1] ?? 'Z';
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}

/**
 * All that a FHIR date, dateTime or instant covers: `2026-05` is the whole of May. One without a time has no zone of its
 * own and is read in `zone`.
 *
 * @throws NotUnderstood for what is not one, a day that is not in the calendar, and a time without a zone.
 */
export function spanOf(written: string, zone: number, element: string): Span {
  const parts = WRITTEN.exec(written);
  const [year = NaN, month, day, hour, minute, second] = (parts ?? []).slice(1, 7).map(numberOf);
  const wrong = new NotUnderstood('BAD_VALUE', element, 'This is no date, or no time with its zone.');
  if (!parts || year < 1) throw wrong;
  const offset = (hour === undefined ? zone : zoneOf(written)) * 60_000;
  const at = (y: number, m = 1, d = 1, h = 0, min = 0, s = 0) => utc(y, m, d, h, min, s) - offset;
  if (month === undefined) return { from: at(year), to: at(year + 1) };
  if (month < 1 || month > 12) throw wrong;
  if (day === undefined) return { from: at(year, month), to: at(year, month + 1) };
  if (day < 1 || day > new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()) throw wrong;
  if (hour === undefined) return { from: at(year, month, day), to: at(year, month, day + 1) };
  if (hour > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59 || Math.abs(offset) > 14 * 3_600_000) throw wrong;
  const fraction = parts[7] ?? '';
  const from =
    at(year, month, day, hour, minute, second) + Math.floor(Number(`0.${fraction || '0'}`) * 1_000);
  return { from, to: from + (fraction === '' ? 1_000 : 1) };
}

const numberOf = (text: string | undefined) => (text === undefined ? undefined : Number(text));

function utc(year: number, month: number, day: number, hour: number, minute: number, second: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(hour, minute, second, 0);
}

interface WrittenPeriod {
  start?: string | undefined;
  end?: string | undefined;
}

/** A FHIR Period: its end is in, to the precision that it is written with. Without an end it goes on. */
export function periodOf({ start, end }: WrittenPeriod, zone: number, element: string): Span {
  const from = start === undefined ? -Infinity : spanOf(start, zone, `${element}.start`).from;
  const to = end === undefined ? Infinity : spanOf(end, zone, `${element}.end`).to;
  if (from >= to) throw new NotUnderstood('BAD_VALUE', `${element}.end`, 'It ends before it starts.');
  return { from, to };
}
