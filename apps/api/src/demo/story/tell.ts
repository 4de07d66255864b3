import { newCase } from '@accord/cases/server';
import { CaseId, newId, type YoungPersonId } from '@accord/kernel';
import type { YoungPerson } from '../world/index.ts';
import { bornOn } from './days.ts';
import { finishShares, signShares } from './share.ts';
import { as, type Stage, type Told } from './stage.ts';

/** A birthday that is neither near nor just over. */
const FAR_BIRTHDAY = 150;

/** Tells one young person's story through the product itself, call by call, in the order in which it happened. */
export async function tell(stage: Stage, young: YoungPerson): Promise<Told> {
  const told = { young, ...(await openCase(stage, young)), items: [], grants: [] };
  const goals = await tellGoals(stage, told);
  await tellNotes(stage, told, 'lead');
  await tellReferrals(stage, told);
  await signShares(stage, told);
  await tellStepsOfOthers(stage, told, goals);
  await tellNotes(stage, told, 'others');
  await finishShares(stage, told);
  for (const who of young.lookedAtBy ?? []) await as(stage, who).cases.open({ caseId: told.caseId });
  return told;
}

async function openCase({ database, vault, people, now }: Stage, young: YoungPerson) {
  const caseId = newId(CaseId);
  const actor = people[young.lead];
  const purpose = 'care-plan-coordination';
  const speaker = { nodeId: database.node.nodeId, actor, purpose } as const;
  const { name, pronouns, language, safeContact, codeName } = young;
  const profile = {
    name,
    bornOn: bornOn(now, young.age, young.birthdayIn ?? FAR_BIRTHDAY),
    pronouns,
    language,
    safeContact,
  };
  const youngPersonId: YoungPersonId = await database.withActor(actor, { purpose, cases: [caseId] }, (tx) =>
    newCase(tx, vault, speaker, caseId, profile, codeName),
  );
  return { caseId, youngPersonId };
}

type Added = Awaited<ReturnType<ReturnType<typeof as>['cases']['addGoal']>>;

/** The goals, with the steps of whoever leads. */
async function tellGoals(stage: Stage, { caseId, young }: Told): Promise<Added[]> {
  const lead = as(stage, young.lead);
  const added: Added[] = [];
  for (const { steps, ...words } of young.goals) {
    const goal = await lead.cases.addGoal({ caseId, ...words });
    added.push(goal);
    for (const step of steps) if (!step.by) await addStep(lead, caseId, goal, step);
  }
  return added;
}

async function tellStepsOfOthers(stage: Stage, { caseId, young }: Told, goals: readonly Added[]) {
  for (const [index, { steps }] of young.goals.entries()) {
    const goal = goals[index];
    for (const step of steps) if (step.by && goal) await addStep(as(stage, step.by), caseId, goal, step);
  }
}

async function addStep(
  worker: ReturnType<typeof as>,
  caseId: CaseId,
  { itemId: goalId }: Added,
  { text, done = false }: YoungPerson['goals'][number]['steps'][number],
) {
  const { itemId: stepId } = await worker.cases.addStep({ caseId, goalId, text });
  if (done) await worker.cases.setStep({ caseId, stepId, done, revision: 1 });
}

async function tellNotes(stage: Stage, { caseId, young, items }: Told, whose: 'lead' | 'others') {
  for (const { kind, by, ago, ...words } of young.notes) {
    if ((by === undefined) !== (whose === 'lead')) continue;
    const { itemId } = await as(stage, by ?? young.lead).cases.addNote({ caseId, category: kind, ...words });
    if (ago !== undefined) items.push({ itemId, ago });
  }
}

async function tellReferrals(stage: Stage, { caseId, young, items }: Told) {
  const lead = as(stage, young.lead);
  // `declined` is told by the service, once the product lets it answer.
  for (const { service: name, reason, ago } of young.referrals ?? []) {
    const { services } = await lead.directory.search({ text: name, page: 1 });
    const service = services.find((each) => each.name === name);
    if (!service) throw new Error('the directory of the demo lacks a service that its stories name');
    const { itemId } = await lead.referrals.refer({ caseId, serviceId: service.serviceId, reason });
    if (ago !== undefined) items.push({ itemId, ago });
  }
}
