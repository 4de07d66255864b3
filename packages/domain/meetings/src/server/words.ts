import type { Place, Unseal } from '@accord/vault';
import type { AttendeeId, PrepPart } from '../contract/index.ts';
import type { AttendeeRow, PrepRow } from './meetings.queries.ts';

/** A name that was written for one meeting, and stays as it was written. */
export const namePlace = (attendeeId: AttendeeId): Place => ({
  table: 'meeting_attendee',
  rowId: attendeeId,
  version: 1,
});

/** Each wording has an id of its own, so that an older one never passes for it. */
export const prepPlace = (prepId: string): Place => ({ table: 'meeting_prep', rowId: prepId, version: 1 });

/** The name of whoever attends; null where no key opens it. */
export function nameOf({ sealed, keyVersion, ...row }: AttendeeRow, unseal: Unseal): string | null {
  if (sealed === null || keyVersion === null) return row.name;
  return unseal(namePlace(row.attendeeId), { ...row, sealed, keyVersion }) ?? null;
}

/** One part of what the young person wrote; null where there is nothing, or nothing for this reader. */
export function partOf(rows: readonly PrepRow[], part: PrepPart, unseal: Unseal): string | null {
  const row = rows.find((each) => each.part === part);
  return (row && unseal(prepPlace(row.prepId), row)) || null;
}

export const prepOf = (rows: readonly PrepRow[], unseal: Unseal) => ({
  say: partOf(rows, 'say', unseal),
  notSay: partOf(rows, 'not-say', unseal),
  after: partOf(rows, 'after', unseal),
});
