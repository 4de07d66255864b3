import { Wrong } from './cell.ts';
import { line } from './text.ts';

/** An id of the source: any short text. What it points at is checked later. */
export const sourceId = line(200);

export function email(raw: string): string | Wrong {
  const text = line(254)(raw);
  if (text instanceof Wrong || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return text;
  return new Wrong('is not an email address', 'an address such as office@example.org');
}

/** Only http and https: a link on a page must never run anything. */
export function webAddress(raw: string): string | Wrong {
  const text = line(2000)(raw);
  if (text instanceof Wrong) return text;
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.')) return text;
  return new Wrong('is not a web address', 'an address such as https://example.org/');
}

const STATUSES = ['active', 'inactive', 'defunct', 'temporarily closed'] as const;
export type Status = (typeof STATUSES)[number];

export function status(raw: string): Status | Wrong {
  const text = raw.trim().toLowerCase();
  const known = STATUSES.find((each) => each === text);
  return known ?? new Wrong('is not a status of HSDS', `one of: ${STATUSES.join(', ')}`);
}

export function degrees(limit: 90 | 180) {
  return (raw: string): number | Wrong => {
    const value = Number(raw);
    if (Number.isFinite(value) && Math.abs(value) <= limit) return value;
    return new Wrong('is not a place on the map', `degrees between -${limit} and ${limit}`);
  };
}

/**
 * A telephone number as published; only what can be dialled is asked for, so that short numbers (988), words
 * (1-800-555-HELP) and two numbers in one cell pass, and "no phone" does not.
 */
export function phoneNumber(raw: string): string | Wrong {
  const text = line(80)(raw);
  if (text instanceof Wrong || text === '' || text.replace(/\D/g, '').length >= 3) return text;
  return new Wrong(
    'holds no number',
    'a number such as (555) 555-0100, or no row where there is no telephone',
  );
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** ISO 8601 number (Monday is 1) of an English weekday, whole or shortened to three letters or more. */
export function weekday(raw: string): number | Wrong {
  const text = raw.trim().toLowerCase().replace(/\.$/, '');
  const index = text.length < 3 ? -1 : WEEKDAYS.findIndex((day) => day.startsWith(text));
  if (index >= 0) return index + 1;
  return text === ''
    ? new Wrong('is empty', 'Monday to Sunday')
    : new Wrong('is not a weekday', 'Monday to Sunday');
}

/** A time of day as `HH:MM`: `9:00`, `09:00:00`, `9:30 pm`, `5 pm` and `24:00` (the end of the day) are understood. */
export function clock(raw: string): string | Wrong {
  const wrong = new Wrong('is not a time of day', 'a time such as 9:00 or 17:30');
  const text = raw.trim().toLowerCase().replaceAll('.', '');
  const parts =
    /^(\d{1,2}):(\d{2})(?::\d{2})?\s*(?:([ap])m)?$/.exec(text) ?? /^(\d{1,2})()\s*([ap])m$/.exec(text);
  if (parts === null) return wrong;
  const written = Number(parts[1]);
  const minute = Number(parts[2]);
  const half = parts[3];
  if (minute > 59 || written > 24 || (written === 24 && minute > 0)) return wrong;
  if (half !== undefined && (written < 1 || written > 12)) return wrong;
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
