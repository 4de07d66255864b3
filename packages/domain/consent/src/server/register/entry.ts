import { CLOCKS, type ClockId, dayIn, DutyEntry, LATE_BECAUSE, standingOf } from '../../contract/index.ts';
import { networkZone } from '../zone.ts';
import type { DutyRow } from './register.queries.ts';

/** A row as its readers see it, with how it stands by the database's clock. */
export function entryOf(row: DutyRow): DutyEntry {
  const { entryId, caseId, codeName, kind, number, receivedAt, dueAt, recordedBy } = row;
  const span = { opensAt: Date.parse(receivedAt), dueAt: Date.parse(dueAt) };
  const clock = (Object.keys(CLOCKS) as ClockId[]).find((id) => id === row.clock) ?? null;
  const doneAt = row.doneAt === null ? null : Date.parse(row.doneAt);
  return {
    entryId,
    caseId,
    codeName,
    kind,
    clock,
    number,
    receivedAt,
    dueAt,
    dueOn: isInHours(clock) ? null : dayIn(networkZone(), span.dueAt - 1),
    standing: row.outcome === 'mistake' ? 'done' : standingOf(span, doneAt, Date.parse(row.readAt)),
    recordedBy,
    closed: closingOf(row),
  };
}

/** A subpoena names a day. */
const isInHours = (clock: ClockId | null) => clock !== null && 'hours' in CLOCKS[clock].lasts;

function closingOf({ outcome, confirmation, doneAt, doneBy, lateBecause }: DutyRow): DutyEntry['closed'] {
  if (outcome === null || doneAt === null) return null;
  return DutyEntry.shape.closed.parse({
    outcome,
    confirmation,
    at: doneAt,
    by: doneBy ?? '',
    lateBecause: LATE_BECAUSE.find((each) => each === lateBecause) ?? null,
  });
}
