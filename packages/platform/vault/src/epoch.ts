/** The longest that an agency's secret may serve. Backups older than this hold noise after an erasure. */
export const EPOCH_DAYS = 14;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether the next epoch must start now. An age that cannot be told counts as due. */
export function epochIsDue(createdAt: Date, now: Date): boolean {
  const age = now.getTime() - createdAt.getTime();
  return !(age < EPOCH_DAYS * DAY_MS);
}
