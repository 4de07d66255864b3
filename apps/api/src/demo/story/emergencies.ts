import type { asOwner } from '@accord/db';
import type { BasisId } from '@accord/kernel';
import type { YoungPerson } from '../world/index.ts';
import { dayFrom } from './days.ts';
import { as, type Stage, type Told } from './stage.ts';

type Sql = Parameters<Parameters<typeof asOwner>[1]>[0];
type Emergency = NonNullable<YoungPerson['emergency']>;

/** How child welfare handles emergencies, and the ones that happened: opened and looked at through the product. */
export async function tellEmergencies(stage: Stage, stories: readonly Told[], sql: Sql): Promise<void> {
  const supervisor = as(stage, 'amara').emergencies;
  await supervisor.wantTwo({ needsTwo: true });
  await supervisor.putOnCall({
    staffId: stage.people.hannah.staffId,
    phone: '555-0142',
    endsOn: dayFrom(stage.now, 14),
  });
  for (const told of stories) {
    if (told.young.emergency) await tellEmergency(stage, told, told.young.emergency, sql);
  }
}

async function tellEmergency(stage: Stage, told: Told, emergency: Emergency, sql: Sql): Promise<void> {
  const { caseId, young } = told;
  const { to, kinds, nature, agreedBy, reviewedBy, hoursAgo } = emergency;
  const { ask } = as(stage, young.lead).emergencies;
  const { basisId } = await ask({
    caseId,
    kind: 'emergency',
    recipient: { kind: 'staff', staffId: stage.people[to].staffId },
    categories: [...kinds],
    purposes: ['care-plan-coordination'],
    nature,
    minutes: 30,
    told: 'in-person',
  });
  await as(stage, agreedBy).emergencies.answer({ basisId, agrees: true });
  await as(stage, young.lead).bases.end({ caseId, basisId, reason: 'done' });
  if (reviewedBy) await as(stage, reviewedBy).emergencies.review({ basisId, outcome: 'right' });
  await moveBack(sql, basisId, hoursAgo);
}

/** To the hour in which it happened: it was open for twenty minutes, and looked at within the day. */
async function moveBack(sql: Sql, basisId: BasisId, hours: number): Promise<void> {
  const start = sql`now() - ${hours} * interval '1 hour'`;
  await sql`update law_basis set valid_from = ${start}, valid_to = ${start} + interval '30 minutes',
      recorded_at = ${start}, told_at = ${start} + interval '20 minutes', ended_at = ${start} + interval '20 minutes'
    where id = ${basisId}`;
  await sql`update emergency_review set reviewed_at = ${start} + interval '5 hours' where basis_id = ${basisId}`;
}
