import { networkZone } from '@accord/consent/server';
import { moveScope, type Tx } from '@accord/db';
import type { AgencyId, CaseId, StaffId } from '@accord/kernel';
import type { HandoverId } from '../../contract/handover.ts';

/** With the scope moved to those cases. */
export async function enterCaseloads(tx: Tx) {
  const rows = await tx<{ caseId: CaseId; staffId: StaffId; untilOn: string | null }[]>`
    select case_id as "caseId", staff_id as "staffId",
      to_char((until at time zone ${networkZone()}) - interval '1 second', 'YYYY-MM-DD') as "untilOn"
    from caseloads()`;
  await moveScope(tx, [...new Set(rows.map(({ caseId }) => caseId))]);
  return rows;
}

export async function findSupervises(tx: Tx): Promise<boolean> {
  const [row] = await tx<{ supervises: boolean }[]>`select supervises()`;
  return row?.supervises ?? false;
}

/** Of the cases of the scope. */
export async function listCodeNames(tx: Tx) {
  return tx<
    { caseId: CaseId; codeName: string }[]
  >`select id as "caseId", code_name as "codeName" from case_file`;
}

export async function listOwnStaff(tx: Tx, agencyId: AgencyId) {
  return tx<{ staffId: StaffId; name: string; title: string; hasLeft: boolean }[]>`
    select id as "staffId", name, title, coalesce(ended_at <= statement_timestamp(), false) as "hasLeft"
    from staff where agency_id = ${agencyId} order by name, id`;
}

export async function listWantedTalks(tx: Tx) {
  return tx<{ handoverId: HandoverId; caseId: CaseId; comes: StaffId; on: string }[]>`
    select id as "handoverId", case_id as "caseId", comes,
      to_char(answered_at at time zone ${networkZone()}, 'YYYY-MM-DD') as on
    from wanted_talks()`;
}

/**
 * `untilOn` is the last whole day, where the network is. Throws NOT_FOUND where one of the cases is not theirs to give, and
 * CONFLICT where the one who comes is kept out of something.
 */
export async function handOver(
  tx: Tx,
  handed: { handoverId: HandoverId; caseId: CaseId }[],
  { leaves, comes, untilOn }: { leaves: StaffId; comes: StaffId; untilOn: string | null },
): Promise<void> {
  await tx`select hand_over(${handed.map((each) => each.handoverId)}::uuid[], ${handed.map((each) => each.caseId)}::uuid[],
    ${leaves}, ${comes}, (${untilOn}::date + 1)::timestamp at time zone ${networkZone()})`;
}

export async function talked(tx: Tx, handoverId: HandoverId): Promise<void> {
  await tx`select talked(${handoverId})`;
}

export async function listOwnHandovers(tx: Tx) {
  return tx<
    {
      handoverId: HandoverId;
      leaves: string;
      comes: string;
      title: string;
      agency: string;
      untilOn: string | null;
      on: string;
    }[]
  >`
    select h.id as "handoverId", l.name as leaves, c.name as comes, c.title, a.name as agency,
      to_char((h.until at time zone ${networkZone()}) - interval '1 second', 'YYYY-MM-DD') as "untilOn",
      to_char(h.handed_at at time zone ${networkZone()}, 'YYYY-MM-DD') as on
    from own_handovers() h
    join staff l on l.id = h.leaves join staff c on c.id = h.comes join agency a on a.id = h.agency_id`;
}

/** Answers whose case it is. Throws NOT_FOUND for anybody else's, and for one that is answered. */
export async function answerHandover(tx: Tx, handoverId: HandoverId, answer: string): Promise<AgencyId> {
  const [row] = await tx<{ agencyId: AgencyId }[]>`
    select answer_handover(${handoverId}, ${answer}) as "agencyId"`;
  if (!row) throw new Error('the database gave no agency');
  return row.agencyId;
}
