import { maskOf } from '@accord/consent';
import type { asOwner } from '@accord/db';
import { randomUUID } from 'node:crypto';
import type { Stage, Told } from './stage.ts';

type Sql = Parameters<Parameters<typeof asOwner>[1]>[0];

/**
 * What no procedure of the product does yet, as rows of the owner: colleagues on a case, a restriction, a legal hold.
 */
export async function setStanding(sql: Sql, stage: Stage, stories: readonly Told[]): Promise<void> {
  for (const told of stories) {
    await setColleagues(sql, stage, told);
    await setRestriction(sql, stage, told);
    await setHold(sql, stage, told);
  }
}

async function setColleagues(sql: Sql, { people }: Stage, { caseId, young }: Told) {
  for (const { who, as: kind, days } of young.colleagues ?? []) {
    await sql`insert into assignment (case_id, staff_id, kind, valid_to)
      values (${caseId}, ${people[who].staffId}, ${kind}, coalesce(now() + ${days ?? null}::int * interval '1 day', 'infinity'))`;
  }
}

async function setRestriction(sql: Sql, { agencies }: Stage, { caseId, young }: Told) {
  if (!young.restriction) return;
  const { agency, kinds } = young.restriction;
  await sql`insert into access_denial (id, case_id, target_kind, target_id, categories)
    values (${randomUUID()}, ${caseId}, 'agency', ${agencies[agency]}, ${maskOf(kinds).toString()})`;
}

async function setHold(sql: Sql, { people }: Stage, { caseId, young }: Told) {
  if (!young.hold) return;
  const { by, reason, since } = young.hold;
  await sql`insert into legal_hold (id, case_id, owner_agency, placed_by, reason, placed_at)
    values (${randomUUID()}, ${caseId}, ${people[by].agencyId}, ${people[by].staffId}, ${reason}, now() - ${since} * interval '1 day')`;
}
