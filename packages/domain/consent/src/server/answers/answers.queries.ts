import type { Tx } from '@accord/db';
import { type AgencyId, type CaseId, PURPOSES, type Purpose, type StaffId } from '@accord/kernel';
import { networkZone } from '../zone.ts';
import { Recorded } from './recorded.ts';

/** More changes than a day of one case brings; what comes after them is not answered as if nothing had. */
const MOST_TURNS = 200;

/** Whether the reader answers for what their agency holds of this case. */
export async function oversees(tx: Tx, caseId: CaseId): Promise<boolean> {
  const [row] = await tx<{ is: boolean }[]>`select oversees(${caseId}) as is`;
  return row?.is ?? false;
}

/** The cases of the scope that the reader answers for. */
export async function listOverseen(tx: Tx, cases: readonly CaseId[]) {
  return tx<{ caseId: CaseId; codeName: string }[]>`
    select f.id as "caseId", f.code_name as "codeName" from case_file f
    where f.id = any (${[...cases]}) and oversees(f.id) order by f.code_name`;
}

export interface DayRow {
  from: string;
  /** Its end, or now where that is sooner. */
  to: string;
  isToCome: boolean;
  now: string;
}

/** The first instant of a day of the network's and the first after it. */
export async function getDay(tx: Tx, day: string): Promise<DayRow> {
  const [row] = await tx<DayRow[]>`
    select d.from, least(d.to, statement_timestamp()) as to, d.from >= statement_timestamp() as "isToCome",
      statement_timestamp() as now
    from (
      select ${day}::date::timestamp at time zone ${networkZone()} as from,
        (${day}::date + 1)::timestamp at time zone ${networkZone()} as to
    ) d`;
  if (!row) throw new Error('the database gave no time');
  return row;
}

/** When something changed in that time, its beginning among them, to the microsecond. Undefined: more than are looked at. */
export async function findTurns(tx: Tx, caseId: CaseId, { from, to }: DayRow): Promise<string[] | undefined> {
  const rows = await tx<{ at: string }[]>`
    select to_char(t at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from turning_points(${caseId}, ${from}, ${to}, ${MOST_TURNS + 1}) t order by t`;
  return rows.length > MOST_TURNS ? undefined : rows.map(({ at }) => at);
}

/** Everything on record at an instant; undefined for who does not answer for the case. */
export async function findRecorded(tx: Tx, caseId: CaseId, at: string): Promise<Recorded | undefined> {
  const [row] = await tx<{ recorded: unknown }[]>`
    select on_record(${caseId}, ${at}::timestamptz, ${networkZone()}) as recorded`;
  return row?.recorded ? Recorded.parse(row.recorded) : undefined;
}

export async function listOpened(
  tx: Tx,
  asked: { caseId: CaseId; staffId: StaffId; purpose: Purpose; mask: bigint },
  { from, to }: DayRow,
): Promise<string[]> {
  const rows = await tx<{ at: string }[]>`
    select o as at from openings_by(${asked.caseId}, ${asked.staffId}, ${PURPOSES[asked.purpose]}::smallint,
      ${asked.mask}, ${from}, ${to}) o`;
  return rows.map(({ at }) => at);
}

export async function findKeptSince(tx: Tx, caseId: CaseId): Promise<string | null> {
  const [row] = await tx<{ since: string | null }[]>`select past_kept_since(${caseId}) as since`;
  return row?.since ?? null;
}

export interface PersonRow {
  staffId: StaffId;
  name: string;
  title: string;
  agency: string;
  system: string;
  hasLeft: boolean;
}

/** Everybody who works in the network or has, or one of them: an answer is often about somebody who has left. */
export async function listEverybody(tx: Tx, only: StaffId | null = null): Promise<PersonRow[]> {
  return tx<PersonRow[]>`
    select s.id as "staffId", s.name, s.title, a.name as agency, a.system,
      coalesce(s.ended_at <= statement_timestamp(), false) as "hasLeft"
    from staff s join agency a on a.id = s.agency_id
    where ${only}::uuid is null or s.id = ${only} order by a.name, s.name, s.id`;
}

/** Names of people and agencies, for what a trace calls by an id. */
export async function listNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx<{ id: string; name: string }[]>`
    select s.id, s.name || ', ' || a.name as name from staff s join agency a on a.id = s.agency_id
      where s.id = any (${[...ids]})
    union all select id, name from agency where id = any (${[...ids]})`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function findOwner(tx: Tx, caseId: CaseId, agencyId: AgencyId) {
  const [row] = await tx<{ codeName: string; owner: string }[]>`
    select f.code_name as "codeName", a.name as owner from case_file f, agency a
    where f.id = ${caseId} and a.id = ${agencyId}`;
  return row;
}
