import { newCase } from '@accord/cases/server';
import type { CategoryCode } from '@accord/consent';
import type { Database } from '@accord/db';
import { CaseId, newId, type StaffActor, type YoungPersonId } from '@accord/kernel';
import type { Vault } from '@accord/vault';
import { callerFor } from './caller.ts';
import type { People } from './network.ts';
import { JORDAN } from './world.ts';

export interface Stage {
  database: Database;
  vault: Vault;
  people: People;
  now: Date;
}

/** Jordan's case as the demo opens it, made through the product itself, call by call. */
export async function tellStory({ database, vault, people, now }: Stage): Promise<YoungPersonId> {
  const dana = callerFor(database, vault, people.dana);
  const { caseId, youngPersonId } = await openCase({ database, vault, people, now });

  for (const { ownWords, adultWords, steps } of JORDAN.goals) {
    const { itemId: goalId } = await dana.cases.addGoal({ caseId, ownWords, adultWords });
    for (const { text, done } of steps) {
      const { itemId: stepId } = await dana.cases.addStep({ caseId, goalId, text });
      if (done) await dana.cases.setStep({ caseId, stepId, done, revision: 1 });
    }
  }
  for (const note of JORDAN.notes) await dana.cases.addNote({ caseId, category: 'cw-record', ...note });
  const { services } = await dana.directory.search({ text: JORDAN.service, page: 1 });
  const [service] = services;
  if (service) {
    await dana.referrals.refer({ caseId, serviceId: service.serviceId, reason: JORDAN.referralReason });
  }

  const share = async (recipient: StaffActor, categories: CategoryCode[], need: string, mayWrite = false) => {
    const { grantId } = await dana.consent.prepare({
      caseId,
      recipient: { kind: 'staff', staffId: recipient.staffId },
      categories,
      purpose: 'care-plan-coordination',
      endsOn: daysFrom(now, 90),
      need,
      withoutSharing: 'No: they need to see it to help with it.',
      mayWrite,
    });
    await dana.consent.sign({
      caseId,
      grantId,
      signedName: JORDAN.name,
      method: 'typed',
      witnessName: 'Amara Osei',
      understood: true,
      notACondition: true,
      copyGiven: true,
    });
    return grantId;
  };
  await share(
    people.ortiz,
    ['case-plan', 'service-linkage'],
    'So that a patrol knows the studio evenings are planned.',
  );
  await share(people.sosa, ['case-plan'], 'So that sessions start from the goals.', true);
  const sosa = callerFor(database, vault, people.sosa);
  await sosa.cases.addNote({ caseId, category: 'mh-record', ...JORDAN.therapistNote });
  const ortiz = callerFor(database, vault, people.ortiz);
  await ortiz.consent.ask({ caseId, kind: 'appointments', need: 'timing' });
  const stopped = await share(
    people.bell,
    ['service-linkage'],
    'So that office visits do not fall on studio days.',
  );
  await dana.consent.stop({ caseId, grantId: stopped });
  return youngPersonId;
}

async function openCase({ database, vault, people, now }: Stage) {
  const caseId = newId(CaseId);
  const purpose = 'care-plan-coordination';
  const speaker = { nodeId: database.node.nodeId, actor: people.dana, purpose } as const;
  const { name, pronouns, language, safeContact, age, codeName } = JORDAN;
  const bornOn = `${now.getUTCFullYear() - age - 1}-11-30`;
  const youngPersonId = await database.withActor(people.dana, { purpose, cases: [caseId] }, (tx) =>
    newCase(tx, vault, speaker, caseId, { name, bornOn, pronouns, language, safeContact }, codeName),
  );
  return { caseId, youngPersonId };
}

function daysFrom(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
