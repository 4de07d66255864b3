import { newCase } from '@accord/cases/server';
import { CaseId, newId, type YoungPersonId } from '@accord/kernel';
import type { Goal, Part, Step, YoungPerson } from '../world/index.ts';
import { bornOn, dayFrom } from './days.ts';
import { recordDuties } from './duties.ts';
import { recordLaw } from './law.ts';
import { tellSheets } from './sheets.ts';
import { finishShares, signShares } from './share.ts';
import { as, type Stage, type Told } from './stage.ts';

/** A birthday that is neither near nor just over. */
const FAR_BIRTHDAY = 150;

/** Tells one young person's story through the product itself, call by call, in the order in which it happened. */
export async function tell(stage: Stage, young: YoungPerson): Promise<Told> {
  const told = { young, ...(await openCase(stage, young)), items: [], planned: [], answers: [], grants: [] };
  const goals = await tellGoals(stage, told, await tellParts(stage, told));
  await tellNotes(stage, told, 'lead');
  await tellReferrals(stage, told);
  await tellAppointments(stage, told);
  await signShares(stage, told);
  await recordLaw(stage, told);
  await recordDuties(stage, told);
  await tellStepsOfOthers(stage, told, goals);
  await tellNotes(stage, told, 'others');
  await planSteps(stage, told);
  await answerReferrals(stage, told);
  await askForMore(stage, told);
  await finishShares(stage, told);
  await tellSheets(stage, told);
  for (const who of young.lookedAtBy ?? []) await as(stage, who).cases.open({ caseId: told.caseId });
  return told;
}

async function openCase({ database, vault, people, now }: Stage, young: YoungPerson) {
  const caseId = newId(CaseId);
  const actor = people[young.lead];
  const purpose = 'care-plan-coordination';
  const speaker = { nodeId: database.node.nodeId, actor, purpose } as const;
  const { name, pronouns, language, safeContact, codeName, contactFrom } = young;
  const profile = {
    name,
    bornOn: bornOn(now, young.age, young.birthdayIn ?? FAR_BIRTHDAY),
    pronouns,
    language,
    safeContact,
  };
  const youngPersonId: YoungPersonId = await database.withActor(actor, { purpose, cases: [caseId] }, (tx) =>
    newCase(
      tx,
      vault,
      speaker,
      caseId,
      profile,
      codeName,
      contactFrom === undefined ? undefined : dayFrom(now, -contactFrom),
    ),
  );
  return { caseId, youngPersonId };
}

type Added = Awaited<ReturnType<ReturnType<typeof as>['cases']['addGoal']>>;

/** Strengths and needs, each with the words that stood there before, if any. */
async function tellParts(stage: Stage, { caseId, young }: Told): Promise<Map<string, Added>> {
  const { plans } = as(stage, young.lead);
  const added = new Map<string, Added>();
  for (const { was, entry, ...words } of (young.parts ?? []) as readonly Part[]) {
    const part = await plans.add({ caseId, entry, ...words, ...was });
    if (was) await plans.revise({ caseId, itemId: part.itemId, revision: 1, ...words });
    added.set(entry, part);
  }
  return added;
}

/** The goals, with the steps of whoever leads. */
async function tellGoals(stage: Stage, told: Told, parts: ReadonlyMap<string, Added>): Promise<Added[]> {
  const { caseId, young } = told;
  const lead = as(stage, young.lead);
  const added: Added[] = [];
  for (const { steps, toward, ...words } of young.goals as readonly Goal[]) {
    const need = toward && parts.get(toward.entry);
    const under = need && toward ? { needId: need.itemId, family: toward.family } : {};
    const goal = await lead.cases.addGoal({ caseId, ...words, ...under });
    added.push(goal);
    for (const step of steps) if (!step.by) await addStep(lead, told, goal, step);
  }
  return added;
}

async function tellStepsOfOthers(stage: Stage, told: Told, goals: readonly Added[]) {
  for (const [index, { steps }] of (told.young.goals as readonly Goal[]).entries()) {
    const goal = goals[index];
    for (const step of steps) if (step.by && goal) await addStep(as(stage, step.by), told, goal, step);
  }
}

async function addStep(
  worker: ReturnType<typeof as>,
  { caseId, planned }: Told,
  { itemId: goalId }: Added,
  step: Step,
) {
  const { itemId: stepId } = await worker.cases.addStep({ caseId, goalId, text: step.text });
  if (step.done) await worker.cases.setStep({ caseId, stepId, done: true, revision: 1 });
  else if (step.doer || step.dueIn !== undefined) planned.push({ stepId, step });
}

/** Who does what, and by when: once the permissions are signed, since nobody is given what they cannot see. */
async function planSteps(stage: Stage, { caseId, young, planned }: Told) {
  for (const { stepId, step } of planned) {
    const { doer, dueIn, by = young.lead } = step;
    await as(stage, by).cases.planStep({
      caseId,
      stepId,
      doer: doer === undefined || doer === 'young-person' ? (doer ?? null) : stage.people[doer].staffId,
      dueOn: dueIn === undefined ? null : dayFrom(stage.now, dueIn),
      revision: 1,
    });
  }
}

async function tellAppointments(stage: Stage, { caseId, young }: Told) {
  for (const { in: days, hour, ...words } of young.appointments ?? []) {
    const startsAt = `${dayFrom(stage.now, days)}T${String(hour).padStart(2, '0')}:00:00.000Z`;
    await as(stage, young.lead).cases.addAppointment({ caseId, ...words, startsAt });
  }
}

async function tellNotes(stage: Stage, { caseId, young, items }: Told, whose: 'lead' | 'others') {
  for (const { kind, by, ago, ...words } of young.notes) {
    if ((by === undefined) !== (whose === 'lead')) continue;
    const { itemId } = await as(stage, by ?? young.lead).cases.addNote({ caseId, category: kind, ...words });
    if (ago !== undefined) items.push({ itemId, ago });
  }
}

async function tellReferrals(stage: Stage, { caseId, young, items, answers }: Told) {
  const lead = as(stage, young.lead);
  for (const { service: name, reason, ago, ...rest } of young.referrals ?? []) {
    const { services } = await lead.directory.search({ text: name, page: 1 });
    const service = services.find((each) => each.name === name);
    if (!service) throw new Error('the directory of the demo lacks a service that its stories name');
    const { itemId } = await lead.referrals.refer({ caseId, serviceId: service.serviceId, reason });
    if (ago !== undefined) items.push({ itemId, ago });
    answers.push({ itemId, ...rest });
  }
}

/** What the services said: their own people where a permission lets them, and by phone to whoever leads. */
async function answerReferrals(stage: Stage, { caseId, young, answers }: Told) {
  for (const { itemId, answers: said = [] } of answers) {
    for (const [index, { move, reason, by = young.lead }] of said.entries()) {
      await as(stage, by).referrals.move({ caseId, itemId, move, reason, revision: index + 1 });
    }
  }
}

async function askForMore(stage: Stage, { caseId, young }: Told) {
  for (const { by, kind, need } of young.asks ?? []) await as(stage, by).consent.ask({ caseId, kind, need });
}
