import type { SetRetentionInput } from '@accord/cases';
import type { asOwner } from '@accord/db';
import type { CaseId } from '@accord/kernel';
import { as, type Stage, type Told } from './stage.ts';

type Sql = Parameters<Parameters<typeof asOwner>[1]>[0];

/** As the supervisor of County Welfare set it. A kind that is not here is kept, and with it its case. */
const KINDS = [
  'id-core',
  'contact-location',
  'case-plan',
  'service-linkage',
  'cw-record',
  'appointments',
] as const;
const RULE = {
  source: 'federal-grant',
  number: '2 CFR 200.334',
  years: 3,
  countedFrom: 'last-entry',
} as const;
const OWN: Partial<SetRetentionInput> = { source: 'own-schedule', number: 'CW-12', years: 4 };

/** How long the agency keeps what, and what somebody asked to erase because its time is over. */
export async function tellKeeping(stage: Stage, stories: readonly Told[], sql: Sql): Promise<void> {
  const supervisor = as(stage, 'amara').keeping;
  for (const kind of KINDS) {
    await supervisor.setRule({ kind, ...RULE, ...(kind === 'cw-record' ? OWN : {}) });
  }
  for (const { caseId, young } of stories) {
    if (!young.erasure) continue;
    await sql.begin((tx) => leaveAlone(tx as unknown as Sql, caseId));
    await as(stage, young.erasure.askedBy).keeping.askErasure({ caseId });
  }
}

/** What was written years ago was ticked and sealed then too, and nobody has touched it since. */
async function leaveAlone(sql: Sql, caseId: CaseId): Promise<void> {
  await sql`alter table case_item disable trigger sign_change`;
  await sql`update case_item set created_at = least(created_at, occurred_at), changed_at = occurred_at
    where case_id = ${caseId}`;
  await sql`update case_item_body set created_at = occurred_at where case_id = ${caseId}`;
  await sql`alter table case_item enable trigger sign_change`;
}
