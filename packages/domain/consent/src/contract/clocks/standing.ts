const HOUR = 3_600_000;

/** How a duty stands: what is overdue stays so until it is done, and what was done late says so for ever. */
export const STANDINGS = ['on-time', 'soon', 'overdue', 'done', 'done-late'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface Span {
  /** From when it can be done, in ms. */
  opensAt: number;
  /** The first instant at which it is late, in ms: half-open, like every period here. */
  dueAt: number;
}

/** Never less than an hour, nor more than three days, whatever time it has in all. */
const [SHORTEST, LONGEST] = [HOUR, 72 * HOUR];

/**
 * How it stands at an instant. It is soon in the last quarter of its time: six hours before a day is over, three days
 * before a month is. `doneAt` null: nobody has done it.
 */
export function standingOf({ opensAt, dueAt }: Span, doneAt: number | null, now: number): Standing {
  if (doneAt !== null) return doneAt < dueAt ? 'done' : 'done-late';
  if (now >= dueAt) return 'overdue';
  const notice = Math.min(Math.max((dueAt - opensAt) / 4, SHORTEST), LONGEST);
  return now >= dueAt - notice ? 'soon' : 'on-time';
}
