let ahead = 0;

/** Learns from an answer's `Date` header how far the server's clock is ahead of this one, in milliseconds. */
export function watchServerClock(response: Response): void {
  const date = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(date)) ahead = date - Date.now();
}

/** Milliseconds until `instant` (ISO) by the server's clock; negative when it has passed. */
export function untilServerTime(instant: string): number {
  return Date.parse(instant) - (Date.now() + ahead);
}
